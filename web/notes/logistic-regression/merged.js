/* b apart, and b as θ₀ beside a feature x₀ that is always 1: the same training, side by side, to the last digit. */
import { train } from "../../core/unit.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { slider } from "../../plot/controls.js";
import { formula } from "../../plot/formula.js";
import { spoken } from "../../ui/spoken.js";
import { el, say } from "../../ui/elements.js";
import { fixed, scientific, signBefore } from "../../ui/format.js";
import { FIRST } from "./line.js";

const ALPHA = 0.05;
const words = { t, onLanguage };

/**
 * Trains the same points both ways, and compares.
 * @param {import('../../core/core.js').Core} core @param {{x: number, y: number}[]} points @param {number} iterations
 */
export function bothWays(core, points, iterations) {
  const m = points.length;
  const common = {
    y: points.map((p) => p.y),
    m,
    activation: "sigmoid",
    loss: "cross-entropy",
    alpha: ALPHA,
    iterations,
  };
  const apart = train(core, { ...common, x: points.map((p) => p.x), n_x: 1, w: [0], b: 0, bias: true });
  const merged = train(core, {
    ...common,
    x: points.flatMap((p) => [1, p.x]),
    n_x: 2,
    w: [0, 0],
    b: 0,
    bias: false,
  });
  const gaps = apart.costs.map((cost, k) => Math.abs(cost - merged.costs[k]));
  const most = gaps.reduce((a, b) => Math.max(a, b), Math.abs(apart.cost - merged.cost));
  return { apart, merged, same: gaps.filter((gap) => gap === 0).length, most };
}

/** @param {import('../../core/core.js').Core} core */
export function merged(core) {
  let points = FIRST;
  let iterations = 1000;
  const how = slider({
    label: "logistic-regression.iterations",
    min: 1,
    max: 10000,
    value: iterations,
    log: true,
    valid: (v) => Number.isInteger(v) && v >= 1 && v <= 10000,
    change(v) {
      iterations = Math.round(v);
      draw();
    },
  });
  const apart = side(
    "apart",
    '<mi>z</mi><mo>=</mo><mi>w</mi><mi>x</mi><mo>+</mo><mi>b</mi><mo>=</mo><mn id="one"/><mi>x</mi><mo id="sign"/><mn id="zero"/>',
    ["w", "b"],
  );
  const together = side(
    "merged",
    '<mi>z</mi><mo>=</mo><msub><mi>θ</mi><mn>0</mn></msub><msub><mi>x</mi><mn>0</mn></msub><mo>+</mo><msub><mi>θ</mi><mn>1</mn></msub><msub><mi>x</mi><mn>1</mn></msub><mo>=</mo><mn id="zero"/><mo>·</mo><mn>1</mn><mo id="sign"/><mn id="one"/><msub><mi>x</mi><mn>1</mn></msub>',
    ["θ₁", "θ₀"],
  );
  const sentence = el("p", { class: "logistic-sentence" });
  const voice = spoken();

  function draw() {
    apart.node.hidden = together.node.hidden = points.length === 0;
    if (points.length === 0) {
      sentence.textContent = t("logistic-regression.no-points");
      return;
    }
    const { apart: a, merged: b, same, most } = bothWays(core, points, iterations);
    apart.set({ one: a.w[0], zero: a.b, cost: a.cost, second: a.b }, points, false);
    together.set({ one: b.w[1], zero: b.w[0], cost: b.cost, second: b.w[1] }, points, true);
    sentence.textContent = t(most === 0 ? "logistic-regression.same" : "logistic-regression.differ", {
      n: iterations,
      same,
      most: scientific(most, 1),
    });
    voice.say(sentence.textContent);
  }

  return {
    nodes: [
      how.node,
      el("div", { class: "logistic-pair theta" }, apart.node, together.node),
      sentence,
      voice.node,
    ],
    draw,
    /** @param {{x: number, y: number}[]} list */
    set(list) {
      points = list;
      draw();
    },
  };
}

/** One of the two: its formula, its columns of x, and its parameters and J with all their digits. */
function side(name, template, [one, zero]) {
  const live = formula(template, { block: true });
  const rows = el("tbody");
  const head = el("tr");
  const place = { [one]: el("output"), [zero]: el("output"), J: el("output") };
  const list = el(
    "dl",
    {},
    ...Object.entries(place).map(([key, output]) => el("div", {}, el("dt", {}, key), el("dd", {}, output))),
  );
  const table = el("table", { class: "plain" }, el("thead", {}, head), rows);
  const scroll = el("div", { class: "theta-rows", tabindex: 0, role: "region" }, table);
  say(words, scroll, `logistic-regression.${name}-rows`, "aria-label");
  const node = el(
    "div",
    { class: "theta-side", "data-way": name },
    say(words, el("h4"), `logistic-regression.${name}`),
    el("div", { class: "theta-formula" }, live.node),
    scroll,
    list,
  );
  return {
    node,
    set(values, points, ones) {
      live.set({
        one: fixed(ones ? Math.abs(values.one) : values.one, 3),
        zero: fixed(ones ? values.zero : Math.abs(values.zero), 3),
        sign: signBefore(values.second, 3),
      });
      head.replaceChildren(
        ...(ones ? ["x₀", "x₁", "y"] : ["x", "y"]).map((text) => el("th", { scope: "col" }, text)),
      );
      rows.replaceChildren(
        ...points.map(({ x, y }) =>
          el(
            "tr",
            {},
            ...(ones ? [el("td", { class: "one" }, "1")] : []),
            el("td", {}, fixed(x, 1)),
            el("td", { class: y ? "class1" : "class0" }, String(y)),
          ),
        ),
      );
      place[one].textContent = digits(values.one);
      place[zero].textContent = digits(values.zero);
      place.J.textContent = digits(values.cost);
    },
  };
}

/** Every digit: here they are the point. */
const digits = (v) => String(v).replace("-", "−");
