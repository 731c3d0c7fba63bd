/* One weight: a ball on the curve of J(w), b held at its best value. */
import { backward, costCurve, train } from "../../core/unit.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { slider } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { formula } from "../../plot/formula.js";
import { player } from "../../plot/player.js";
import { createPlot } from "../../plot/plot.js";
import { el, say } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { HOUSES, HOUSE_TABLE } from "../shared/houses.js";
import { tells } from "../tasks/told.js";

const B = -1.1; // near the best b of the houses, so that one weight is enough
const RANGE = [-2, 7];
const TOP = 16;
const SAME = 1e-4; // a slope too small to see

/** @param {import('../../core/core.js').Core} core */
export function oneWeight(core) {
  const start = { w: -1, path: /** @type {{x: number, y: number}[]} */ ([]) };
  const state = { ...start, alpha: 0.2, steps: 0, stepped: 0.2 }; // stepped: the α of the last step
  const ws = Array.from({ length: 181 }, (_, k) => RANGE[0] + ((RANGE[1] - RANGE[0]) * k) / 180);
  const at = (w) => {
    const { cost, dw } = backward(core, { ...HOUSE_TABLE, n_x: 1, w: [w], b: B });
    return { cost, dw: dw[0] };
  };

  const plotNode = el("div");
  const plot = createPlot(plotNode, {
    name: () => t("gradient-descent.one-plot"),
    x: { min: RANGE[0], max: RANGE[1], label: "w" },
    y: { min: 0, max: TOP, label: "J(w)" },
    ratio: 0.42,
  });
  const { cost } = costCurve(core, { ...HOUSE_TABLE, b: B, ws });
  plot.curve("").set(ws.map((w, k) => [w, cost[k]]));
  const tangent = plot.curve("thin dashed");
  const step = plot.curve("class1 strong");
  const path = plot.dots("past", 3.5);
  const ball = plot.handle({
    name: () => t("gradient-descent.ball"),
    says: () => t("gradient-descent.ball-says", { w: fixed(state.w, 2), j: fixed(at(state.w).cost, 2) }),
    x: state.w,
    y: 0,
    axis: "x",
    keep: "w",
    look: "class1",
    move: (w) => {
      run.pause();
      Object.assign(state, { w, path: [], steps: 0 });
      draw();
    },
  });

  const rule = formula(
    "<mi>w</mi><mo>:=</mo><mi>w</mi><mo>−</mo><mi>α</mi><mfrac><mrow><mi>d</mi><mi>J</mi></mrow><mrow><mi>d</mi><mi>w</mi></mrow></mfrac>",
  );
  const numbers = formula(
    '<mo>=</mo><mn id="w"/><mo>−</mo><mn id="alpha"/><mo>·</mo><mn id="dw"/><mo>=</mo><mn id="next"/>',
  );
  const says = el("p", { class: "says muted", "aria-live": "polite" });
  const which = say({ t, onLanguage }, el("p", { class: "muted" }), () =>
    t("gradient-descent.which", { b: fixed(B, 1) }),
  );
  const houses = dataTable({
    label: "gradient-descent.houses",
    columns: () => ["x", "y", "ŷ", "(ŷ − y)² / 2"],
    rows: () =>
      HOUSES.map(({ x, y }) => {
        const a = state.w * x + B;
        return [fixed(x, 2), fixed(y, 2), fixed(a, 4), fixed((a - y) ** 2 / 2, 4)];
      }),
  });
  const alpha = slider({
    label: "gradient-descent.alpha",
    min: 0.01,
    max: 2,
    value: state.alpha,
    log: true,
    change: (value) => {
      state.alpha = value;
      draw();
    },
  });
  const run = player({ step: go, reset, rate: 3 });

  function go(count) {
    for (let k = 0; k < count; k++) {
      const { w, diverged } = train(core, {
        ...HOUSE_TABLE,
        n_x: 1,
        w: [state.w],
        b: B,
        alpha: state.alpha,
        iterations: 1,
        bias: false,
      });
      state.path = [...state.path, { x: state.w, y: at(state.w).cost }].slice(-60);
      Object.assign(state, { w: w[0], steps: state.steps + 1, stepped: state.alpha });
      if (diverged !== null || Math.abs(state.w) > 1e6) {
        draw();
        return false;
      }
    }
    draw();
    return Math.abs(at(state.w).dw) > SAME;
  }

  function reset() {
    Object.assign(state, start, { path: [], steps: 0 });
    draw();
  }

  function draw() {
    const { cost: j, dw } = at(state.w);
    const next = state.w - state.alpha * dw;
    tangent.set([state.w - 3, state.w + 3].map((w) => [w, j + dw * (w - state.w)]));
    step.set([[state.w, j], [next, j]]); // prettier-ignore
    path.set(state.path);
    ball.set(state.w, j);
    numbers.set({
      w: fixed(state.w, 4),
      alpha: String(state.alpha),
      dw: dw < 0 ? `(${fixed(dw, 4)})` : fixed(dw, 4),
      next: fixed(next, 3),
    });
    const away = Math.abs(state.w) > 7 || j > TOP;
    const key = away ? "away" : Math.abs(dw) <= SAME ? "flat" : dw > 0 ? "right" : "left";
    const text = t(`gradient-descent.one.${key}`, { n: state.steps });
    if (says.textContent !== text) says.textContent = text;
    houses.update();
  }
  tells(plotNode, () => {
    const { w, stepped, steps, path: past } = state;
    return { one: { w, alpha: stepped, steps, dw: at(w).dw, before: past.length ? at(past[0].x).dw : 0 } };
  });
  onLanguage(draw);
  draw();
  const node = el(
    "div",
    { class: "half" },
    which,
    el("div", { class: "controls" }, run.node, alpha.node),
    plotNode,
    el("p", { class: "formula-row" }, rule.node, numbers.node),
    says,
    houses.node,
  );
  return { node, visible: run.visible };
}
