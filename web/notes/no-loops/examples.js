// The examples of this figure as the reader edits them: X with a column an example, Y below it. The numbers of columns
// and rows that are taken away come back with them.

import { onLanguage, t } from "../../i18n/i18n.js";
import { numberField } from "../../plot/controls.js";
import { keep } from "../../plot/kept.js";
import { el, say } from "../../ui/elements.js";
import { shapeText } from "./code.js";

const words = { t, onLanguage };
const MOST = 1e6;
/** The first students of the figure before: two exams, hours of study, hours of sleep, all standardised; as many as m and
 *  n_x can be. */
export const X = [[-1.4, 1, 0.7, 0.3], [0.1, 1.5, 0.2, -0.6], [-0.8, -0.3, -1.3, 0.9], [1.2, 0.8, 0.6, 1.5], [-0.4, -0.1, 1, -0.8], [1.5, -1.1, -0.5, 0.2]]; // prettier-ignore
export const Y = [0, 1, 0, 1, 0, 1];

/**
 * @param {{m: number, n_x: number, change: () => void, mark: (i: number) => void}} options change: the numbers or
 *   the size are others; mark: the reader is at example i
 */
export function examplesTable({ m, n_x, change, mark }) {
  const size = { m, n_x };
  const x = X.map((row) => [...row]);
  const y = [...Y];
  const fields = x.map((row, i) =>
    row.map((value, j) => {
      const field = numberField({
        label: () => t("no-loops.cell", { j: j + 1, i: i + 1 }),
        value,
        name: `x${j + 1}${i + 1}`,
        change(v) {
          x[i][j] = v;
          change();
        },
        valid: (v) => Math.abs(v) <= MOST,
      });
      return el("td", {}, field.node);
    }),
  );
  const labels = y.map((_, i) => {
    const button = el("button", { type: "button", class: "class-toggle" });
    const turn = () => {
      y[i] = 1 - y[i];
      show(i);
      change();
    };
    button.addEventListener("click", turn);
    keep(button, `y${i + 1}`, {
      read: () => String(y[i]),
      take: (text) => text === String(1 - y[i]) && turn(),
    });
    say(words, button, () => t("no-loops.class", { i: i + 1, y: y[i] }), "aria-label");
    return button;
  });
  const heads = y.map((_, i) => {
    const button = el("button", { type: "button", class: "quiet example-head" }, String(i + 1));
    button.addEventListener("click", () => mark(i));
    say(words, button, () => t("no-loops.example", { i: i + 1 }), "aria-label");
    return button;
  });
  const [shapeX, shapeY] = [el("span", { class: "matrix-shape" }), el("span", { class: "matrix-shape" })];
  const body = el("tbody");
  const head = el("tr");
  const title = say(words, el("h3"), "no-loops.examples");
  const table = el("table", { class: "examples" }, el("thead", {}, head), body);
  const scroll = el("div", { class: "examples-scroll" }, table);

  function show(i) {
    labels[i].textContent = String(y[i]);
    labels[i].setAttribute("aria-label", t("no-loops.class", { i: i + 1, y: y[i] }));
    labels[i].classList.toggle("one", y[i] === 1);
  }

  function build() {
    const columns = (/** @type {(i: number) => Node} */ cell) =>
      Array.from({ length: size.m }, (_, i) => cell(i));
    head.replaceChildren(
      el("th", { scope: "row" }, el("i", {}, "i")),
      ...columns((i) => el("th", { scope: "col", "data-example": i }, heads[i])),
    );
    const rows = Array.from({ length: size.n_x }, (_, j) => {
      const name = el("th", { scope: "row" }, el("i", {}, "x"), el("sub", {}, String(j + 1)));
      return el(
        "tr",
        {},
        name,
        ...columns((i) => {
          fields[i][j].dataset.example = String(i);
          return fields[i][j];
        }),
      );
    });
    const last = el(
      "tr",
      { class: "labels" },
      el("th", { scope: "row" }, el("i", {}, "y")),
      ...columns((i) => el("td", { "data-example": i }, labels[i])),
    );
    body.replaceChildren(...rows, last);
    shapeX.textContent = `X ${shapeText([size.n_x, size.m])}`;
    shapeY.textContent = `Y ${shapeText([1, size.m])}`;
  }

  // Where the reader is, that example is the marked one.
  table.addEventListener("focusin", ({ target }) => {
    const cell = target.closest("[data-example]");
    if (cell) mark(Number(cell.dataset.example));
  });
  y.forEach((_, i) => show(i));
  build();
  return {
    node: el(
      "div",
      { class: "examples-part" },
      title,
      scroll,
      el("p", { class: "examples-shapes" }, shapeX, shapeY),
    ),
    size,
    /** @param {Partial<{m: number, n_x: number}>} next */
    resize(next) {
      Object.assign(size, next);
      build();
      change();
    },
    /** @returns {import('./runs.js').Table} */
    table() {
      const some = x.slice(0, size.m).map((row) => row.slice(0, size.n_x));
      return { x: some.flat(), y: y.slice(0, size.m), m: size.m, n_x: size.n_x };
    },
    /** @param {number} i */
    mark(i) {
      for (const cell of table.querySelectorAll("[data-example]"))
        cell.classList.toggle("marked", Number(cell.dataset.example) === i);
    },
  };
}
