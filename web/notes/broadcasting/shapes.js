// Any two shapes: aligned from the right, axis by axis, and the two arrays added where they fit.

import { arrayOp, broadcastShapes } from "../../core/broadcast.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { press } from "../../plot/controls.js";
import { keep } from "../../plot/kept.js";
import { el, say } from "../../ui/elements.js";
import { tells } from "../tasks/told.js";
import { canDraw, drawArray } from "./grid.js";
import { countOf, isCopy, parseShape, shapeText } from "./shape.js";

/** @typedef {import('../../core/core.js').Core} Core */

const words = { t, onLanguage };
const LONGEST = 100; // characters of a shape in an address
const EXAMPLES = [
  ["(3, 4)", "(1, 4)"],
  ["(3, 4)", "(4,)"],
  ["(3, 4)", "(3,)"],
  ["(3, 4)", "(3, 1)"],
  ["(3, 1)", "(1, 4)"],
  ["(5, 1, 3)", "(4, 1)"],
  ["(2, 3)", "()"],
  ["(10, 2)", "(2,)"],
];

/** 0, step, 2 step, … in this shape. @param {number[]} shape @param {number} step */
const counting = (shape, step) => ({
  shape,
  data: Float64Array.from({ length: countOf(shape) }, (_, i) => i * step),
});

/** @param {Core} core @returns {HTMLElement} */
export function mountShapes(core) {
  const state = { a: [3, 4], b: [4] };
  const complaint = el("p", { class: "complaint shapes-complaint", role: "alert" });
  const verdict = el("p", { class: "verdict", "aria-live": "polite" });
  const python = el("p", { class: "python" });
  const reasons = el("ul", { class: "reasons" });
  const align = el("table", { class: "align" });
  const sum = el("div", { class: "shape-sum" });

  /** @param {'a' | 'b'} name */
  const field = (name) => {
    const input = el("input", {
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      class: "shape-field",
    });
    say(words, input, () => t("broadcasting.shape-of", { name }), "aria-label");
    input.value = shapeText(state[name]);
    keep(input, name, {
      read: () => shapeText(state[name]).replaceAll(" ", ""),
      take(text) {
        input.value = text.slice(0, LONGEST);
        for (const type of ["input", "blur"]) input.dispatchEvent(new Event(type));
      },
    });
    input.addEventListener("input", () => {
      const other = name === "a" ? "b" : "a";
      const read = parseShape(input.value);
      const shape = read.shape ?? [];
      const problem = read.problem ?? tooLarge(core, shape, state[other]);
      if (problem) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      complaint.textContent = problem ? t(`broadcasting.bad.${problem}`) : "";
      if (problem) return;
      state[name] = shape;
      draw();
    });
    input.addEventListener("blur", () => {
      input.removeAttribute("aria-invalid");
      complaint.textContent = "";
      input.value = shapeText(state[name]);
    });
    return input;
  };
  const fields = { a: field("a"), b: field("b") };
  const use = (/** @type {string[]} */ [a, b]) => {
    Object.assign(state, { a: parseShape(a).shape, b: parseShape(b).shape });
    fields.a.value = a;
    fields.b.value = b;
    complaint.textContent = "";
    draw();
  };
  const examples = el(
    "div",
    { class: "shape-examples", role: "group" },
    ...EXAMPLES.map((pair) => press(pair.join(" + "), () => use(pair), "quiet")),
  );
  say(words, examples, "broadcasting.examples", "aria-label");

  function draw() {
    const found = broadcastShapes(core, state.a, state.b);
    align.replaceChildren(...alignment(state, found));
    align.setAttribute("aria-label", t("broadcasting.aligned"));
    verdict.replaceChildren(...verdictOf(found));
    python.textContent = found.error
      ? `ValueError: operands could not be broadcast together with shapes ${numpy(state.a)} ${numpy(state.b)}`
      : "";
    reasons.replaceChildren(...reasonsOf(state, found).map((text) => el("li", {}, text)));
    sum.replaceChildren(...addition(core, state, found));
  }
  tells(verdict, () => {
    const { shape, error } = broadcastShapes(core, state.a, state.b);
    return { ...state, shape, axis: error?.axis };
  });
  onLanguage(draw);
  draw();

  return el(
    "div",
    { class: "shapes" },
    say(words, el("h3"), "broadcasting.shapes-title"),
    el(
      "div",
      { class: "controls shape-fields" },
      el("label", {}, el("code", {}, "a"), fields.a),
      el(
        "span",
        { class: "added" },
        el("span", { class: "plus" }, "+"),
        el("label", {}, el("code", {}, "b"), fields.b),
      ),
      examples,
    ),
    complaint,
    el("div", { class: "shape-answer" }, align, el("div", { class: "why" }, verdict, python, reasons)),
    sum,
  );
}

/** 'large' when the result has more numbers than the core takes. @param {Core} core @param {number[]} a @param {number[]} b */
function tooLarge(core, a, b) {
  try {
    broadcastShapes(core, a, b);
    return "";
  } catch {
    return "large";
  }
}

