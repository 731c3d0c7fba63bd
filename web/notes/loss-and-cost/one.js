/* The loss of one answer: both of its branches, over ŷ or over z, and half the squared error beside them. */
import { forward } from "../../core/unit.js";
import { t } from "../../i18n/i18n.js";
import { choice } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { formula } from "../../plot/formula.js";
import { createPlot } from "../../plot/plot.js";
import { spoken } from "../../ui/spoken.js";
import { el } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { tells } from "../tasks/told.js";

const Z = 8;
const ZS = Array.from({ length: 321 }, (_, i) => -Z + i / 20);
const TALL = 5; // of the axis of L

/** @param {import('../../core/core.js').Core} core */
export function oneLoss(core) {
  const state = { z: 1, y: 1, over: "a" };
  const losses = (zs, y, loss) =>
    forward(core, {
      x: zs,
      y: zs.map(() => y),
      w: [1],
      b: 0,
      m: zs.length,
      n_x: 1,
      activation: "sigmoid",
      loss,
    });
  const change = (part) => {
    Object.assign(state, part);
    draw();
  };

  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("loss-and-cost.one-plot"),
    x: { min: 0, max: 1, label: "ŷ" },
    y: { min: -0.25, max: TALL, label: "L", ticks: 5 },
    ratio: 0.45,
    minHeight: 280,
  });
  const squared = plot.curve("thin dashed");
  const branches = [plot.curve("class0"), plot.curve("class1")];
  const notes = [plot.note("class0-text"), plot.note("class1-text")];
  const squaredNote = plot.note("small");
  const drop = plot.curve("thin dashed");
  let says = "";
  const handle = plot.handle({
    name: () => t("loss-and-cost.answer"),
    says: () => says,
    x: 0.5,
    y: 0.7,
    axis: "x",
    keep: "at",
    step: () => [state.over === "a" ? 0.01 : 0.1, 0],
    move: (v) => change({ z: state.over === "a" ? zOf(v) : Number(v.toFixed(2)) }),
  });
  const truth = choice({
    label: "loss-and-cost.truth",
    options: [["1", "loss-and-cost.y1"], ["0", "loss-and-cost.y0"]], // prettier-ignore
    value: "1",
    change: (v) => change({ y: Number(v) }),
  });
  const over = choice({
    label: "loss-and-cost.over",
    options: [["a", "loss-and-cost.over-a"], ["z", "loss-and-cost.over-z"]], // prettier-ignore
    value: "a",
    change: (v) => change({ over: v }),
  });
  const numbers = formula(
    '<mi>L</mi><mo>=</mo><mo>−</mo><mo>(</mo><mn id="y"/><mo>·</mo><mi>log</mi><mspace width="0.17em"/><mn id="a"/><mo>+</mo><mn id="not"/><mo>·</mo><mi>log</mi><mspace width="0.17em"/><mn id="rest"/><mo>)</mo><mo>=</mo><mn id="L"/>',
  );
  const half = formula(
    '<mfrac><msup><mrow><mo>(</mo><mn id="a"/><mo>−</mo><mn id="y"/><mo>)</mo></mrow><mn>2</mn></msup><mn>2</mn></mfrac><mo>=</mo><mn id="L"/>',
  );
  const voice = spoken();
  const table = dataTable({
    label: "plot.table",
    columns: () => ["z", "ŷ", "L (y = 1)", "L (y = 0)", "(ŷ − 1)² / 2", "ŷ² / 2"],
    rows: () => {
      const zs = ZS.filter((_, i) => i % 20 === 0);
      const of = (y, loss) => losses(zs, y, loss).losses;
      const columns = [of(1, "cross-entropy"), of(0, "cross-entropy"), of(1, "squared"), of(0, "squared")];
      const { a } = losses(zs, 1, "squared");
      return zs.map((z, i) => [fixed(z, 0), fixed(a[i], 4), ...columns.map((c) => fixed(c[i], 4))]);
    },
  });

  let drawn = "";
  function drawCurves() {
    const key = `${state.over}${state.y}`;
    if (key === drawn) return;
    drawn = key;
    const onZ = state.over === "z";
    plot.range({ x: onZ ? { min: -Z, max: Z, label: "z" } : { min: 0, max: 1, label: "ŷ" } });
    for (const y of [0, 1]) {
      const { a, losses: l } = losses(ZS, y, "cross-entropy");
      branches[y].set(ZS.map((z, i) => [onZ ? z : a[i], l[i]]));
      branches[y].node.classList.toggle("aside", y !== state.y);
    }
    const { a, losses: l } = losses(ZS, state.y, "squared");
    squared.set(ZS.map((z, i) => [onZ ? z : a[i], l[i]]));
    const [left, right] = onZ ? [-4.2, 4.2] : [0.03, 0.97];
    notes[1].set({ x: left, y: TALL, text: "y = 1", anchor: onZ ? "start" : "start", dx: 14, dy: 14 });
    notes[0].set({ x: right, y: TALL, text: "y = 0", anchor: "end", dx: -14, dy: 14 });
    const wrongSide = state.y === 1 ? (onZ ? -Z : 0) : onZ ? Z : 1;
    squaredNote.set({
      x: wrongSide,
      y: 0.5,
      text: state.y === 1 ? "(ŷ − 1)² / 2" : "ŷ² / 2",
      anchor: state.y === 1 ? "start" : "end",
      dx: state.y === 1 ? 8 : -8,
      dy: -8,
    });
  }

  function draw() {
    const { z, y, over: axis } = state;
    drawCurves();
    const { a: as, losses: ls } = losses([z], y, "cross-entropy");
    const [a, l] = [as[0], ls[0]];
    const at = axis === "z" ? z : a;
    says = t("loss-and-cost.answer-says", { a: fixed(a, 3), y, l: fixed(l, 3) });
    handle.set(at, Math.min(l, TALL));
    handle.node.classList.toggle("class1", y === 1);
    handle.node.classList.toggle("class0", y === 0);
    drop.set([[at, -0.25], [at, l]]); // prettier-ignore
    const digits = Math.min(a, 1 - a) < 0.001 ? 5 : 3;
    numbers.set({
      y: String(y),
      not: String(1 - y),
      a: fixed(a, digits),
      rest: fixed(1 - a, digits),
      L: fixed(l, 3),
    });
    half.set({ y: String(y), a: fixed(a, digits), L: fixed(losses([z], y, "squared").losses[0], 3) });
    voice.say(says);
    table.update();
  }

  tells(node, () => ({ lossOf: (a, y) => losses([zOf(a)], y, "cross-entropy").losses[0] }));
  return {
    nodes: [
      el("div", { class: "controls" }, truth.node, over.node),
      node,
      el("div", { class: "loss-numbers", "data-words": "one" }, numbers.node, half.node),
      voice.node,
      table.node,
    ],
    draw,
  };
}

/** The z at which σ answers a: where on the axis of ŷ the reader's pointer is. @param {number} a */
function zOf(a) {
  const inside = Math.min(0.9997, Math.max(0.0003, a));
  return Math.log(inside / (1 - inside));
}
