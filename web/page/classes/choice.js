// The two classes at the head of a dialog that makes pictures: one is chosen, both are counted, and a field asks for the name
// of the chosen one, with an example in it, before there is a picture that would go without.
import { addWords, t } from "../../i18n/i18n.js";
import { el, say, setAttribute, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { count } from "../../ui/format.js";

const NAME_LENGTH = 40;
const CLASSES = /** @type {const} */ ([0, 1]);

/** Fetches its words and its look; to be awaited before the first is made. */
export const fetchChoice = () =>
  Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./choice.css", import.meta.url).href),
  ]);

export class ClassChoice {
  /** The chosen class. @type {0 | 1} */
  y = 1;
  /** Typed before there were own pictures: they belong to those that come. @type {(string | undefined)[]} */
  #names = [undefined, undefined];

  /**
   * @param {any} app
   * @param {"camera" | "draw" | "sound"} kind whose examples the field shows
   * @param {{chosen: () => void, words: () => void, named: () => void}} hear chosen: another class; words: another name;
   *   named: Enter in the field
   */
  constructor(app, kind, hear) {
    this.app = app;
    this.kind = kind;
    this.hear = hear;
    this.radios = CLASSES.map((y) =>
      el("input", { type: "radio", name: `${kind}-class`, value: y, onchange: () => this.choose(y) }),
    );
    this.labels = CLASSES.map(() => el("span"));
    const choice = (/** @type {0 | 1} */ y) =>
      el("label", { class: "num", "data-y": y }, this.radios[y], this.labels[y]);
    const legend = say(app, el("legend", { class: "visually-hidden" }), "classes.which");
    this.field = this.#field();
    const segments = el("fieldset", { class: "segments" }, legend, choice(1), choice(0));
    this.element = el("div", { class: "classes" }, segments, this.field);
  }

  #field() {
    return el("input", {
      type: "text",
      maxlength: NAME_LENGTH,
      autocomplete: "off",
      spellcheck: "false",
      onchange: () => this.#rename(this.field.value.trim()),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter") return;
        this.field.blur();
        this.hear.named();
      },
    });
  }

  /** @param {0 | 1} y */
  choose(y) {
    this.y = y;
    this.radios[y].checked = true;
    this.hear.chosen();
  }

  /** The names that were typed for the first own pictures, to be handed over with them. */
  takeNames() {
    const names = this.#names;
    this.#names = [undefined, undefined];
    return names;
  }

  /** What class y is or will be called. @param {0 | 1} y */
  nameOf(y) {
    return this.#given(y) || t(`class${y}.own`);
  }

  /** Writes names and counts. @param {number} [coming] pictures of the chosen class that are on their way */
  draw(coming = 0) {
    const { counts } = this.app.state.data ?? { counts: [0, 0] };
    for (const y of CLASSES) {
      const there = this.#drawn ? 0 : counts[y];
      const n = count(there + (y === this.y ? coming : 0));
      setText(this.labels[y], t("classes.counted", { name: this.nameOf(y), n }));
    }
    setAttribute(this.field, "aria-label", t("card.name", { y: this.y }));
    setAttribute(this.field, "placeholder", t(`classes.${this.kind}${this.y}`));
    if (document.activeElement !== this.field) this.field.value = this.#given(this.y);
  }

  get #drawn() {
    return this.app.state.data?.source === "drawn";
  }

  /** What the visitor called class y, or "": drawn pictures and their names make way for the first own one. @param {0|1} y */
  #given(y) {
    return this.#names[y] ?? (this.#drawn ? "" : (this.app.state.data?.given[y] ?? ""));
  }

  /** @param {string} name */
  async #rename(name) {
    const { y } = this;
    if (this.#drawn) this.#names[y] = name;
    else await this.app.session.setNames(CLASSES.map((each) => (each === y ? name : undefined)));
    this.hear.words();
  }
}
