/* Is it the background? The answer to the same picture mirrored, grey, shifted, without its middle, … side by side; and on
   a click, how many test pictures are right in each of these variants. */
import { t } from "../../i18n/i18n.js";
import { button, el, say, setText } from "../../ui/elements.js";
import { count, fixed, percent } from "../../ui/format.js";
import { toImageData } from "../pictures/bitmap.js";
import { paint } from "../pictures/painted.js";

const SHIFT = 8; // pixels, at most
const SETTLE_MS = 5000; // until what is shown is of where training rests

/** One variant: picture, name, answer, accuracy on the test set. */
class Tile {
  constructor() {
    this.canvas = el("canvas", { width: 1, height: 1 });
    this.name = el("span", { class: "small" });
    this.answer = el("strong", { class: "num" });
    this.accuracy = el("span", { class: "small num muted" });
    this.element = el("li", {}, this.canvas, this.name, this.answer, this.accuracy);
  }
}

export class Variants {
  /** @type {globalThis.Map<string, Tile>} */
  #tiles = new globalThis.Map();
  /** Of the test set: variant -> [right, of how many]. @type {Record<string, [number, number]>} */
  #tested = {};
  #testedAt = ""; // of which state
  #testing = 0; // grows with every test: an older one ends
  /** @type {any} */
  #view = null;
  /** What was said last of the test set, in whatever language. @type {() => string} */
  #said = () => "";

  constructor(app, renew) {
    this.app = app;
    this.renew = renew;
    this.range = el("input", { type: "range", min: 1, max: SHIFT, value: SHIFT, id: "why-shift" });
    this.range.addEventListener("input", () => this.#shifted());
    this.output = el("output", { class: "num", for: "why-shift" });
    this.list = el("ul", { class: "why-variants" });
    this.says = el("p", { class: "small muted", role: "status" });
    this.start = button(app, "why.test", () => this.#test());
    this.cancel = button(app, "why.stop", () => this.#cancel(), { glyph: "close" });
    this.cancel.hidden = true;
    this.body = el(
      "div",
      { hidden: true },
      el(
        "p",
        { class: "why-shift" },
        say(app, el("label", { for: "why-shift" }), "why.shift"),
        this.range,
        this.output,
      ),
      this.list,
      el("p", { class: "why-test" }, this.start, this.cancel),
      this.says,
    );
    this.open = button(app, "why.variants.show", () => this.#toggle());
    this.open.setAttribute("aria-expanded", "false");
    this.element = el(
      "section",
      { class: "why-background" },
      say(app, el("h4"), "why.variants"),
      say(app, el("p", { class: "small muted" }), "why.variants.says"),
      this.open,
      this.body,
    );
  }

  /** How far the picture is to be shifted; null: nobody looks at the variants. @returns {number | null} */
  get by() {
    return this.body.hidden ? null : Number(this.range.value);
  }

  #toggle() {
    this.body.hidden = !this.body.hidden;
    this.open.setAttribute("aria-expanded", String(!this.body.hidden));
    if (!this.body.hidden) this.renew();
    else this.#stop();
  }

  #shifted() {
    this.#forget();
    this.renew();
  }

  #stop() {
    this.#testing++;
    this.#busy(false);
  }

  /** What was found so far stays; the worker looks at no more pictures. */
  #cancel() {
    this.#stop();
    this.#say(() => t("why.stopped"));
    this.app.session.why("stop");
  }

  /** One of both buttons is there, with the focus if the other had it. @param {boolean} running */
  #busy(running) {
    const [gone, there] = running ? [this.start, this.cancel] : [this.cancel, this.start];
    const had = gone === document.activeElement;
    gone.hidden = true;
    there.hidden = false;
    if (had) there.focus();
  }

  /** What was found on the test set is of another state, or of another shift. */
  #forget() {
    this.#stop();
    this.#tested = {};
    this.#say(() => "");
    this.#drawTested();
  }

  /** @param {() => string} words */
  #say(words) {
    this.#said = words;
    setText(this.says, words());
  }

  /** @param {any} view the answer */
  draw(view) {
    this.#view = view;
    const state = this.#state;
    if (this.#testedAt !== state) this.#forget();
    this.#testedAt = state;
    setText(this.output, t("why.px", { n: this.range.value }));
    setText(this.says, this.#said());
    const { variants, names, n_px } = view;
    if (!variants) return;
    for (const { variant, rgb, a } of variants) {
      const tile = this.#tile(variant);
      paint(tile.canvas, toImageData(rgb, n_px));
      setText(tile.name, t(`why.variant.${variant}`));
      setText(tile.answer, fixed(a, 2));
      tile.element.dataset.y = a > 0.5 ? "1" : a < 0.5 ? "0" : "";
      tile.element.title =
        a === 0.5 ? t("equation.a.undecided") : t("equation.a.says", { name: names[a > 0.5 ? 1 : 0] });
    }
    this.#drawTested();
  }

  /** What the numbers of the test set belong to. */
  get #state() {
    const { train, data } = this.app.state;
    return [this.#view?.iteration, train?.cost, train?.testCost, data?.id.length, data?.n_px].join(" ");
  }

  /** @param {string} variant @returns {Tile} */
  #tile(variant) {
    const known = this.#tiles.get(variant);
    if (known) return known;
    const tile = new Tile();
    this.#tiles.set(variant, tile);
    this.list.append(tile.element);
    return tile;
  }

  #drawTested() {
    for (const [variant, { accuracy }] of this.#tiles) {
      const found = this.#tested[variant];
      setText(accuracy, found ? t("why.tested", { share: percent(found[0] / found[1]) }) : "");
    }
  }

  /** Variant after variant, at rest, so that all are of one state. */
  async #test() {
    const testing = ++this.#testing;
    this.#busy(true);
    await this.app.session.pause();
    const end = performance.now() + SETTLE_MS;
    while (!this.#settled && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 30));
    if (testing !== this.#testing) return;
    this.#forget();
    this.#testedAt = this.#state;
    this.#busy(true);
    await this.#each();
  }

  /** Training rests, and what is shown is of where it does. */
  get #settled() {
    const { train } = this.app.state;
    return !train.running && this.#view.iteration === train.iteration;
  }

  async #each() {
    const testing = this.#testing;
    const by = Number(this.range.value);
    const variants = [...this.#tiles.keys()];
    let iteration = -1;
    for (const [k, variant] of variants.entries()) {
      if (testing !== this.#testing) return;
      this.#say(() => t("why.testing", { n: k + 1, of: variants.length }));
      const found = await this.#ask(variant, by, () => testing === this.#testing);
      if (testing !== this.#testing) return;
      if (!found || (iteration >= 0 && iteration !== found.iteration)) return this.#forget();
      iteration = found.iteration;
      if (found.count === 0) break;
      this.#tested[variant] = [found.right, found.count];
      this.#drawTested();
    }
    this.#busy(false);
    const n = this.#tested.same?.[1] ?? 0;
    this.#say(() => (n ? t("why.test.done", { n: count(n), t: count(iteration) }) : t("why.test.none")));
  }

  /** Again while the worker has something else to do. */
  async #ask(variant, by, wanted) {
    for (let tries = 0; tries < 20 && wanted(); tries++) {
      const found = await this.app.session.why("tested", variant, by).catch(() => null);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return null;
  }
}
