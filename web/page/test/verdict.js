// Right and wrong: accuracies, the table of who was taken for what, and the pictures behind every
// number of it.
import { t } from "../../i18n/i18n.js";
import { button, el, icon, say, setAttribute, setText } from "../../ui/elements.js";
import { paced } from "../../ui/paced.js";
import { term } from "../../terms/term.js";
import { Thumbs } from "../pictures/thumbs.js";
import { Worst, WORST } from "./worst.js";
import { count, percent } from "../../ui/format.js";

const TERM = { train: "training-set", test: "test-set" };
const RERANK_MS = 1000;

/** Fills `box` with the accuracies, the confusion table and the worst pictures. */
export function mountVerdict(box, app) {
  new Verdict(box, app);
}

class Verdict {
  #wanted = "test"; // what the reader chose
  #part = "test"; // what is shown: without test pictures, the training set
  /** Truth and answer of the pictures that are open; null: the largest losses. @type {[number, number] | null} */
  #cell = null;

  /** Of the table: its buttons and its heads. @type {any[][]} */
  cells = [];
  /** @type {any[]} */
  columns = [];
  /** @type {any[]} */
  rows = [];
  /** The two accuracies. @type {any[]} */
  figures = [];
  /** @type {any[]} */
  radios = [];

  constructor(box, app) {
    this.app = app;
    this.examples = app.examples;
    this.worst = new Worst(app);
    this.thumbs = new Thumbs(app, { label: () => this.#listTitle() });
    box.append(this.#head(), this.#table(), this.#list());
    app.on("data", () => this.#onData());
    const rank = paced(
      RERANK_MS,
      () => this.#update(),
      () => this.thumbs.held || this.worst.held,
    );
    app.on("marks", () => {
      this.#draw();
      rank();
    });
    app.on("selected", () => this.worst.refresh());
    app.draw(null, (fresh) => fresh && this.#renew());
    this.#fillTable(this.#groups());
  }

  #renew() {
    this.#accuracies();
    this.#update();
  }

  #draw() {
    this.#accuracies();
    this.#fillTable(this.#groups());
    this.worst.refresh();
  }

  #head() {
    const figures = ["train", "test"].map((part) => {
      const value = el("dd", { class: "num" }, "–");
      return {
        value,
        node: el(
          "div",
          {},
          el("dt", { class: "small muted" }, term(this.app, TERM[part], `part.${part}.set`)),
          value,
        ),
      };
    });
    this.figures = figures.map(({ value }) => value);
    return el(
      "div",
      { class: "verdict-head" },
      say(this.app, el("h3"), "verdict.title"),
      el("dl", { class: "verdict-figures" }, ...figures.map(({ node }) => node)),
    );
  }

  #table() {
    const { app } = this;
    this.cells = [1, 0].map((y) => [1, 0].map((guess) => this.#newCell(y, guess)));
    this.columns = [1, 0].map((y) => el("th", { scope: "col", "data-y": y }, el("span")));
    this.rows = [1, 0].map((y) => el("th", { scope: "row", "data-y": y }, el("span")));
    const lines = this.rows.map((head, i) =>
      el("tr", {}, head, ...this.cells[i].map((cell) => el("td", {}, cell))),
    );
    const corner = el("td", { class: "confusion-corner small muted", "aria-hidden": "true" }, "y ↓  ŷ →");
    const table = el(
      "table",
      { class: "confusion" },
      el("thead", {}, el("tr", {}, corner, ...this.columns)),
      el("tbody", {}, ...lines),
    );
    say(app, table, "verdict.table", "aria-label");
    return el("div", { class: "verdict-table" }, this.#parts(), table);
  }

  #parts() {
    this.radios = ["test", "train"].map((part) => {
      const input = el("input", { type: "radio", name: "verdict-part", value: part });
      input.checked = part === this.#part;
      input.addEventListener("change", () => {
        this.#part = this.#wanted = part;
        this.#update();
      });
      return input;
    });
    const labels = this.radios.map((input) =>
      el("label", {}, input, say(this.app, el("span"), `part.${input.value}.set`)),
    );
    const group = el("div", { class: "segments", role: "radiogroup" }, ...labels);
    return say(this.app, group, "verdict.part", "aria-label");
  }

  #newCell(y, guess) {
    const number = el("span", { class: "num" });
    const open = () => {
      this.#cell = this.#isOpen(y, guess) ? null : [y, guess];
      this.#update();
    };
    const cell = el(
      "button",
      { type: "button", class: "confusion-cell", onclick: open },
      icon(y === guess ? "right" : "wrong"),
      number,
    );
    cell.dataset.verdict = y === guess ? "right" : "wrong";
    cell.number = number;
    return cell;
  }

  #list() {
    this.title = el("h4", { class: "small" }, this.#listTitle());
    this.back = button(
      this.app,
      "verdict.back",
      () => {
        this.#cell = null;
        this.#update();
      },
      { look: "link small" },
    );
    this.none = el("p", { class: "small muted", hidden: true });
    this.back.hidden = this.thumbs.list.hidden = this.thumbs.pager.hidden = true;
    return el(
      "div",
      { class: "verdict-list" },
      el("div", { class: "verdict-list-head" }, this.title, this.back),
      this.none,
      this.worst.element,
      this.thumbs.list,
      this.thumbs.pager,
    );
  }

  #onData() {
    const { m_test } = this.examples.data;
    this.radios[0].disabled = !m_test;
    this.#part = m_test ? this.#wanted : "train";
    for (const input of this.radios) input.checked = input.value === this.#part;
    this.#update();
  }

  #accuracies() {
    const { train, test } = this.examples.accuracy;
    [train, test].forEach((value, i) =>
      setText(this.figures[i], Number.isFinite(value) ? percent(value) : "–"),
    );
  }

