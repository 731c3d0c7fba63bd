/* The cost J, live: on the training set and on the test set, against the iteration. uPlot draws; here is what it
   draws, its axes and the values under the pointer. However long the run, it gets a few thousand points, and it
   draws when something has moved by a pixel. */
import UPlot from "../../vendor/uplot.js";
import { number, t } from "../../i18n/i18n.js";
import { setAttribute, setText } from "../../ui/elements.js";
import { count, fixed, percent, scientific } from "../../ui/format.js";
import { later } from "../../ui/later.js";
import { color } from "../../ui/theme.js";
import { nextTask } from "../frames.js";
import { lastIteration, logSplits, LOG2, yRange, Y_STEPS } from "./axes.js";
import { decimate } from "./costs.js";
import { mountScrubber } from "./scrubber.js";

const PLOT_MS = 40;
const DESCRIBE_MS = 2000; // not more often than somebody could listen

/** Wires the figure: plot, values, scale switches, scrubber, table. */
export function mountChart(root, app) {
  const find = (id) => root.querySelector(`#${id}`);
  const box = find("plot");
  const [logX, logY] = [find("log-x"), find("log-y")];
  const tip = document.createElement("div");
  tip.className = "plot-tip num small";
  tip.hidden = true;
  const chance = document.createElement("div");
  chance.className = "plot-chance";
  const view = {
    /** @type {any} */
    plot: null,
    tip,
    chance,
    costs: app.costs,
    log: { x: false, y: false },
    state: app.state,
    size: { width: 0, height: 0 },
    drawn: "",
    describedAt: -Infinity,
    placed() {},
  };
  const scrubber = mountScrubber(find("scrubber"), app, view);
  view.placed = scrubber.place; // uPlot settles its scales later than setData returns

  const build = () => {
    view.log = { x: logX.checked, y: logY.checked };
    view.plot?.destroy();
    view.plot = new UPlot(optionsFor(view), [[], [], []], box);
    chance.textContent = t("chart.chance");
    view.plot.over.append(chance, tip);
    view.drawn = "";
    view.describedAt = -Infinity;
  };
  const draw = (fresh) => {
    if (!view.plot) return;
    if (fresh) build();
    if (!app.state.train) return;
    drawPlot(view, app.state.train);
    describe(box, view, app.state.train);
  };
  // The sizes are the observer's: to ask for them in a frame would lay out the page once more.
  new ResizeObserver(async ([{ contentRect: box }]) => {
    view.size = { width: Math.round(box.width), height: Math.round(box.height) };
    view.plot?.setSize(view.size);
    await nextTask(); // the plot is made after the first paint, in a task of its own
    if (!view.plot) build();
    app.redraw();
  }).observe(box);
  for (const input of [logX, logY]) input.addEventListener("change", () => draw(true));
  app.draw(box, draw, { every: PLOT_MS, picture: true });
  app.draw(root, () => {
    if (!app.state.train) return;
    drawReadouts(find, app.state);
    scrubber.draw(app.state.train);
  });
  mountTable(find("cost-table"), app);
}

/** The table is fetched when it is first opened. */
function mountTable(details, app) {
  const mount = later(app, async () => (await import("./table.js")).mountTable(details, app));
  details.addEventListener("toggle", async () => {
    if (details.open && !(await mount(() => (details.open = true)))) details.open = false;
  });
}

/** Whether something has moved by a pixel; at rest, whether anything is another. */
function drawPlot(view, train) {
  const { costs, plot, log } = view;
  const { iteration, end, iterations, from, running } = train;
  const x = running ? Math.round(plot.valToPos(iteration, "x")) : iteration;
  // The last cost is another one when a neuron is taken out at rest.
  const last = running ? Math.round(plot.valToPos(train.cost, "y")) : `${costs.train.at(-1)} ${from}`;
  const key = [x, last, running || costs.length, running ? lastIteration(train) : end, iterations].join(" ");
  if (key === view.drawn) return;
  view.drawn = key;
  const buckets = Math.max(400, 2 * Math.round(plot.width));
  const [xs, trained, test] = decimate(costs, { first: log.x ? 1 : 0, buckets, log: log.x });
  // Drawn in this order: the training set on top. In a batch it draws now, so that the frame knows what it took.
  plot.batch(() => plot.setData([xs, test, trained], true));
}

