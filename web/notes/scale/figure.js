/* Scale: test accuracy against m for logistic regression and three networks, measured in a worker while one
   watches. Pause, go on, cancel; a table, a CSV, and in words what was seen. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { checkbox, choice, press } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { el } from "../../ui/elements.js";
import { count, percent } from "../../ui/format.js";
import { howLong } from "../../ui/how-long.js";
import { saveText } from "../../ui/save.js";
import { openWorker } from "../../ui/worker.js";
import { fillPart } from "../frame.js";
import { MODELS, POOL, PX, RECIPE, TESTS, ladder, planOf, secondsLeft } from "./plan.js";
import { csvOf, gather, seen } from "./summary.js";
import { powerPart } from "./power-part.js";
import { scalePlot } from "./plot.js";
import { tells } from "../tasks/told.js";

export { tasks } from "./tasks.js";

const WORKER = new URL("./worker.js", import.meta.url).href;
const SEEDS = [2, 3, 5];

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const state = {
    source: /** @type {'drawn' | 'own'} */ ("drawn"),
    most: POOL,
    seeds: 3,
    error: false,
    stage: "idle", // drawing, running, paused, ended, cancelled, few, failed
    ...nothing(),
  };
  /** @type {ReturnType<typeof openWorker> | null} */
  let open = null;
  /** What was measured, by the choices it was measured with. @type {Map<string, typeof state>} */
  const measured = new Map();

  const source = choice({
    label: "scale.source",
    options: [["drawn", "scale.drawn"], ["own", "scale.own"]],
    value: "drawn",
    change: (value) => set({ source: value }),
  }); // prettier-ignore
  const most = choice({
    label: "scale.most",
    options: [["1280", "scale.most.1280"], ["5000", "scale.most.5000"]],
    value: "5000",
    change: (value) => set({ most: Number(value) }),
  }); // prettier-ignore
  const seeds = choice({
    label: "scale.seeds",
    options: SEEDS.map((n) => [String(n), `scale.seeds.${n}`]),
    value: "3",
    change: (value) => set({ seeds: Number(value) }),
  });
  const start = press("scale.start", go, "primary");
  const pause = press("scale.pause", () => (state.stage === "paused" ? goOn() : hold()));
  const cancel = press("scale.cancel", () => end("cancelled"));
  const bar = el("progress", { max: 1, value: 0 });
  const left = el("p", { class: "small muted num" });
  const progress = el("div", { class: "scale-progress" }, bar, left);
  const turn = checkbox({ label: "scale.error", value: false, change: (error) => set({ error }, true) });
  const plot = scalePlot();
  const recipe = el("p", { class: "small muted num" });
  const says = el("p", { class: "says", role: "status" });
  const csv = press("scale.csv", () =>
    saveText(csvOf(gather(state.points, state.sizes), state.sizes), "scale.csv", "text/csv"),
  );
  const table = dataTable({ label: "scale.table", columns, rows });

  /** Other choices: what was measured with these is kept for when they come back. */
  function set(part, look = false) {
    if (!look) {
      if (isBusy()) end("cancelled");
      if (state.points.length > 0) measured.set(choices(), { ...state });
    }
    Object.assign(state, part);
    const { error, most } = state; // of today, whatever they were then
    if (!look)
      Object.assign(state, { stage: "idle", ...nothing() }, measured.get(choices()), { error, most });
    draw();
  }

  const choices = () => [state.source, state.source === "own" || state.most, state.seeds].join(" ");
  const isBusy = () => ["drawing", "running", "paused"].includes(state.stage);

  function go() {
    end("idle");
    Object.assign(state, nothing(), { stage: "drawing" });
    open = openWorker(WORKER);
    open.worker.addEventListener("message", ({ data }) => told(data));
    open.worker.addEventListener("error", () => told({ type: "failed", code: "worker" }));
    open.worker.postMessage({ type: "run", source: state.source, most: state.most, seeds: state.seeds });
    draw();
    pause.focus();
  }

  function hold() {
    state.resumed = state.stage;
    state.stage = "paused";
    open?.worker.postMessage({ type: "pause" });
    draw();
  }

  function goOn() {
    state.stage = state.resumed;
    open?.worker.postMessage({ type: "go on" });
    draw();
  }

  /** Ends the worker. @param {string} stage */
  function end(stage) {
    open?.worker.terminate();
    open?.close();
    open = null;
    state.stage = stage;
    const had = document.activeElement === pause || document.activeElement === cancel;
    draw();
    if (had) start.focus();
  }

  function told(news) {
    if (news.type === "drawing") state.drawing = news;
    else if (news.type === "plan") {
      Object.assign(state, news);
      if (state.stage === "paused") state.resumed = "running";
      else state.stage = "running";
    } else if (news.type === "point") {
      state.points.push(news);
      state.spent = news.spent;
    } else if (news.type === "few") {
      state.few = news;
      return end("few");
    } else if (news.type === "failed") {
      state.code = news.code;
      return end("failed");
    } else if (news.type === "end") return end("ended");
    draw();
  }

  function columns() {
    return [
      "m",
      ...["model", "mean", "least", "best", "runs", "seconds"].map((key) => t(`scale.column.${key}`)),
    ];
  }

  function rows() {
    const all = gather(state.points, state.sizes);
    return state.sizes.flatMap((m, k) =>
      MODELS.flatMap(({ id }, model) => {
        const cell = all[model][k];
        if (!cell) return [];
        const shares = [cell.mean, cell.min, cell.max].map((v) => percent(v));
        return [[count(m), t(`scale.${id}`), ...shares, count(cell.n), howLong(1000 * cell.seconds)]];
      }),
    );
  }

  function draw() {
    const busy = isBusy();
    start.hidden = busy;
    pause.hidden = cancel.hidden = !busy;
    pause.textContent = t(state.stage === "paused" ? "scale.go-on" : "scale.pause");
    most.node.hidden = state.source === "own";
    bar.hidden = !busy;
    bar.setAttribute("aria-label", t("scale.progress"));
    drawProgress();
    csv.hidden = state.points.length === 0;
    const sizes = state.runs.length ? state.sizes : ladder(state.source === "own" ? 640 : state.most);
    plot.draw({ table: gather(state.points, sizes), sizes, error: state.error });
    recipe.textContent = t("scale.recipe", {
      updates: count(RECIPE.updates),
      batch: RECIPE.batch,
      alpha: RECIPE.alpha,
      calm: RECIPE.calm.alpha,
      px: state.px ?? PX,
      tests:
        state.source === "own" && !state.tests
          ? t("scale.tests.own")
          : t("scale.tests", { n: count(state.tests ?? TESTS) }),
    });
    const text = sentence();
    if (says.textContent !== text) says.textContent = text;
    table.update();
  }

  function drawProgress() {
    const { runs, points, spent, n_x, drawing, stage } = state;
    const planned = runs.length ? runs : planOf({ sizes: ladder(state.most), seeds: state.seeds });
    bar.max = runs.length || drawing?.total || 1;
    bar.value = runs.length ? points.length : (drawing?.done ?? 0);
    const seconds = secondsLeft({ runs: planned, done: points.length, spent, n_x: n_x ?? 3 * PX ** 2 });
    const about = howLong(Math.max(1, Math.round(seconds)) * 1000);
    const took = howLong(1000 * spent);
    const of = { done: count(points.length), total: count(planned.length), about, took };
    const quiet = state.source === "own" ? "scale.before.own" : "scale.before";
    const keys = {
      idle: quiet,
      drawing: "scale.preparing",
      running: "scale.left",
      paused: "scale.held",
      cancelled: "scale.cancelled",
      ended: "scale.ended",
    };
    left.textContent = stage in keys ? t(keys[stage], of) : "";
  }

  function sentence() {
    if (state.stage === "few")
      return t("scale.few", { m: count(state.few.m), tests: count(state.few.tests) });
    if (state.stage === "failed") return t(state.code === "memory" ? "scale.memory" : "scale.failed");
    if (state.points.length === 0) return t("scale.nothing");
    const { enough, verdict, facts } = seen(gather(state.points, state.sizes), state.sizes);
    if (!enough) return t("scale.not-enough");
    const parts = facts.map(({ key, ...numbers }) => {
      const shares = Object.fromEntries(
        ["from", "to", "a", "b"].flatMap((k) => (k in numbers ? [[k, percent(numbers[k])]] : [])),
      );
      const sizes = Object.fromEntries(
        ["small", "large", "m"].flatMap((k) => (k in numbers ? [[k, count(numbers[k])]] : [])),
      );
      return t(`scale.seen.${key}`, { ...shares, ...sizes });
    });
    return parts.join(t("scale.seen.and")) + t(`scale.seen.${verdict}`);
  }

  fillPart(
    stage,
    "curve",
    el("div", { class: "controls" }, source.node, most.node, seeds.node),
    el("div", { class: "controls" }, start, pause, cancel, progress),
    plot.node,
    el("div", { class: "controls scale-foot" }, turn.node, csv),
    says,
  );
  fillPart(stage, "recipe", recipe, table.node, powerPart(core));
  tells(plot.node, () => {
    const { points, sizes, seeds, stage } = state;
    return { points, sizes, seeds, stage };
  });
  onLanguage(draw);
  draw();
  return {};
}

/** Nothing measured yet. @returns {any} */
const nothing = () => ({
  points: [],
  runs: [],
  sizes: [],
  spent: 0,
  drawing: null,
  n_x: null,
  px: null,
  tests: null,
});