  #isOpen = (y, guess) => this.#cell?.[0] === y && this.#cell?.[1] === guess;

  #update() {
    if (!this.examples.data) return;
    const groups = this.#groups();
    this.#fillTable(groups);
    this.#fillList(groups);
  }

  /** The part's pictures by truth and answer: groups[y][guess]. */
  #groups() {
    /** @type {number[][][]} */
    const groups = [
      [[], []],
      [[], []],
    ];
    const wanted = this.#part === "test";
    for (const id of this.examples.data?.id ?? []) {
      const example = this.examples.get(id);
      if (example && example.test === wanted && example.right !== null)
        groups[example.y][example.right ? example.y : 1 - example.y].push(id);
    }
    return groups;
  }

  #fillTable(groups) {
    const { names } = this.examples;
    [1, 0].forEach((y, row) => {
      setText(this.columns[row].firstChild, names[y]);
      setText(this.rows[row].firstChild, names[y]);
      [1, 0].forEach((guess, column) => {
        const cell = this.cells[row][column];
        const n = groups[y][guess].length;
        setText(cell.number, count(n));
        setAttribute(cell, "aria-pressed", String(this.#isOpen(y, guess)));
        setAttribute(
          cell,
          "aria-label",
          `${count(n)}: ${t("verdict.cell", { truth: names[y], guess: names[guess] })}`,
        );
      });
    });
  }

  #fillList(groups) {
    const ids = this.#cell ? groups[this.#cell[0]][this.#cell[1]] : groups.flat(2);
    const open = this.#cell !== null;
    setText(this.title, this.#listTitle());
    this.back.hidden = !open;
    setText(this.none, t(open ? "verdict.none" : "verdict.empty"));
    this.none.hidden = ids.length > 0;
    this.worst.element.hidden = open || !ids.length;
    this.thumbs.list.hidden = this.thumbs.pager.hidden = !open;
    if (open) this.thumbs.show(this.examples.byLoss(ids));
    else this.worst.show(this.examples.byLoss(ids, WORST));
  }

  #listTitle() {
    if (!this.#cell || !this.examples.data) return t(`verdict.worst.${this.#part}`);
    const { names } = this.examples;
    return t("verdict.cell", { truth: names[this.#cell[0]], guess: names[this.#cell[1]] });
  }
}
