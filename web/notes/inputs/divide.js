// Why / 255: switch the division off and look for an α with which J still falls.
import { joined, onLanguage, t } from "../../i18n/i18n.js";
import { choice, slider } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { createPlot } from "../../plot/plot.js";
import { el, say } from "../../ui/elements.js";
import { count, fixed, plain } from "../../ui/format.js";
import { Dividing, falls, ITERATIONS, M } from "./dividing.js";

const ALPHA = 0.1; // falls smoothly with the division

/** @param {import('../../core/core.js').Core} core */
export function dividePart(core) {
  /** @type {Dividing | null} */
  let training = null;
  let divided = true;
  let alpha = ALPHA;
  /** With the division, without. @type {number[]} */
  let largest = [];

  const how = choice({
    label: "inputs.divide",
    options: [["on", "inputs.divide.on"], ["off", "inputs.divide.off"]], // prettier-ignore
    value: "on",
    change(value) {
      divided = value === "on";
      draw();
    },
  });
  const rate = slider({
    label: "inputs.divide-alpha",
    min: 1e-8,
    max: 1,
    value: ALPHA,
    log: true,
    valid: (v) => v > 0,
    change(v) {
      alpha = v;
      draw();
    },
  });
  const plot = createPlot(el("div", {}), {
    name: () => t("inputs.divide-plot"),
    x: { min: 0, max: ITERATIONS, label: () => t("inputs.divide-iteration") },
    y: { min: -1, max: 1, label: () => t("inputs.divide-cost"), ticks: 3 },
    ratio: 0.24,
    minHeight: 176,
  });
  const line = plot.curve("");
  const says = el("p", { class: "says", role: "status" });
  /** @type {Float64Array} */
  let costs = new Float64Array(0);
  const table = dataTable({
    label: "plot.table",
    columns: () => [t("inputs.divide-iteration"), "J"],
    rows: () => [...costs].map((J, k) => [String(k), fixed(J, 6)]),
  });

  function draw() {
    if (!training) return;
    costs = training.costs(divided, alpha);
    const points = [...costs].map((J, k) => [k, Math.log10(Math.max(J, 1e-6))]);
    const heights = points.map(([, v]) => v);
    plot.range({
      y: { min: Math.floor(Math.min(-0.5, ...heights)), max: Math.ceil(Math.max(0.5, ...heights)) },
    });
    line.set(points);
    table.update();
    says.textContent = joined([sentence(costs, alpha), ends()]);
  }

  /** The largest α with the division and without, as soon as they are known. */
  function ends() {
    const [on, off] = largest;
    if (!off) return "";
    const times = count(rounded(on / off, 3));
    return t("inputs.divide.largest", { on: plain(rounded(on, 2)), off: plain(rounded(off, 2)), times });
  }

  /** @param {Dividing} training */
  async function search(training) {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    largest = [await training.largest(true, frame), await training.largest(false, frame)];
    draw();
  }

  onLanguage(draw);
  const node = el(
    "div",
    { class: "inner-part inputs-divide" },
    say({ t, onLanguage }, el("h3"), "inputs.divide-title"),
    el("div", { class: "controls" }, how.node, rate.node),
    plot.host,
    says,
    table.node,
  );
  return {
    node,
    /** Trains, when it is to be seen for the first time. */
    begin() {
      if (training) return;
      training = new Dividing(core);
      draw();
      search(training);
    },
  };
}

const rounded = (/** @type {number} */ v, /** @type {number} */ digits) => Number(v.toPrecision(digits));

/** What J did. @param {Float64Array} costs @param {number} alpha */
function sentence(costs, alpha) {
  const last = costs[costs.length - 1];
  const state = falls(costs) ? "falls" : last < costs[0] ? "zigzags" : "grows";
  return t(`inputs.divide.${state}`, { alpha: plain(alpha), n: costs.length - 1, m: M, j: fixed(last, 3) });
}
