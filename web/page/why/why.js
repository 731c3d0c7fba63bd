/* Why this answer: unfolds under the neuron, asks the worker about the selected picture, and asks again when another is
   selected or training moves on. What is shown always says of which iteration it is. */
import { addWords, joined, t } from "../../i18n/i18n.js";
import { el, say, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { count } from "../../ui/format.js";
import { Ledger } from "./ledger.js";
import { PictureMap } from "./map.js";
import { Pulls } from "./pulls.js";
import { Variants } from "./variants.js";

const ASK_MS = 250; // between two questions while training runs
const REST = 4; // times as long as the last answer took

/** Makes the panel, after `.neuron`'s own parts. @param {any} button what unfolds it */
export async function mountWhy(button, app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./why.css", import.meta.url).href),
    app.session.why("answer", null), // the worker fetches its part too
  ]);
  return new Why(button, app);
}

/** The state of the training, as far as the page knows it of the selected picture. */
const keyOf = ({ train, data, selected }) =>
  train?.selected && train.selected.id === selected
    ? [selected, train.iteration, train.engine, train.cost, train.selected.z, data.n_px, data.id.length].join(
        " ",
      )
    : "";

class Why {
  /** @type {import('../../training/why.js').Answer | null} */
  #answer = null;
  #answered = ""; // the key it belongs to
  #asking = false;
  #askAgain = -Infinity; // not before

  constructor(button, app) {
    this.button = button;
    this.app = app;
    this.says = el("p", { class: "small muted num" });
    this.map = new PictureMap(app);
    this.ledger = new Ledger(app, () => this.#show());
    this.pulls = new Pulls(app);
    this.variants = new Variants(app, () => this.#ask());
    this.panel = el(
      "section",
      { class: "why", id: "why-panel" },
      say(app, el("h3", { id: "why-title" }), "why.title"),
      this.says,
      (this.pixels = el(
        "div",
        { class: "why-pixels" },
        say(app, el("h4"), "why.pixels"),
        this.map.element,
        el("div", {}, this.ledger.element, this.map.says),
        this.map.table,
      )),
      this.pulls.element,
      this.variants.element,
    );
    this.panel.setAttribute("aria-labelledby", "why-title");
    this.panel.hidden = true;
    button.setAttribute("aria-controls", "why-panel");
    button.closest(".neuron").append(this.panel);
    app.draw(this.panel, (fresh) => this.#draw(fresh), { every: ASK_MS });
    app.on("selected", () => this.#mark());
  }

  /** @param {boolean} open or folded */
  show(open) {
    this.panel.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (open) this.#draw(true);
  }

  #draw(fresh) {
    if (this.panel.hidden) return;
    if (fresh && this.#answer) this.#show();
    this.#mark();
    const key = this.#wanted;
    if (key && key !== this.#answered) this.#ask();
  }

  /** Another picture is selected, or there is none: until the answer is there, what stands is of the one before. */
  #mark() {
    const { train, selected } = this.app.state;
    const none = selected === null || !train?.selected;
    const of = this.#answer?.id === selected && !none;
    this.panel.classList.toggle("waiting", !of);
    this.panel.setAttribute("aria-busy", String(!of && !none));
    for (const part of [this.pixels, this.pulls.element, this.variants.element]) part.hidden = none;
    if (none) setText(this.says, t("why.none"));
  }

  /** What is to be shown: the same means that the answer stands. "" while the page knows of no state yet. */
  get #wanted() {
    const key = keyOf(this.app.state);
    return key && `${key} ${this.variants.by}`;
  }

  async #ask() {
    const wait = this.#askAgain - performance.now();
    if (this.#asking) return;
    this.#asking = true;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const key = this.#wanted;
    const started = performance.now();
    const answer = await this.app.session.why("answer", this.variants.by).catch(() => null);
    const { running } = this.app.state.train ?? {};
    this.#askAgain = performance.now() + (running ? REST * (performance.now() - started) : 0);
    this.#asking = false;
    // The worker may be further than what the page knew: then the next event has another key, and is asked about.
    if (answer && answer.id === this.app.state.selected) {
      this.#answer = answer;
      this.#answered = key;
      this.#show();
    }
    this.#mark();
    if (this.#wanted && this.#wanted !== this.#answered) this.app.redraw();
  }

  #show() {
    const answer = this.#answer;
    if (!answer) return;
    const view = { ...answer, names: this.app.names, network: answer.fires !== null };
    const [n, of] = (answer.fires ?? []).map(count);
    const at = t("why.at", { t: count(answer.iteration) });
    setText(this.says, joined([at, answer.fires ? t("why.fires", { n, of }) : ""]));
    const shown = this.ledger.draw(view);
    this.map.draw(view, shown);
    this.pulls.draw(view);
    this.variants.draw(view);
  }
}