/** (3,4), as NumPy's message writes it. @param {number[]} shape */
const numpy = (shape) => shapeText(shape).replaceAll(" ", "");

/** @typedef {ReturnType<typeof broadcastShapes>} Found */

/** The rows of the table of sizes. @param {{a: number[], b: number[]}} state @param {Found} found */
function alignment({ a, b }, found) {
  const axes = Math.max(a.length, b.length, 1);
  const fromRight = Array.from({ length: axes }, (_, k) => axes - k); // axes … 1
  const head = el(
    "tr",
    {},
    el("td"),
    ...fromRight.map((k) =>
      el("th", { scope: "col" }, t("broadcasting.axis", { axis: -k }).replace("-", "−")),
    ),
  );
  const cell = (/** @type {number[]} */ shape, /** @type {string} */ name, /** @type {number} */ k) => {
    if (k > shape.length && k > Math.max(a.length, b.length)) return el("td");
    const size = shape[shape.length - k];
    if (found.error) {
      const wrong = found.error.axis === k;
      return el("td", { class: wrong ? "unfit" : size === undefined ? "missing" : "" }, size ?? "–");
    }
    const stretched = found.stretched[found.shape.length - k] === name;
    if (!stretched) return el("td", { class: size === undefined ? "missing" : "" }, size ?? "1");
    return el(
      "td",
      { class: size === undefined ? "missing stretched" : "stretched" },
      `1 → ${found.shape[found.shape.length - k]}`,
    );
  };
  const row = (/** @type {number[]} */ shape, /** @type {string} */ name) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, el("code", {}, name), " ", shapeText(shape)),
      ...fromRight.map((k) => cell(shape, name, k)),
    );
  const result = el(
    "tr",
    { class: "result" },
    el("th", { scope: "row" }, el("code", {}, "a + b"), " ", found.shape ? shapeText(found.shape) : ""),
    ...fromRight.map((k) => {
      if (found.error) return el("td", { class: "unfit" }, found.error.axis === k ? "✗" : "");
      return el("td", {}, found.shape[found.shape.length - k] ?? "");
    }),
  );
  return [head, row(a, "a"), row(b, "b"), result];
}

/** @param {Found} found */
function verdictOf(found) {
  if (!found.error) return [t("broadcasting.fits"), el("strong", {}, shapeText(found.shape))];
  const { axis, sizes } = found.error;
  const params = { axis: `−${axis}`, a: sizes[0], b: sizes[1] };
  return [el("strong", {}, t("broadcasting.unfit")), t("broadcasting.unfit-why", params)];
}

/** Why, axis by axis from the right. @param {{a: number[], b: number[]}} state @param {Found} found */
function reasonsOf({ a, b }, found) {
  if (found.error) return [];
  return found.shape
    .map((size, i) => {
      const k = found.shape.length - i;
      const who = found.stretched[i];
      const missing = { a: k > a.length, b: k > b.length }[who];
      const key = who === "a" || who === "b" ? (missing ? "missing" : "stretched") : who;
      return t(`broadcasting.why.${key}`, { axis: `−${k}`, size, name: who });
    })
    .reverse();
}

/** a + b = result as grids, copies as ghosts; what does not fit stands apart. @param {Core} core @param {{a: number[], b: number[]}} state @param {Found} found */
function addition(core, state, found) {
  const a = counting(state.a, 1);
  const b = counting(state.b, 10);
  /** @param {any} array as drawn @param {string} label @param {number[]} own its shape before @param {(flat: number) => boolean} [ghost] */
  const part = (array, label, own, ghost) => {
    const [before, after] = [own, array.shape].map(shapeText);
    const caption = before === after ? before : `${before} → ${after}`;
    return el(
      "figure",
      {},
      el("figcaption", {}, el("code", {}, label), " ", caption),
      drawArray(array, { label, ghost }),
    );
  };
  /** A sign stays with what comes after it. */
  const signed = (/** @type {string} */ sign, /** @type {HTMLElement} */ node) =>
    el("div", { class: "signed" }, el("span", { class: "sign", "aria-hidden": "true" }, sign), node);
  const largest = found.shape ?? (countOf(state.a) > countOf(state.b) ? state.a : state.b);
  if (![state.a, state.b, largest].every(canDraw))
    return [el("p", { class: "muted" }, t("broadcasting.undrawn", { n: countOf(largest) }))];
  if (found.error) return [part(a, "a", a.shape), signed("+", part(b, "b", b.shape))];
  const zeros = { shape: found.shape, data: new Float64Array(countOf(found.shape)) };
  const stretched = (/** @type {any} */ array, /** @type {string} */ name) => {
    return part(arrayOp(core, "+", array, zeros), name, array.shape, (flat) =>
      isCopy(array.shape, found.shape, flat),
    );
  };
  return [
    stretched(a, "a"),
    signed("+", stretched(b, "b")),
    signed("=", part(arrayOp(core, "+", a, b), "a + b", found.shape)),
  ];
}
