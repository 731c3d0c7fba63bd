// How this figure shows the two listings, the bands between lines that belong together, and a line as matrices.

import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { LOOPS, VECTOR, linesOf, runs, shapeOf, shapeText } from "./code.js";

const words = { t, onLanguage };
const SVG = "http://www.w3.org/2000/svg";

/**
 * The listings. A vector line is chosen as one of a group of radio buttons; what the pointer is on is lit meanwhile.
 * @param {{choose: (id: string) => void}} options
 */
export function listings({ choose }) {
  let chosen = VECTOR[0].id;
  const left = LOOPS.map(({ in: depth = 0, code, folds }, k) => {
    const line = el("li", { class: `indent-${depth}` }, el("code", {}, code));
    line.addEventListener("pointerenter", () => light(folds, [k]));
    line.addEventListener("click", () => pick(folds[0]));
    return line;
  });
  const shapes = VECTOR.map(() => el("span", { class: "line-shape" }));
  const right = VECTOR.map(({ id, code }, k) => {
    const line = el("li", { role: "radio", "data-line": id }, el("code", {}, code), shapes[k]);
    line.addEventListener("pointerenter", () => light([id], linesOf(id)));
    line.addEventListener("click", () => pick(id));
    line.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      const next = (k + by + VECTOR.length) % VECTOR.length;
      pick(VECTOR[next].id);
      right[next].focus();
    });
    return line;
  });
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "folds");
  svg.setAttribute("aria-hidden", "true");
  const vectorList = say(
    words,
    el("ol", { class: "listing code-vector", role: "radiogroup" }, ...right),
    "no-loops.vector",
    "aria-label",
  );
  const [loopHead, vectorHead] = ["no-loops.loops", "no-loops.vector"].map((key) =>
    say(words, el("h3"), key),
  );
  const node = el(
    "div",
    { class: "listings" },
    loopHead,
    el("ol", { class: "listing code-loops" }, ...left),
    svg,
    vectorHead,
    vectorList,
  );
  node.addEventListener("pointerleave", () => light([chosen], linesOf(chosen)));

  let lit = { ids: [chosen], lines: linesOf(chosen) };
  function light(ids, lines) {
    lit = { ids, lines };
    left.forEach((line, k) => line.classList.toggle("lit", lines.includes(k)));
    right.forEach((line, k) => line.classList.toggle("lit", ids.includes(VECTOR[k].id)));
    drawBands();
  }

  function pick(id) {
    show(id);
    choose(id);
  }

  function show(id) {
    chosen = id;
    right.forEach((line, k) => {
      const on = VECTOR[k].id === id;
      line.setAttribute("aria-checked", String(on));
      line.setAttribute("tabindex", on ? "0" : "-1");
    });
    light([id], linesOf(id));
  }

  /** From every run of lit lines on the left to every lit line on the right. */
  function drawBands() {
    const box = svg.getBoundingClientRect();
    if (box.width === 0) return;
    const edges = (/** @type {Element} */ first, last = first) => [
      first.getBoundingClientRect().top - box.top + 1,
      last.getBoundingClientRect().bottom - box.top - 1,
    ];
    const [w, half] = [box.width, box.width / 2];
    const bands = lit.ids.flatMap((id) => {
      const [top, bottom] = edges(right[VECTOR.findIndex((line) => line.id === id)]);
      return runs(lit.lines).map(([from, to]) => {
        const [t0, b0] = edges(left[from], left[to]);
        const path = document.createElementNS(SVG, "path");
        path.setAttribute(
          "d",
          `M0 ${t0}C${half} ${t0} ${half} ${top} ${w} ${top}V${bottom}C${half} ${bottom} ${half} ${b0} 0 ${b0}Z`,
        );
        return path;
      });
    });
    svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
    svg.replaceChildren(...bands);
  }
  new ResizeObserver(drawBands).observe(node);

  show(chosen);
  return {
    node,
    show,
    get chosen() {
      return chosen;
    },
    /** Shapes of what each vector line gives. @param {number} m @param {number} n_x */
    shapes(m, n_x) {
      const results = VECTOR.map(({ terms: [name] }) => shapeText(shapeOf(name, m, n_x)));
      results.forEach((text, k) => (shapes[k].textContent = text));
    },
  };
}

/** Names as they are read: transposed, and new ones with their arrow. @param {string} name */
function nameNodes(name) {
  if (name === "wT" || name === "dZT") return [name.slice(0, -1), el("sup", {}, "T")];
  return [name.replace("_new", "")];
}

/**
 * A vector line as matrices with real numbers; example i is marked.
 * @param {string[]} terms @param {{values: Record<string, number[]>, m: number, n_x: number, i: number}} how values row by row
 */
export function equation(terms, { values, m, n_x, i }) {
  return terms.map((term) => {
    if (!(term in values)) return el("span", { class: "sign" }, term);
    const shape = shapeOf(term, m, n_x);
    return matrix(
      nameNodes(term),
      shape,
      values[term],
      term === "dZT" ? { row: i } : shape[1] === m ? { column: i } : {},
    );
  });
}

/** @param {(Node | string)[]} name @param {number[]} shape @param {number[]} data @param {{row?: number, column?: number}} mark */
function matrix(name, shape, data, mark) {
  const [rows, columns] = shape.length === 2 ? shape : [1, 1];
  const body = Array.from({ length: rows }, (_, r) =>
    el(
      "tr",
      {},
      ...Array.from({ length: columns }, (_, c) =>
        el(
          "td",
          { class: mark.row === r || mark.column === c ? "marked" : "" },
          entry(data[r * columns + c]),
        ),
      ),
    ),
  );
  return el(
    "div",
    { class: shape.length ? "matrix" : "matrix single" },
    el("span", { class: "matrix-name" }, ...name),
    el("table", {}, el("tbody", {}, ...body)),
    el("span", { class: "matrix-shape" }, shapeText(shape)),
  );
}

/** As short as the number allows. @param {number} x */
const entry = (x) =>
  Number.isInteger(x) ? String(x).replace("-", "−") : fixed(x, 2 + Number(Math.abs(x) < 0.1));
