/* The sigmoid and its frequent misprint. The misprint is only a formula to draw; σ comes from the core. It never
   leaves 0 … 1, since z + e^(−z) is at least 1: what is wrong with it is that it falls again. */
import { forward } from "../../core/unit.js";
import { t } from "../../i18n/i18n.js";
import { dataTable } from "../../plot/datatable.js";
import { formula } from "../../plot/formula.js";
import { createPlot } from "../../plot/plot.js";
import { spoken } from "../../ui/spoken.js";
import { el } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";

const Z = 8;
const ZS = Array.from({ length: 161 }, (_, i) => -Z + i / 10);

/** 1/(z + e^(−z)), as misprinted. @param {number} z */
export const misprinted = (z) => 1 / (z + Math.exp(-z));

/** @param {import('../../core/core.js').Core} core */
export function erratum(core) {
  let z = 2;
  const sigma = (zs) =>
    forward(core, {
      x: zs,
      y: zs.map(() => 1),
      w: [1],
      b: 0,
      m: zs.length,
      n_x: 1,
      activation: "sigmoid",
      loss: "cross-entropy",
    }).a;
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("logistic-regression.erratum-plot"),
    x: { min: -Z, max: Z, label: "z", ticks: 8 },
    y: { min: -0.1, max: 1.2, label: "ŷ", ticks: 6 },
    ratio: 0.42,
    minHeight: 240,
  });
  const drop = plot.curve("thin dashed");
  const right = plot.curve("");
  const wrong = plot.curve("wrong dashed");
  const all = sigma(ZS);
  right.set(ZS.map((v, i) => [v, all[i]]));
  wrong.set(ZS.map((v) => [v, misprinted(v)]));
  const other = plot.dots("wrong", 5);
  plot.note("").set({ x: 7.9, y: 0.8, text: "1 / (1 + e⁻ᶻ)", anchor: "end" });
  plot.note("wrong").set({ x: 7.9, y: 0.44, text: "1 / (z + e⁻ᶻ)", anchor: "end" });
  let says = "";
  const handle = plot.handle({
    name: () => t("logistic-regression.z-handle"),
    says: () => says,
    x: z,
    y: 0.5,
    axis: "x",
    keep: "z",
    move(v) {
      z = Number(v.toFixed(2));
      draw();
    },
  });
  const hat = "<mover><mi>y</mi><mo>^</mo></mover>";
  const good = formula(
    `<mi>σ</mi><mo>(</mo><mi>z</mi><mo>)</mo><mo>=</mo><mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mn id="minus"/></msup></mrow></mfrac><mo>=</mo><mn id="a"/>`,
  );
  const bad = formula(
    `${hat}<mo>=</mo><mfrac><mn>1</mn><mrow><mn id="z"/><mo>+</mo><msup><mi>e</mi><mn id="minus"/></msup></mrow></mfrac><mo>=</mo><mn id="a"/>`,
  );
  const sentence = el("p", { class: "muted logistic-sentence" });
  const voice = spoken();
  const table = dataTable({
    label: "plot.table",
    columns: () => ["z", "1 / (1 + e⁻ᶻ)", "1 / (z + e⁻ᶻ)"],
    rows: () =>
      ZS.filter((_, i) => i % 10 === 0).map((v) => [
        fixed(v, 0),
        fixed(sigma([v])[0], 5),
        fixed(misprinted(v), 5),
      ]),
  });

  function draw() {
    const [a, b] = [sigma([z])[0], misprinted(z)];
    handle.set(z, a);
    other.set([{ x: z, y: b }]);
    drop.set([[z, -0.1], [z, Math.max(a, b)]]); // prettier-ignore
    says = `z = ${fixed(z, 2)}, σ(z) = ${fixed(a, 3)}`;
    good.set({ minus: fixed(-z, 2), a: fixed(a, 4) });
    bad.set({ z: fixed(z, 2), minus: fixed(-z, 2), a: fixed(b, 4) });
    const where = Math.abs(z) < 0.25 ? "zero" : z > 0 ? "positive" : "negative";
    sentence.textContent = t(`logistic-regression.misprint.${where}`, {
      z: fixed(z, 2),
      a: fixed(a, 3),
      b: fixed(b, 3),
    });
    voice.say(sentence.textContent);
    table.update();
  }

  return {
    nodes: [
      node,
      el("div", { class: "logistic-numbers side", "data-words": "erratum" }, good.node, bad.node),
      sentence,
      voice.node,
      table.node,
    ],
    draw,
  };
}
