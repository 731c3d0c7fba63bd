/* The neurons of layer 1 as small pictures of their weights, sixteen at a time, and those of deeper layers as
   squares. Each shows its a for the selected picture and what it adds to the answer. */
import { t } from "../../i18n/i18n.js";
import { el, icon, setAttribute, setText } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { channelOf, largest, paint } from "../train/weights.js";

/** Neurons drawn at a time: of layer 1, and of a deeper one. */
export const TILES = 16;
export const SQUARES = 16;

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -4, ArrowDown: 4 };

/** Numbers of a small space: three digits at most. */
export const short = (x) => fixed(x, Math.abs(x) < 9.995 ? 2 : Math.abs(x) < 99.95 ? 1 : 0);
export const signed = (x) =>
  x === 0 ? "0" : Math.abs(x) < 0.005 ? fixed(0, 2) : (x > 0 ? "+" : "") + short(x);

class Neuron {
  /** @param {number} layer @param {{choose: Function, toggle: Function, step: Function}} on */
  constructor(layer, on) {
    this.layer = layer;
    this.unit = 0;
    /** What its picture was painted from. @type {{w: Float32Array | null, channel: string, colours: any} | null} */
    this.drawn = null;
    this.name = el("span", { class: "visually-hidden" });
    this.a = el("span", { class: "neuron-a" });
    this.adds = el("span", { class: "neuron-adds" });
    this.canvas = el("canvas", { class: "pixels", width: 64, height: 64, "aria-hidden": "true" });
    this.face = el("span", { class: "neuron-face" }, ...(layer === 1 ? [this.canvas] : []));
    this.button = el(
      "button",
      { type: "button", class: "neuron-choose", onclick: () => on.choose(this) },
      this.name,
      this.face,
      el("span", { class: "neuron-numbers num" }, this.a, this.adds),
    );
    this.anchor = layer === 1 ? this.face : this.button; // where its lines end
    this.out = el("button", { type: "button", class: "neuron-out", onclick: () => on.toggle(this) });
    this.out.tabIndex = -1; // Delete does the same for the keyboard
    this.node = el(
      "div",
      { class: `hidden-neuron layer-${layer === 1 ? "one" : "deep"}` },
      this.button,
      this.out,
    );
    this.button.addEventListener("keydown", (event) => {
      if (event.key === "Delete" || event.key === "Backspace") on.toggle(this);
      else if (event.key in STEPS) on.step(this, STEPS[event.key]);
      else return;
      event.preventDefault();
    });
  }

  /** @param {{unit: number, look: any, removed: boolean, chosen: boolean, most: number}} shown */
  draw({ unit, look, removed, chosen, most }) {
    this.unit = unit;
    const a = look?.a[unit];
    setText(this.name, `${t("network.neuron", { u: unit + 1, l: this.layer })} `);
    setText(this.a, removed ? t("network.out") : a === undefined ? "–" : short(a));
    const adds = look?.adds?.[unit];
    setText(this.adds, removed || adds === undefined ? "" : signed(adds));
    this.adds.dataset.sign = String(Math.sign(adds || 0));
    // How brightly it is lit: its a beside the largest of the layer.
    this.node.style.setProperty(
      "--lit",
      String(removed || !(a > 0) || !(most > 0) ? 0 : Math.min(1, a / most)),
    );
    this.node.classList.toggle("removed", removed);
    const title = t(removed ? "network.restore" : "network.remove");
    if (this.out.title !== title) this.out.replaceChildren(icon(removed ? "undo" : "close"));
    setAttribute(this.out, "title", title);
    setAttribute(
      this.out,
      "aria-label",
      t("network.neuron.do", { action: title, u: unit + 1, l: this.layer }),
    );
    setAttribute(this.button, "aria-pressed", String(chosen));
    this.button.tabIndex = chosen ? 0 : -1;
  }

  /** @param {Float32Array | null} w @param {string} channel @param {{palette: Uint32Array, nan: number}} colours */
  paint(w, channel, colours) {
    const { drawn } = this;
    if (drawn?.w === w && drawn?.channel === channel && drawn?.colours === colours) return;
    this.drawn = { w, channel, colours };
    const values = w ? channelOf(w, channel) : new Float32Array(this.canvas.width ** 2);
    paint(this.canvas, values, largest(values), colours.palette, colours.nan);
  }
}

/** The neurons of one layer; as many as are shown at a time. */
export class Column {
  constructor(layer, on) {
    this.layer = layer;
    this.on = on;
    /** @type {Neuron[]} */
    this.neurons = [];
    this.list = el("div", { class: `neurons neurons-${layer === 1 ? "one" : "deep"}`, role: "group" });
    this.more = el("button", {
      type: "button",
      class: "link small num neurons-more",
      onclick: () => on.page(layer),
    });
    this.node = el("div", { class: "network-layer" }, this.list, this.more);
  }

  /** @param {{from: number, n: number, look: any, removed: Set<number>, chosen: number | null}} shown chosen: unit or null */
  draw({ from, n, look, removed, chosen }) {
    const count = Math.min(n - from, this.layer === 1 ? TILES : SQUARES);
    while (this.neurons.length < count) this.neurons.push(new Neuron(this.layer, this.on));
    this.neurons.length = count;
    if (this.list.childElementCount !== count)
      this.list.replaceChildren(...this.neurons.map(({ node }) => node));
    setAttribute(this.list, "aria-label", t("network.layer", { l: this.layer }));
    this.list.dataset.few = String(count <= 4);
    const most = look ? largest(look.a) : 0;
    for (const [k, neuron] of this.neurons.entries()) {
      const unit = from + k;
      neuron.draw({ unit, look, removed: removed.has(unit), chosen: chosen === unit, most });
    }
    // One neuron of every layer can be reached with Tab.
    if (chosen === null || chosen < from || chosen >= from + count) this.neurons[0].button.tabIndex = 0;
    this.more.hidden = this.layer === 1 || n <= SQUARES; // layer 1 has buttons of its own
    setText(this.more, t("network.more", { from: from + 1, to: from + count, n }));
    this.more.title = t("network.more.help", { l: this.layer });
  }
}
