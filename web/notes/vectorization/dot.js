// The first half of this figure: x . y of many numbers, by JavaScript, C, and SIMD.

import { joined, onLanguage, t } from "../../i18n/i18n.js";
import { choice } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { el } from "../../ui/elements.js";
import { count, large } from "../../ui/format.js";
import { tells } from "../tasks/told.js";
import { alike, summary, unrest } from "./stats.js";
import { allDigits, bars, difference, proof, put, starter, taken, times } from "./view.js";

const ROUNDS = 15;
const SIZES = ["10000", "100000", "1000000"];
/** In the order of vectorization-race.js. @type {[string, string][]} */
const WAYS = ["array", "typed", "loop", "simd64", "simd32"].map((id) => [id, `vectorization.way.${id}`]);
/** All are compared with the loop everybody would write first. */
const FIRST = "array";

/** @param {{race: (job: object, told: (news: any) => void) => void, stop: () => void}} means */
export function dotPart({ race, stop }) {
  const state = { n: 1e6, stage: "idle", round: 0, code: "", took: rounds() };

  const size = choice({
    label: "vectorization.size",
    options: SIZES.map((n) => [n, `vectorization.size.${n}`]),
    value: String(state.n),
    change: (n) => (state.n = Number(n)),
  });
  const start = starter({ start: "vectorization.dot.start", go, stop });
  const chart = bars({ title: "vectorization.dot.bars", ways: WAYS });
  const same = proof({
    title: "vectorization.dot.proof",
    columns: ["vectorization.way", "vectorization.result", "vectorization.off"],
    ways: WAYS,
  });
  const says = el("p", { class: "says", "aria-live": "polite" });
  const table = dataTable({
    label: "vectorization.table",
    columns: () => ["way", "median", "least", "speedup", "rate"].map((key) => t(`vectorization.${key}`)),
    rows: () => {
      const results = summaries();
      const slowest = Math.max(...Object.values(results).map(({ median }) => median));
      return WAYS.filter(([id]) => results[id]).map(([id, label]) => {
        const { median, least } = results[id];
        return [
          t(label),
          taken(median),
          taken(least),
          times(slowest / median),
          large((measured * 1000) / median),
        ];
      });
    },
  });
  let measured = state.n; // numbers in the vectors of the rounds that are shown

  function rounds() {
    return /** @type {Record<string, {ms: number, result: number}[]>} */ (
      Object.fromEntries(WAYS.map(([id]) => [id, []]))
    );
  }

  function summaries() {
    const done = Object.entries(state.took).filter(([, list]) => list.length > 0);
    return Object.fromEntries(done.map(([id, list]) => [id, summary(list.map(({ ms }) => ms))]));
  }

  function go() {
    Object.assign(state, { stage: "warming", round: 0, took: rounds() });
    measured = state.n;
    same.clear();
    start.running(true);
    race({ race: "dot", n: state.n, rounds: ROUNDS }, told);
    draw();
  }

  function told(/** @type {any} */ news) {
    if (news.type === "round") {
      Object.assign(state, { stage: "rounds", round: news.round });
      for (const [id, took] of Object.entries(news.took)) state.took[id].push(took);
    } else {
      start.running(false);
      Object.assign(state, { stage: news.type, code: news.code ?? "" });
    }
    draw();
  }

  function draw() {
    const results = summaries();
    chart.show(results, Object.fromEntries(WAYS.map(([id]) => [id, measured])));
    if (state.round > 0) drawProof();
    start.progress(state.round, ROUNDS, stageText());
    put(says, sentence(results));
    table.update();
  }

  function stageText() {
    if (state.stage === "warming") return t("vectorization.warming");
    if (state.round > 0) return t("vectorization.round", { round: state.round, rounds: ROUNDS });
    return "";
  }

  function drawProof() {
    const results = Object.fromEntries(WAYS.map(([id]) => [id, state.took[id][0].result]));
    const first = results[FIRST];
    for (const [id] of WAYS) {
      const text = allDigits(results[id]);
      same.set(id, [
        id === FIRST ? text : /** @type {[string, string]} */ (alike(text, allDigits(first))),
        id === FIRST ? "" : difference(Math.abs(results[id] - first)),
      ]);
    }
  }

  /** Said when nothing moves any more. */
  function sentence(results) {
    if (state.stage === "idle") return t("vectorization.dot.idle");
    if (state.stage === "failed") return t(failure(state.code));
    if (state.stage === "warming" || state.stage === "rounds") return t("vectorization.running");
    if (state.round === 0) return t("vectorization.stopped-early");
    const list = Object.values(results);
    const how = t("vectorization.dot.how", { rounds: state.round, n: count(measured) });
    const off = unrest(list);
    return joined([how, t(off > 1.3 ? "vectorization.noisy" : "vectorization.calm", { x: times(off) })]);
  }

  tells(says, () => ({
    dot: {
      stage: state.stage,
      others: WAYS.map(([id]) => id).filter((id) => id !== FIRST),
      median: (/** @type {string} */ id) => summaries()[id].median,
      result: (/** @type {string} */ id) => state.took[id][0].result,
    },
  }));
  onLanguage(draw);
  draw();
  return {
    nodes: [el("div", { class: "controls" }, size.node, start.node), chart.node, says, same.node, table.node],
    /** Another race runs: this one waits. @param {boolean} on */
    blocked(on) {
      start.button.disabled = on && !["warming", "rounds"].includes(state.stage);
    },
  };
}

/** The words of what went wrong. @param {string} code */
export const failure = (code) =>
  `vectorization.failed.${["memory", "diverged"].includes(code) ? code : "worker"}`;
