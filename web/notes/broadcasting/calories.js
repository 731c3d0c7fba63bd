// The calories of four foods: column sums of shape (4,), made a row (1, 4), stretched over (3, 4), and percentages.

import { arrayOp, arraySum } from "../../core/broadcast.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { choice, numberField } from "../../plot/controls.js";
import { formula } from "../../plot/formula.js";
import { player } from "../../plot/player.js";
import { el, say } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { tells } from "../tasks/told.js";

/** @typedef {import('../../core/core.js').Core} Core */

const words = { t, onLanguage };
const FOODS = ["apples", "beef", "eggs", "potatoes"];
const PARTS = ["carbohydrate", "protein", "fat"];
const CALORIES = [56, 0, 4.4, 68, 1.2, 104, 52, 8, 1.8, 135, 99, 0.9];
const MOST = 1e5;
const LAST = 4;

/** The sums and the percentages of a table (3, 4). @param {Core} core @param {number[]} numbers */
function compute(core, numbers) {
  const A = { shape: [3, 4], data: numbers };
  const flat = arraySum(core, A, 0);
  const s = { shape: [1, 4], data: flat.data };
  const hundred = arrayOp(core, "*", { shape: [], data: [100] }, A);
  const P = arrayOp(core, "/", hundred, s);
  return {
    sums: flat.data,
    stretched: arrayOp(core, "*", { shape: [3, 4], data: new Float64Array(12).fill(1) }, s).data,
    percent: P.data,
    whole: arraySum(core, P, 0).data,
  };
}

/** @param {Core} core @returns {{node: HTMLElement, visible: (on: boolean) => void}} */
export function mountCalories(core) {
  const state = { numbers: [...CALORIES], step: LAST, picked: 0 };
  const view = makeTables(state, {
    edit: (i, value) => {
      state.numbers[i] = value;
      draw();
    },
    pick: (i) => {
      state.picked = i;
      draw();
    },
  });
  const steps = choice({
    label: "broadcasting.steps",
    options: [0, 1, 2, 3, 4].map((k) => [String(k), `broadcasting.step.${k}`]),
    value: String(LAST),
    change: (k) => {
      transport.pause();
      go(Number(k));
    },
  });
  const transport = player({
    step: () => {
      go(state.step === LAST ? 0 : state.step + 1);
      return state.step < LAST;
    },
    reset: () => {
      state.numbers = [...CALORIES];
      go(LAST);
    },
    rate: 0.8,
  });
  const live = formula(
    "<msub><mi>P</mi><mrow><mn id='r'/><mo separator='true'>,</mo><mn id='c'/></mrow></msub><mo>=</mo>" +
      "<mn>100</mn><mo>·</mo><mfrac><msub><mi>A</mi><mrow><mn id='r'/><mo separator='true'>,</mo><mn id='c'/></mrow></msub>" +
      "<msub><mi>s</mi><mrow><mn>0</mn><mo separator='true'>,</mo><mn id='c'/></mrow></msub></mfrac><mo>=</mo>" +
      "<mn>100</mn><mo>·</mo><mfrac><mn id='calories'/><mn id='sum'/></mfrac><mo>=</mo><mn id='percent'/>",
  );
  const sentence = el("p", { class: "calories-says", "aria-live": "polite" });

  function go(step) {
    state.step = step;
    steps.set(String(step));
    draw();
  }

  function draw() {
    const result = compute(core, state.numbers);
    const [r, c] = [Math.floor(state.picked / 4), state.picked % 4];
    view.draw(result);
    live.set({
      r: String(r),
      c: String(c),
      calories: plain(state.numbers[state.picked]),
      sum: plain(result.sums[c]),
      percent: fixed(result.percent[state.picked], 2),
    });
    const empty = FOODS.filter((_, k) => Number.isNaN(result.whole[k])).map((food) =>
      t(`broadcasting.${food}`),
    );
    const text = t(`broadcasting.says.${state.step}`);
    const whole = state.step < LAST || empty.length ? "" : t("broadcasting.hundred");
    const nan = empty.length ? t("broadcasting.nan", { foods: empty.join(t("broadcasting.and")) }) : "";
    const last = state.step === LAST ? nan : "";
    live.node.classList.toggle("nan", Number.isNaN(result.percent[state.picked]));
    if (sentence.textContent !== text + whole + last)
      sentence.replaceChildren(text + whole, el("strong", {}, last));
  }

  const node = el(
    "div",
    { class: "calories" },
    el("div", { class: "controls" }, transport.node, steps.node),
    sentence,
    view.node,
    el("p", { class: "formula-row" }, live.node),
  );
  tells(node, () => {
    const { percent, sums } = compute(core, state.numbers);
    return { percent: [...percent], sums: [...sums] };
  });
  onLanguage(draw);
  draw();
  return { node, visible: transport.visible };
}

