/* A network drawn as large as it is: the picture, its hidden neurons, the answer. What each neuron is (its weights), what
   it makes of the selected picture, and what happens to J without it. Fetched when there is a network; tells the page
   which neuron is shown large (app.state.shown). */
import { addWords, joined, t } from "../../i18n/i18n.js";
import { setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { count, fixed } from "../../ui/format.js";
import { paint } from "../pictures/painted.js";
import { colours } from "../train/weights.js";
import { Lines, drawable } from "../../plot/lines.js";
import { build, effectSentence, silentSentence } from "./elements.js";
import { Column, SQUARES, TILES, short, signed } from "./tiles.js";

/** Pixels that so many hidden layers take when nothing is left out. */
const ROOM = [0, 480, 620, 690];
const DRAW_MS = 80;

/** Fills the figure `root`. */
export async function mountNetwork(root, app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./network.css", import.meta.url).href),
  ]);
  new NetworkFigure(root, app);
}

class NetworkFigure {
  /** First neuron drawn, of each layer. */
  #from = [0, 0, 0, 0];
  #chosen = { layer: 1, unit: 0 };
  /** The neuron of layer 1 that was chosen last. */
  #first = 0;
  #shape = "";
  /** Unit of layer 1 -> its weights as last heard of. @type {Map<number, Float32Array>} */
  #ws = new Map();
  /** Those that the seed gave. @type {Map<number, Float32Array>} */
  #starts = new Map();
  /** The difference, made when it is drawn. @type {Map<number, Float32Array>} */
  #learned = new Map();
  /** What the neurons make of the selected picture. @type {any} */
  #look = null;
  /** What was true before a neuron was taken out or put back. @type {any} */
  #before = null;
  /** And what that did. @type {any} */
  #effect = null;
  #colours = colours();
  #width = Infinity; // of the drawing

  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.on = {
      choose: (neuron) => this.#choose(neuron.layer, neuron.unit),
      toggle: (neuron) => this.#toggle(neuron.layer, neuron.unit),
      step: (neuron, by) => this.#step(neuron, by),
      page: (layer) => this.#pageDeep(layer),
    };
    /** @type {Column[]} */
    this.columns = [];
    this.parts = build(root, app, {
      newStart: () => this.#newStart(),
      page: (by) => this.#page(by),
      remove: () => this.#toggle(this.#chosen.layer, this.#chosen.unit),
      view: () => this.#publish(),
    });
    const { drawing } = this.parts;
    this.lines = new Lines(drawing);
    drawing.prepend(this.lines.svg);
    new ResizeObserver(([{ contentRect }]) => {
      this.#width = contentRect.width;
      this.#draw(false);
    }).observe(drawing);
    app.on("train", (event) => event.network && this.#take(event));
    if (app.state.train?.network) this.#take(app.state.train);
    app.draw(null, () => {
      root.hidden = !app.state.train?.network;
    });
    app.draw(drawing, (fresh) => this.#draw(fresh), { every: DRAW_MS });
  }

  /** Hears a train event of a network. */
  #take(event) {
    const { network } = event;
    const shape = JSON.stringify([network.n, network.seed, network.batch, event.engine]);
    const isNew = shape !== this.#shape;
    if (isNew || event.end === 0) {
      if (isNew) this.#newNetwork(network, shape);
      if (event.iteration === 0 && !network.units.length && event.running) this.#effect = this.#before = null;
    }
    for (const { unit, w, start } of network.units) {
      this.#ws.set(unit, w);
      this.#learned.delete(unit);
      if (start) this.#starts.set(unit, start);
    }
    this.#look = network.look ?? this.#look;
    if (this.#before && this.#isOut(network, this.#before) === this.#before.removed) this.#happened(event);
    if (this.#effect && event.iteration !== this.#effect.iteration) this.#effect = null;
    this.#publish();
    if (!isNew) return;
    this.root.hidden = false;
    this.#draw(false);
  }

  /** The neuron of layer 1 whose weights are shown large: the chosen one, or the last one chosen there. */
  #publish() {
    if (this.#chosen.layer === 1) this.#first = this.#chosen.unit;
    const unit = Math.max(this.#first, this.#from[1]);
    const w = this.#ws.get(unit) ?? null;
    const learned = this.parts.views[0].checked;
    this.app.set({ shown: { unit, w, picture: this.#picture(unit), learned } });
  }

  #newNetwork({ n }, shape) {
    this.#shape = shape;
    for (const kept of [this.#ws, this.#starts, this.#learned]) kept.clear();
    this.#look = this.#effect = this.#before = null;
    this.#from = this.#from.map((from, l) => (l < n.length && from < n[l] ? from : 0));
    const { layer, unit } = this.#chosen;
    if (layer > n.length - 2 || unit >= n[layer]) this.#chosen = { layer: 1, unit: this.#from[1] };
    this.#show(n[1]);
  }

  /** Asks for the weights of the neurons drawn. */
  #show(n) {
    const units = Array.from({ length: Math.min(TILES, n - this.#from[1]) }, (_, k) => this.#from[1] + k);
    this.app.session.showUnits(units);
  }

  /** What is drawn of a neuron of layer 1: its weights, or what they have gained since the start.
   *  @param {number} unit */
  #picture(unit) {
    const [w, start] = [this.#ws.get(unit) ?? null, this.#starts.get(unit)];
    if (!w || !start || this.parts.views[1].checked) return w;
    if (!this.#learned.has(unit))
      this.#learned.set(
        unit,
        w.map((v, k) => v - start[k]),
      );
    return this.#learned.get(unit) ?? null;
  }

  #isOut = ({ removed }, { layer, unit }) => removed.some(([l, u]) => l === layer && u === unit);

  #choose(layer, unit) {
    this.#chosen = { layer, unit };
    this.#publish();
    this.#draw(false); // at once: the keys that lead from neuron to neuron need the next one to be there
  }

  #step({ layer, unit }, by) {
    const { n } = this.app.state.train.network;
    const first = this.#from[layer];
    const last = Math.min(n[layer], first + (layer === 1 ? TILES : SQUARES));
    const next = Math.min(last - 1, Math.max(first, unit + by));
    this.#choose(layer, next);
    this.columns[layer - 1].neurons[next - first].button.focus();
  }

  #page(by) {
    const { n } = this.app.state.train.network;
    const last = Math.floor((n[1] - 1) / TILES) * TILES;
    this.#from[1] = Math.min(last, Math.max(0, this.#from[1] + by));
    this.#show(n[1]);
    this.#choose(1, this.#from[1]);
  }

  /** The next neurons of a deeper layer; after the last, the first. */
  #pageDeep(layer) {
    const next = this.#from[layer] + SQUARES;
    this.#from[layer] = next < this.app.state.train.network.n[layer] ? next : 0;
    this.#choose(layer, this.#from[layer]);
  }

  #newStart() {
    this.app.change({ seed: (this.app.state.settings.seed % (2 ** 31 - 1)) + 1 });
  }

  /** Out, or back: at rest, so that J before and after are of the same state. */
  async #toggle(layer, unit) {
    const { app } = this;
    if (app.state.train.running) await app.session.pause();
    while (app.state.train.running) await new Promise((resolve) => setTimeout(resolve, 20));
    const removed = !this.#isOut(app.state.train.network, { layer, unit });
    const { cost, testCost, accuracy, testAccuracy, iteration } = app.state.train;
    this.#before = { layer, unit, removed, iteration, cost, testCost, accuracy, testAccuracy };
    this.#choose(layer, unit);
    await app.session.removeNeuron(layer, unit, removed);
  }

  /** The first event after a neuron was taken out or put back. */
  #happened({ cost, testCost, accuracy, testAccuracy, iteration }) {
    this.#effect = { ...this.#before, iteration, after: { cost, testCost, accuracy, testAccuracy } };
    this.#before = null;
  }

  // --- drawing -------------------------------------------------------------------------------

  #draw(fresh) {
    const { train } = this.app.state;
    const network = train?.network;
    if (!network) return;
    if (fresh) this.#colours = colours();
    const { n, removed } = network;
    setText(this.parts.says, t("network.says", { shape: n.map(count).join(" → "), n: count(parameters(n)) }));
    setText(this.parts.seed, t("network.start", { seed: network.seed }));
    this.parts.pages.hidden = n[1] <= TILES;
    const to = Math.min(n[1], this.#from[1] + TILES);
    setText(this.parts.range, t("network.range", { from: this.#from[1] + 1, to, n: n[1] }));
    this.#drawInput(n);
    this.#drawLayers(n, removed);
    const answer = train.selected?.a;
    setText(this.parts.answer, answer === undefined ? "–" : fixed(answer, 2));
    this.parts.output.dataset.y = answer > 0.5 ? "1" : answer <= 0.5 ? "0" : "";
    this.#drawLines(network, train.iteration);
    this.#drawChosen(network);
  }

  #drawInput(n) {
    const { input, inputSays } = this.parts;
    const { subject } = this.app.examples;
    paint(input, subject);
    setText(inputSays, `${t("network.input")} ${count(n[0])}`);
  }

  #drawLayers(n, removed) {
    const hidden = n.length - 2;
    this.parts.drawing.dataset.hidden = String(hidden);
    this.parts.drawing.classList.toggle("compact", this.#width < ROOM[hidden]);
    while (this.columns.length < hidden) this.columns.push(new Column(this.columns.length + 1, this.on));
    this.columns.length = hidden;
    if (this.parts.layers.childElementCount !== hidden)
      this.parts.layers.replaceChildren(...this.columns.map(({ node }) => node));
    const { channel } = this.app.state;
    for (const [k, column] of this.columns.entries()) {
      const layer = k + 1;
      const out = new Set(removed.filter(([l]) => l === layer).map(([, unit]) => unit));
      const chosen = this.#chosen.layer === layer ? this.#chosen.unit : null;
      column.draw({
        from: this.#from[layer],
        n: n[layer],
        look: this.#look?.layers[k],
        removed: out,
        chosen,
      });
      if (layer === 1)
        for (const neuron of column.neurons) neuron.paint(this.#picture(neuron.unit), channel, this.#colours);
    }
  }

  #drawLines({ n, W, removed }, iteration) {
    const faces = [
      ...this.columns.map(({ neurons }) => neurons.map(({ anchor }) => anchor)),
      [this.parts.output],
    ];
    const bundles = [];
    let undrawn = 0;
    for (let l = 2; l < n.length; l++) {
      const [from, to] = [faces[l - 2], faces[l - 1]];
      if (!W[l] || !drawable(from.length, to.length)) {
        undrawn += n[l - 1] * n[l];
        continue;
      }
      const [i, j] = [this.#from[l - 1], l < n.length - 1 ? this.#from[l] : 0];
      const w = (k, u) =>
        this.#isOut({ removed }, { layer: l - 1, unit: i + k }) ? 0 : W[l][(i + k) * n[l] + j + u];
      const { layer, unit } = this.#chosen;
      const chosen = (k, u) => (layer === l - 1 && i + k === unit) || (layer === l && j + u === unit);
      bundles.push({ from, to, w, chosen });
    }
    this.lines.draw(bundles);
    const lines = [
      bundles.length ? t("network.lines") : "",
      undrawn ? t("network.no-lines", { n: count(undrawn) }) : "",
    ];
    const view = this.parts.views[0].checked ? "learned" : "all";
    const nothing = view === "learned" && iteration === 0 ? t("network.scale.start") : "";
    setText(this.parts.scale, joined([nothing, t(`network.scale.${view}`), ...lines]));
  }

  #drawChosen(network) {
    const { layer, unit } = this.#chosen;
    const out = this.#isOut(network, this.#chosen);
    const look = this.#look?.layers[layer - 1];
    const last = layer === network.n.length - 2;
    const w = last ? (network.W[layer + 1]?.[unit] ?? NaN) : NaN;
    const numbers = look && {
      z: short(look.z[unit]),
      a: short(look.a[unit]),
      adds: signed(look.adds[unit]),
      w: short(w),
    };
    const key = out ? "network.chosen.out" : last ? "network.chosen.last" : "network.chosen";
    const k = network.fires[layer - 1][unit];
    const fires = out
      ? ""
      : t(k > 0 ? "network.fires" : "network.fires.none", { k: count(k), m: count(network.m) });
    setText(this.parts.chosenSays, look ? t(key, { u: unit + 1, l: layer, ...numbers }) + fires : "");
    setText(this.parts.remove, t(out ? "network.restore" : "network.remove"));
    setText(this.parts.effect, this.#effect ? effectSentence(this.#effect) : silentSentence(network));
  }
}

const parameters = (n) => n.slice(1).reduce((sum, size, l) => sum + size * (n[l] + 1), 0);
