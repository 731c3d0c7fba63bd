/* The cost J, live: on the training set and on the test set, against the iteration. Here is what is drawn and how far the
   axes go, and the values under the pointer; curves.js draws. However long the run, it gets a few thousand points, and it
   draws when something has moved by a pixel. */
import { number, t } from "../../i18n/i18n.js";
import { setAttribute, setText } from "../../ui/elements.js";
import { count, fixed, percent, scientific } from "../../ui/format.js";
import { later } from "../../ui/later.js";
import { textScale } from "../../ui/text-size.js";
import { color } from "../../ui/theme.js";
import { nextTask } from "../frames.js";
import { lastIteration, LOG2, reach, yRange } from "./axes.js";
import { decimate } from "./costs.js";
import { Curves } from "./curves.js";
import { drawReplaced, replacedIn } from "./replaced.js";
import { mountScrubber } from "./scrubber.js";

const PLOT_MS = 30;
const DESCRIBE_MS = 2000; // not more often than somebody could listen
const FIRST = 30; // iterations that can be seen enlarged
const CHANCE = { width: 180, half: 10 }; // of the words at the line of mere guessing, in pixels

/** Wires the figure: plot, values, scale switches, scrubber, table. */
export function mountChart(root, app) {
  const find = (id) => root.querySelector(`#${id}`);
  const box = find("plot");
  const switches = { x: find("log-x"), y: find("log-y"), first: find("first") };
  const layer = (name) => Object.assign(document.createElement("div"), { className: name });
  const view = {
    plot: new Curves(box),
    tip: layer("plot-tip num small"),
    chance: layer("plot-chance"),
    cut: layer("plot-cut num"),
    costs: app.costs,
    /** Which scales are logarithmic, and whether only the first iterations are shown. */
    scale: { x: false, y: false, first: false },
    state: app.state,
    look: lookNow(),
    drawn: "",
    describedAt: -Infinity,
  };
  view.tip.hidden = true;
  view.plot.over.append(view.chance, view.cut, view.tip);
  const scrubber = mountScrubber(find("scrubber"), app, view);
  let sized = false;

  const renew = () => {
    for (const [name, { checked }] of Object.entries(switches)) view.scale[name] = checked;
    view.look = lookNow();
    setText(view.chance, t("chart.chance"));
    view.drawn = "";
    view.describedAt = -Infinity;
  };
  const draw = (fresh) => {
    if (!sized) return;
    if (fresh) renew();
    drawPlot(view, app.state, scrubber.place);
    if (app.state.train) describe(box, view, app.state.train);
  };
  // The sizes are the observer's: to ask for them in a frame would lay out the page once more.
  new ResizeObserver(async ([{ contentRect: size }]) => {
    view.plot.resize({ width: Math.round(size.width), height: Math.round(size.height) });
    await nextTask(); // drawn first after the first paint, in a task of its own
    sized = true;
    draw(true);
    app.redraw();
  }).observe(box);
  for (const input of Object.values(switches)) input.addEventListener("change", () => draw(true));
  switches.y.addEventListener("change", () => app.set({ logJ: switches.y.checked }));
  app.on("logJ", (logJ) => {
    if (switches.y.checked === logJ) return;
    switches.y.checked = logJ;
    draw(true);
  });
  app.on("replaced", () => (view.drawn = ""));
  followPointer(view);
  app.draw(box, draw, { every: PLOT_MS, picture: true });
  app.draw(root, () => {
    if (!app.state.train) return;
    drawReadouts(find, app.state, app.examples.accuracy);
    scrubber.draw(app.state.train);
  });
  mountTable(find("cost-table"), app);
  view.plot.canvas.addEventListener("as-picture", (/** @type {any} */ { detail }) => {
    view.plot.onto(detail.pen, () => draw(true));
    detail.vector = true;
    queueMicrotask(() => draw(true)); // in the theme in use again
  });
  const menu = later(app, () => import("./picture.js"));
  find("picture").addEventListener("click", () => menu((part) => part.openMenu(root, app)));
}

/** The table is fetched when it is first opened. */
function mountTable(details, app) {
  const mount = later(app, async () => (await import("./table.js")).mountTable(details, app));
  details.addEventListener("toggle", async () => {
    if (details.open && !(await mount(() => (details.open = true)))) details.open = false;
  });
}

/** Asked for when it may be another, not with each drawing: the browser would have to find all styles first. */
const lookNow = () => ({
  scale: textScale(),
  font: getComputedStyle(document.body).fontFamily,
  ink: color("--ink"),
  quiet: color("--ink-2"),
  faint: color("--line-strong"),
  grid: color("--line"),
});

/** What is to be drawn, as text: the same means that nothing has moved by a pixel, or at rest that nothing is another. */
function keyOf({ plot, costs }, { iteration, end, iterations, from, running, cost }) {
  if (!running) return [iteration, costs.length, `${costs.train.at(-1)} ${from}`, end, iterations].join(" ");
  return [Math.round(plot.x(iteration)), Math.round(plot.y(cost)), lastIteration({ end, iterations })].join(
    " ",
  );
}