/** As many digits as it has, but none of the rounding. @param {number} x */
const plain = (x) => (Number.isFinite(x) ? String(Number(x.toPrecision(7))) : fixed(x, 2));

/**
 * Three tables whose columns stand one above the other, each beside its line of code and its shape.
 * @param {{numbers: number[], step: number, picked: number}} state
 * @param {{edit: (i: number, value: number) => void, pick: (i: number) => void}} on
 */
function makeTables(state, on) {
  const fields = CALORIES.map((value, i) => {
    const [part, food] = [PARTS[Math.floor(i / 4)], FOODS[i % 4]];
    const field = numberField({
      label: () =>
        t("broadcasting.cell", { part: t(`broadcasting.${part}`), food: t(`broadcasting.${food}`) }),
      value,
      name: "A",
      valid: (v) => v >= 0 && v <= MOST,
      change: (v) => on.edit(i, v),
    });
    field.field.addEventListener("focus", () => on.pick(i));
    return field;
  });
  const cells = (/** @type {number} */ n) => Array.from({ length: n }, () => el("td"));
  const [sums, percents, wholes] = [cells(12), cells(12), cells(4)];
  percents.forEach((cell, i) => cell.addEventListener("click", () => on.pick(i)));
  const rows = (/** @type {any[]} */ list, /** @type {(r: number) => any} */ head) =>
    [0, 1, 2].map((r) => el("tr", {}, head(r), ...list.slice(4 * r, 4 * r + 4)));
  const part = (/** @type {number} */ r) =>
    say(words, el("th", { scope: "row" }), `broadcasting.${PARTS[r]}`);
  const index = () => el("th", { scope: "row", class: "index" }, "s[0]"); // the copies are that row, too

  const inputs = fields.map((field) => el("td", {}, field.node));
  const A = block("A", rows(inputs, part));
  const s = block("s", rows(sums, index));
  const P = block("P", rows(percents, part), [
    el("tr", { class: "whole" }, say(words, el("th", { scope: "row" }), "broadcasting.sum"), ...wholes),
  ]);

  return {
    node: el("div", { class: "calorie-tables" }, A.node, s.node, P.node),
    /** @param {ReturnType<typeof compute>} result */
    draw({ stretched, percent, whole }) {
      fields.forEach((field, i) => field.set(state.numbers[i]));
      fields.forEach((field, i) => field.node.parentNode.classList.toggle("picked", i === state.picked));
      sums.forEach((cell, i) => put(cell, state.step > 0 ? plain(stretched[i]) : ""));
      percents.forEach((cell, i) => {
        put(cell, state.step === LAST ? fixed(percent[i], 1) : "");
        cell.classList.toggle("picked", i === state.picked);
        cell.classList.toggle("nan", Number.isNaN(percent[i]));
        cell.style.setProperty("--share", `${state.step === LAST && percent[i] > 0 ? percent[i] : 0}%`);
      });
      wholes.forEach((cell, c) => {
        put(cell, state.step === LAST ? fixed(whole[c], 1) : "");
        cell.classList.toggle("nan", Number.isNaN(whole[c]));
      });
      s.node.dataset.step = String(state.step);
      P.node.dataset.step = String(state.step);
      s.code(["s = A.sum(axis=0)", "s = A.sum(axis=0)", "s = s.reshape(1, 4)", "A / s", "A / s"][state.step]);
      s.shape(["", "(4,)", "(1, 4)", "(1, 4) → (3, 4)", "(1, 4) → (3, 4)"][state.step]);
      P.shape(state.step === LAST ? "(3, 4)" : "");
    },
  };
}

/** @param {string} name A, s or P @param {HTMLElement[]} body @param {HTMLElement[]} [foot] */
function block(name, body, foot = []) {
  const heads = FOODS.map((food) => say(words, el("th", { scope: "col" }), `broadcasting.${food}`));
  const table = el(
    "table",
    { class: "calorie-table" },
    el("thead", { class: name === "A" ? "" : "visually-hidden" }, el("tr", {}, el("td"), ...heads)),
    el("tbody", {}, ...body),
    el("tfoot", {}, ...foot),
  );
  say(words, table, `broadcasting.table.${name}`, "aria-label");
  const code = el("code", {}, { A: "A = np.array(…)", s: "", P: "P = 100 * A / s" }[name]);
  const shape = el("span", { class: "shape" }, name === "A" ? "(3, 4)" : "");
  return {
    node: el("div", { class: `calorie-block block-${name}` }, table, el("p", { class: "code" }, code, shape)),
    code: (/** @type {string} */ text) => put(code, text),
    shape: (/** @type {string} */ text) => put(shape, text),
  };
}

/** @param {Node} node @param {string} text */
function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