/** @returns {any} uPlot's options */
function optionsFor(view) {
  const { log } = view;
  const font = `12px ${getComputedStyle(document.body).fontFamily}`;
  const ink = color("--ink");
  const quiet = color("--ink-2");
  const faint = color("--line-strong");
  const axis = (more) => ({
    stroke: quiet,
    font,
    labelFont: font,
    grid: { stroke: color("--line"), width: 1 },
    ticks: { show: false },
    ...more,
  });
  return {
    ...view.size,
    padding: [14, 24, 0, 0],
    legend: { show: false },
    cursor: {
      drag: { x: false, y: false, setScale: false },
      y: false,
      points: { show: false },
    },
    scales: {
      x: {
        time: false,
        distr: log.x ? 3 : 1,
        range: () =>
          view.state.train ? [log.x ? 1 : 0, lastIteration(view.state.train)] : [log.x ? 1 : 0, 20],
      },
      y: { distr: log.y ? 3 : 1, range: (u, low, high) => yRange(low, high, log.y) },
    },
    axes: [
      axis({
        label: t(log.x ? "chart.x.log" : "chart.x"),
        labelSize: 20,
        size: 28,
        gap: 6,
        grid: { show: false },
        ticks: { stroke: color("--line-strong"), width: 1, size: 4 },
        values: (u, splits) => splits.map((v) => (v === null ? "" : count(v))),
        ...(log.x ? { splits: (u, i, min, max) => logSplits(min, max), filter: (u, splits) => splits } : {}),
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6],
      }),
      axis({
        size: (u, values) => Math.max(52, 12 + 7 * Math.max(0, ...(values ?? []).map((v) => v.length))),
        gap: 8,
        incrs: Y_STEPS,
        values: (u, splits) =>
          splits.map((v) =>
            v === null ? "" : v < 1e5 ? number(v, { maximumSignificantDigits: 3 }) : scientific(v, 1),
          ),
        ...(log.y ? { splits: (u, i, min, max) => logSplits(min, max), filter: (u, splits) => splits } : {}),
      }),
    ],
    series: [
      {},
      { stroke: faint, width: 1.5, points: { show: false }, pxAlign: 0 },
      { stroke: ink, width: 2, points: { show: false }, pxAlign: 0 },
    ],
    hooks: {
      draw: [(u) => drawNow(u, view, ink, faint), (u) => placeChance(u, view.chance), () => view.placed()],
      setCursor: [(u) => drawTip(u, view)],
    },
  };
}

/** The dotted line at J = log 2: what a neuron costs that says one half to everything. */
function placeChance(u, line) {
  const y = Math.round(u.valToPos(LOG2, "y"));
  const inside = y > 0 && y < u.bbox.height / (devicePixelRatio || 1);
  if (line.hidden === inside) line.hidden = !inside;
  const where = `translateY(${y}px)`;
  if (inside && line.style.transform !== where) line.style.transform = where;
}

/** Where the run is now: a hairline and a point on each curve. */
function drawNow(u, { costs, state, log }, ink, faint) {
  const iteration = state.train?.iteration ?? 0;
  if (!costs.length || (log.x && iteration < 1)) return;
  const ratio = devicePixelRatio || 1;
  const { ctx, bbox } = u;
  const x = u.valToPos(iteration, "x", true);
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.lineWidth = ratio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.globalAlpha = 0.35;
  ctx.stroke();
  ctx.globalAlpha = 1;
  for (const [values, fill, radius] of [
    [costs.test, faint, 3.5],
    [costs.train, ink, 4.5],
  ]) {
    const y = u.valToPos(values[iteration], "y", true);
    if (!Number.isFinite(y)) continue;
    ctx.beginPath();
    ctx.arc(x, y, radius * ratio, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.fill();
  }
  ctx.restore();
}

/** The exact values at the iteration under the pointer. */
function drawTip(u, { tip, costs }) {
  const { left } = u.cursor;
  const iteration = Math.round(u.posToVal(left, "x"));
  const inside = left >= 0 && iteration >= 0 && iteration < costs.length;
  tip.hidden = !inside;
  if (!inside) return;
  const test = costs.test[iteration];
  tip.textContent = [
    `${t("chart.x")} ${count(iteration)}`,
    `${t("chart.train")} ${fixed(costs.train[iteration], 4)}`,
    ...(Number.isFinite(test) ? [`${t("chart.test")} ${fixed(test, 4)}`] : []),
  ].join("\n");
  const width = u.over.clientWidth;
  const x = u.valToPos(iteration, "x");
  tip.style.transform = `translateX(${x > width / 2 ? x - tip.offsetWidth - 12 : x + 12}px)`;
}

function drawReadouts(find, { train, data }) {
  const none = !train.engine; // nothing to train yet: a dash, not NaN
  const write = (id, text) => setText(find(id), none ? "–" : text);
  write("train-cost", fixed(train.cost, 4));
  write("train-accuracy", t("chart.accuracy", { n: percent(train.accuracy) }));
  write("test-cost", fixed(train.testCost, 4));
  write("test-accuracy", t("chart.accuracy", { n: percent(train.testAccuracy) }));
  find("test-readout").hidden = !data?.m_test;
}

/** The chart in words, for those who cannot see it. */
function describe(box, view, train) {
  const now = performance.now();
  if (train.running && now - view.describedAt < DESCRIBE_MS) return;
  view.describedAt = now;
  const words = { t: count(train.iteration), train: fixed(train.cost, 3), test: fixed(train.testCost, 3) };
  const key = Number.isFinite(train.testCost) ? "chart.summary.test" : "chart.summary";
  setAttribute(box, "aria-label", t("chart.label", { summary: t(key, words) }));
}