/** Draws when something has moved. @param {any} view @param {any} state @param {() => void} placed told when axes are new */
function drawPlot(view, { train, pale }, placed) {
  const { costs, plot, scale, look } = view;
  const key = train ? keyOf(view, train) : "";
  if (view.drawn && key === view.drawn && pale === view.pale) return;
  Object.assign(view, { drawn: key || "empty", pale });
  const first = scale.x ? 1 : 0;
  const own = train ? lastIteration(train) : 2000;
  const last = scale.first ? FIRST : Math.max(own, pale?.last ?? 0);
  const buckets = Math.max(400, 2 * Math.round(plot.area.width));
  const range = { first, last: Math.min(last, costs.length - 1), buckets, log: scale.x };
  const [xs, trained, test] = decimate(costs, range);
  const replaced = replacedIn(view, { ...range, last });
  const { high, cut } = scale.y || scale.first ? { high: mostOf(trained, test), cut: false } : reach(trained);
  const [least, most] = pale?.range(last, scale.y) ?? [Infinity, 0];
  const before = scale.y ? mostOf(...replaced.slice(1)) : reach(replaced[1]).high;
  const [bottom, top] = yRange(
    Math.min(least, leastOf(trained, test, ...replaced.slice(1))),
    Math.max(most, before, high, cut ? 0 : mostOf(test)),
    scale.y,
  );
  plot.axes(
    { min: first, max: Math.max(last, first + 1), log: scale.x, write: count },
    { min: bottom, max: top, log: scale.y, write: writeCost },
    t(scale.x ? "chart.x.log" : "chart.x"),
    look,
  );
  plot.inside(() => {
    pale?.draw(plot, scale.x, last);
    drawReplaced(view, replaced);
    plot.curve(xs, test, look.faint, 1.5);
    plot.curve(xs, trained, look.ink, 2); // on top
    drawNow(view, train?.iteration ?? 0);
  });
  placeChance(view, xs, trained, test);
  tellCut(view, cut ? range.last : -1);
  placed();
}

/** J as an axis says it. @param {number} v */
export const writeCost = (v) => (v < 1e5 ? number(v, { maximumSignificantDigits: 3 }) : scientific(v, 1));

/** @param {...(number | null)[]} lists @returns {number[]} */
const there = (...lists) => lists.flat().filter((v) => v !== null);
const mostOf = (...lists) => there(...lists).reduce((most, v) => Math.max(most, v), 0);
/** Above 0: no log axis reaches down to it. */
const leastOf = (...lists) =>
  there(...lists).reduce((least, v) => (v > 0 ? Math.min(least, v) : least), Infinity);

/** The dashed line at J = log 2: what a neuron costs that says one half to everything. Its words, at its end, stand below it
 *  where a curve runs above it. @param {any} view @param {number[]} xs @param {...(number | null)[]} curves */
function placeChance({ plot, chance }, xs, ...curves) {
  const y = Math.round(plot.y(LOG2));
  const inside = y > 0 && y < plot.area.height;
  if (chance.hidden === inside) chance.hidden = !inside;
  if (!inside) return;
  const end = plot.area.width - CHANCE.width;
  const meets = (/** @type {number} */ middle) =>
    curves.some((ys) =>
      ys.some((v, i) => v !== null && plot.x(xs[i]) > end && Math.abs(plot.y(v) - middle) < CHANCE.half),
    );
  chance.classList.toggle("below", meets(y - CHANCE.half) && !meets(y + CHANCE.half));
  const where = `translateY(${y}px)`;
  if (chance.style.transform !== where) chance.style.transform = where;
}

/** How far up the curve goes where the axis does not follow it. */
function tellCut({ cut, costs }, last) {
  if (cut.hidden !== last < 0) cut.hidden = last < 0;
  if (last < 0) return;
  const values = costs.train.subarray(0, last + 1);
  let at = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[at]) at = i;
  setText(cut, t("chart.cut", { high: writeCost(values[at]), t: count(at) }));
}

/** Where the run is now: a hairline and a point on each curve. */
function drawNow({ costs, plot, scale, look }, iteration) {
  if (!costs.length || (scale.x && iteration < 1)) return;
  const { ctx } = plot;
  ctx.globalAlpha = 0.35;
  plot.hairline(iteration, look.ink, 1);
  ctx.globalAlpha = 1;
  plot.point(iteration, costs.test[iteration], 3.5, look.faint);
  plot.point(iteration, costs.train[iteration], 4.5, look.ink);
}

/** The exact values at the iteration under the pointer. A finger may lift: they stay until it touches something else. */
function followPointer({ plot, tip, costs }) {
  const hair = Object.assign(document.createElement("div"), { className: "plot-hair", hidden: true });
  plot.over.append(hair);
  const hide = () => (tip.hidden = hair.hidden = true);
  const show = (event) => {
    const at = Math.round(plot.iterationAt(event.clientX - plot.over.getBoundingClientRect().left));
    const iteration = event.pointerType === "mouse" ? at : Math.max(0, Math.min(at, costs.length - 1));
    if (iteration < 0 || iteration >= costs.length) return hide();
    tip.hidden = hair.hidden = false;
    const test = costs.test[iteration];
    tip.textContent = [
      `${t("chart.x")} ${count(iteration)}`,
      `${t("chart.train")} ${fixed(costs.train[iteration], 4)}`,
      ...(Number.isFinite(test) ? [`${t("chart.test")} ${fixed(test, 4)}`] : []),
    ].join("\n");
    const x = plot.x(iteration);
    hair.style.transform = `translateX(${Math.round(x)}px)`;
    tip.style.transform = `translateX(${x > plot.area.width / 2 ? x - tip.offsetWidth - 12 : x + 12}px)`;
  };
  plot.over.addEventListener("pointerdown", show);
  plot.over.addEventListener("pointermove", show);
  plot.over.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && hide());
  document.addEventListener("pointerdown", ({ target }) => plot.over.contains(target) || hide());
}

function drawReadouts(find, { train, data }, accuracy) {
  const none = !train.engine; // nothing to train yet: a dash, not NaN
  const write = (id, text) => setText(find(id), none ? "–" : text);
  write("train-cost", fixed(train.cost, 4));
  setText(find("train-accuracy").lastElementChild, percent(accuracy.train));
  write("test-cost", fixed(train.testCost, 4));
  setText(find("test-accuracy").lastElementChild, percent(accuracy.test));
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
