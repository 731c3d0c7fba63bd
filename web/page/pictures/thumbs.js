// A page of thumbnails: what the neuron sees of each picture, its answer, right or wrong. However
// many pictures there are, only one page of them is in the document, and its elements are reused.
import { el, icon, iconButton, say, setAttribute, setText } from "../../ui/elements.js";
import { isolated, t } from "../../i18n/i18n.js";
import { decimals } from "./examples.js";
import { show, thumb } from "./thumb.js";
import { count } from "../../ui/format.js";

const ROWS = 4;
const USUAL_COLUMNS = 5; // until the browser has laid the list out
const SLICE = 4; // pictures painted at a time
const ON_PAPER = 1000;

export class Thumbs {
  /** @type {number[]} */
  #ids = [];
  #waiting = true; // for the first pictures: their places are kept
  #first = 0; // the page that has this one is shown
  /** @type {Cell[]} */
  #cells = [];
  /** Pixels and names of the pictures on this page. @type {Map<number, {image: ImageData | undefined, name: string}>} */
  #looks = new Map();
  #columns = USUAL_COLUMNS;
  #whole = false; // all of them, as on paper
  #current = 0; // the cell that Tab reaches

  /**
   * @param {any} app
   * @param {{label: string | (() => string), onRemove?: (ids: number[]) => void}} options
   */
  constructor(app, options) {
    const { label, onRemove } = options;
    this.app = app;
    this.examples = app.examples;
    this.onRemove = onRemove;
    this.list = say(
      app,
      el("ul", { class: "thumbs", onkeydown: (event) => this.#onKey(event) }),
      label,
      "aria-label",
    );
    this.range = el("span", { class: "num small muted pager-range" });
    this.pager = el(
      "div",
      { class: "pager" },
      (this.previous = iconButton(app, "thumbs.previous", "previous", () => this.turn(-1))),
      this.range,
      (this.next = iconButton(app, "thumbs.next", "next", () => this.turn(1))),
    );
    app.on("selected", () => this.#mark());
    app.draw(this.list, () => this.#paintSome());
    app.on("marks", () => this.#mark());
    app.draw(null, (fresh) => fresh && this.#renew());
    new ResizeObserver(() => this.#measure()).observe(this.list);
    document.addEventListener("unfold", (/** @type {any} */ { detail }) => detail?.push(this.#lay(true)));
    document.addEventListener("fold", () => this.#whole && this.#lay(false));
    this.#render();
  }

  /** Shows these pictures; the page stays where it was if there still is one. */
  show(ids) {
    this.#ids = ids;
    this.#first = Math.min(this.#first, ids.length - 1);
    this.#waiting = false;
    this.#render();
  }

  /** While the pointer or the focus is here, the order must not change under it. */
  get held() {
    return this.list.matches(":hover") || this.list.contains(document.activeElement);
  }

  turn(pages) {
    this.#turnTo((this.#page + pages) * this.#perPage);
  }

  #turnTo(first) {
    this.#first = first;
    this.#current = 0;
    this.#render();
  }

  /** Turns to the page that holds `id`. */
  reveal(id) {
    const at = this.#ids.indexOf(id);
    if (at >= 0) this.#turnTo(at);
  }

  /** Puts the newest answers beside the pictures shown. */
  #renew() {
    this.#renderPager();
    this.#mark();
  }

  #mark() {
    for (const cell of this.#cells) if (!cell.hidden) cell.mark(this.app);
  }

  /** A few in each frame: a whole page of them would hold up the browser. */
  #paintSome(most = SLICE) {
    const unpainted = this.#cells.filter((cell) => !cell.painted && this.#looks.has(cell.id));
    for (const cell of unpainted.slice(0, most)) cell.paint(this.#looks.get(cell.id)?.image);
    if (unpainted.length > most) this.app.redraw();
  }

  /** A page is whole rows: another width, another number of columns, another page. */
  #measure() {
    const laid = getComputedStyle(this.list).gridTemplateColumns.split(" ").length;
    const columns = laid > 1 ? laid : USUAL_COLUMNS;
    if (this.#whole || columns === this.#columns) return;
    this.#columns = columns;
    this.#render();
  }

  /** All of them, or the page that was there. @param {boolean} whole @returns {Promise<void>} until they can be seen */
  #lay(whole) {
    this.#whole = whole;
    return this.#render();
  }

  get #perPage() {
    return this.#whole ? ON_PAPER : ROWS * this.#columns;
  }

  get #page() {
    return Math.max(0, Math.min(Math.floor(this.#first / this.#perPage), this.#pages - 1));
  }

  async #render() {
    const perPage = this.#perPage;
    const pages = this.#pages;
    const from = this.#page * perPage;
    const shown = this.#ids.slice(from, from + perPage);
    // The last of several pages is as high as the others, so that turning moves nothing.
    const places = pages > 1 || (this.#waiting && !this.#whole) ? perPage : shown.length;
    for (const { element } of this.#cells.splice(perPage)) element.remove();
    while (this.#cells.length < places) this.#cells.push(this.#newCell());
    this.#current = Math.max(0, Math.min(this.#current, shown.length - 1));
    this.#cells.forEach((cell, i) => cell.hold(shown[i], i === this.#current, i < places));
    this.#renderPager();
    this.#mark();
    await this.#fetch(shown);
  }

  get #pages() {
    return Math.max(1, Math.ceil(this.#ids.length / this.#perPage));
  }

  #renderPager() {
    const from = this.#page * this.#perPage;
    this.pager.classList.toggle("single", this.#pages === 1);
    this.previous.disabled = this.#page === 0;
    this.next.disabled = this.#page === this.#pages - 1;
    setText(
      this.range,
      t("thumbs.range", {
        from: count(from + 1),
        to: count(Math.min(from + this.#perPage, this.#ids.length)),
        total: count(this.#ids.length),
      }),
    );
  }

  async #fetch(shown) {
    if (!shown.length) return;
    const [images, names] = await Promise.all([this.examples.images(shown), this.app.session.names(shown)]);
    const looks = new Map(shown.map((id, i) => [id, { image: images.get(id), name: names[i] }]));
    if (!this.#cells.every((cell) => cell.hidden || looks.has(cell.id))) return; // others have come meanwhile
    this.#looks = looks;
    for (const cell of this.#cells) cell.know(looks.get(cell.id)?.name ?? "");
    this.#mark();
    this.app.redraw();
    if (!this.#whole) return;
    this.#paintSome(ON_PAPER);
    await Promise.allSettled(this.#cells.map(({ picture }) => picture.decode()));
  }

  #newCell() {
    const cell = new Cell(this.app, {
      onSelect: (id) => this.#tap(id),
      onRemove: this.onRemove && ((id) => this.onRemove?.([id])),
    });
    this.list.append(cell.element);
    return cell;
  }

  /** Chosen, and told apart from what is selected by itself: a sound is played. */
  #tap(id) {
    this.app.select(id);
    this.app.tell("tapped", id);
  }

  #onKey(event) {
    const at = this.#cells.findIndex((cell) => cell.pick === event.target);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.key === "Delete" || event.key === "Backspace") && this.onRemove) {
      event.preventDefault();
      return this.onRemove([this.#cells[at].id]);
    }
    const to = this.#target(event.key, at);
    if (to === null) return;
    event.preventDefault();
    this.#focus(to);
  }

  /** Where a key leads from cell `at`; past the end of the page is the next page. */
  #target(key, at) {
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -this.#columns, ArrowDown: this.#columns };
    if (key in steps) return at + steps[key];
    if (key === "Home") return 0;
    if (key === "End") return this.#shown - 1;
    if (key === "PageUp" || key === "PageDown") {
      this.turn(key === "PageUp" ? -1 : 1);
      return 0;
    }
    return null;
  }

  #focus(to) {
    if (to < 0 && this.#page > 0) {
      this.turn(-1);
      to = this.#perPage - 1;
    } else if (to >= this.#perPage && !this.next.disabled) {
      this.turn(1);
      to = 0;
    }
    this.#current = Math.max(0, Math.min(to, this.#shown - 1));
    this.#cells.forEach((cell, i) => (cell.pick.tabIndex = i === this.#current ? 0 : -1));
    this.#cells[this.#current]?.pick.focus();
  }

  get #shown() {
    return Math.min(this.#perPage, this.#ids.length - this.#page * this.#perPage);
  }
}

/** One thumbnail. It is given another picture with hold(), its pixels with paint(). */
class Cell {
  id = -1;
  painted = false;
  #name = "";

  constructor(app, { onSelect, onRemove }) {
    this.picture = thumb();
    this.answer = el("span", { class: "num" });
    const caption = el("span", { class: "thumb-answer" }, icon("right"), icon("wrong"), this.answer);
    this.pick = el(
      "button",
      { type: "button", class: "thumb-pick", onclick: () => onSelect(this.id) },
      this.picture,
      caption,
    );
    this.element = el("li", { class: "thumb" }, this.pick);
    if (!onRemove) return;
    // The keyboard has the Delete key instead: 24 more stops for Tab would help nobody.
    const remove = () => onRemove(this.id);
    this.remove = iconButton(app, () => this.#deletes, "close", remove, "thumb-delete");
    this.remove.tabIndex = -1;
    this.element.append(this.remove);
  }

  get #deletes() {
    return this.#name ? t("thumbs.delete.named", { name: this.#name }) : t("thumbs.delete");
  }

  get hidden() {
    return this.element.hidden || this.element.classList.contains("vacant");
  }

  /** Takes the picture `id`; without one it vanishes, or stays as an empty `place`. */
  hold(id, current, place) {
    this.element.hidden = !place;
    this.element.classList.toggle("vacant", id === undefined);
    this.pick.tabIndex = current ? 0 : -1;
    if (id === undefined || id === this.id) return;
    this.id = id;
    this.painted = false;
    this.#name = "";
    show(this.picture, null);
  }

  /** Its name has come, and its pixels with it. @param {string} name */
  know(name) {
    this.painted = false;
    this.#name = isolated(name);
    setAttribute(this.pick, "title", this.#name);
  }

  /** @param {ImageData | undefined} image */
  paint(image) {
    this.painted = true;
    if (image) show(this.picture, image);
  }

  /** Its part, the neuron's answer, whether it is selected. */
  mark({ examples, state }) {
    const example = examples.get(this.id);
    if (!example) return;
    const verdict = example.right === null ? "" : example.right ? "right" : "wrong";
    this.element.dataset.verdict = verdict;
    this.element.dataset.part = example.test ? "test" : "train";
    setText(this.answer, Number.isNaN(example.a) ? "" : decimals(example.a));
    setAttribute(this.pick, "aria-pressed", String(state.selected === example.id));
    const words = [this.#name, t(example.test ? "part.test" : "part.train")];
    if (!Number.isNaN(example.a))
      words.push(`ŷ = ${decimals(example.a)}`, t(`verdict.${verdict || "undecided"}`));
    setAttribute(this.pick, "aria-label", words.filter(Boolean).join(", "));
    if (!this.remove) return;
    for (const each of ["aria-label", "title"]) setAttribute(this.remove, each, this.#deletes);
  }
}
