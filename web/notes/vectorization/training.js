// The second half of this figure: the training of the reader's pictures by `loop`, `vectorized` and `gram`.

import { joined, onLanguage, t } from "../../i18n/i18n.js";
import { slider } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { el, say } from "../../ui/elements.js";
import { count, fixed, large } from "../../ui/format.js";
import { tells } from "../tasks/told.js";
import { failure } from "./dot.js";
import { agreement, alike, summary, unrest } from "./stats.js";
import { allDigits, bars, difference, proof, put, starter, taken, times, workFormulas } from "./view.js";

const ROUNDS = 5;
const ENGINES = ["loop", "vectorized", "gram"];
/** @type {[string, string][]} */
const WAYS = ENGINES.map((id) => [id, `vectorization.engine.${id}`]);

/** What the rounds of one engine say: one iteration, and the whole training with what it needs before. */
function summaries(took, iterations) {
  const [one, whole] = [{}, {}];
  for (const [engine, list] of Object.entries(took)) {
    if (list.length === 0) continue;
    const each = list.map(({ training, iterations: n }) => training / n);
    one[engine] = summary(each);
    whole[engine] = {
      ...summary(list.map(({ preparing }, k) => preparing + each[k] * iterations)),
      scaled: list[0].iterations < iterations,
    };
  }
  return { one, whole };
}

/** @param {{race: (job: object, told: (news: any) => void) => void, stop: () => void}} means */
export function trainingPart({ race, stop }) {
  const state = fresh(2000, "idle");
  let wanted = 2000;

  const iterations = slider({
    label: "vectorization.iterations",
    min: 100,
    max: 10000,
    value: wanted,
    log: true,
    change: (n) => (wanted = n),
    valid: (n) => Number.isInteger(n) && n >= 100 && n <= 10000,
  });
  const start = starter({ start: "vectorization.training.start", go, stop });
  const oneBars = bars({ title: "vectorization.one", ways: WAYS });
  const wholeBars = bars({ title: "vectorization.whole", ways: WAYS });
  const wholeTitle = el("h4");
  const same = proof({
    title: "vectorization.training.proof",
    columns: ["vectorization.engine", "vectorization.cost", "vectorization.off-loop", "vectorization.digits"],
    ways: WAYS,
  });
  const work = workFormulas();
  const says = el("p", { class: "says", "aria-live": "polite" });
  const ends = el("p", { class: "muted ends" });
  const table = dataTable({ label: "vectorization.table", columns, rows });

  function columns() {
    const keys = ["engine", "one", "one-least", "madds", "rate", "preparing", "whole-short", "run"];
    return keys.map((key) => t(`vectorization.${key}`));
  }

  function rows() {
    const { one, whole } = summaries(state.took, state.iterations);
    return WAYS.filter(([id]) => one[id]).map(([id, label]) => {
      const [{ madds, iterations: run }] = state.took[id];
      const preparing = summary(state.took[id].map((took) => took.preparing)).median;
      return [
        t(label),
        taken(one[id].median),
        taken(one[id].least),
        count(madds),
        large((madds * 1000) / one[id].median),
        taken(preparing),
        taken(whole[id].median),
        count(run),
      ];
    });
  }

  function go() {
    Object.assign(state, fresh(wanted, "warming"));
    same.clear();
    start.running(true);
    race({ race: "training", iterations: wanted, rounds: ROUNDS }, told);
    draw();
  }

  function told(/** @type {any} */ news) {
    if (news.type === "set") state.set = news;
    else if (news.type === "warm") state.turns++;
    else if (news.type === "turn") {
      state.turns++;
      Object.assign(state, { stage: "rounds", round: news.round });
      state.took[news.engine].push(news.took);
      if (news.costs) state.costs[news.engine] = news.costs;
    } else {
      start.running(false);
      // Part of a round compares nothing.
      if (fullRounds() === 0) Object.assign(state, fresh(state.iterations, ""), { set: state.set });
      Object.assign(state, { stage: news.type, code: news.code ?? "" });
    }
    draw();
  }

  function draw() {
    const { one, whole } = summaries(state.took, state.iterations);
    oneBars.show(one, Object.fromEntries(ENGINES.map((id) => [id, state.took[id][0]?.madds])));
    wholeBars.show(whole);
    put(wholeTitle, t("vectorization.whole-title", { n: count(state.iterations) }));
    if (ENGINES.every((engine) => state.costs[engine])) drawProof();
    work.show(state.set);
    start.progress(state.turns, ENGINES.length * (ROUNDS + 1), stageText());
    put(says, sentence(one, whole));
    put(ends, endWords());
    table.update();
  }

  /** Rounds in which every engine had its turn. */
  function fullRounds() {
    return Math.min(...ENGINES.map((engine) => state.took[engine].length));
  }

  function stageText() {
    if (state.stage === "warming") return t("vectorization.warming");
    return state.round > 0 ? t("vectorization.round", { round: state.round, rounds: ROUNDS }) : "";
  }

  function drawProof() {
    const { loop } = state.costs;
    const common = Math.min(...ENGINES.map((engine) => state.costs[engine].length));
    const last = allDigits(loop[common - 1]);
    for (const engine of ENGINES) {
      const {
        most,
        count: n,
        digits,
      } = agreement(state.costs[engine].slice(0, common), loop.slice(0, common));
      const text = allDigits(state.costs[engine][common - 1]);
      same.set(engine, [
        engine === "loop" ? text : /** @type {[string, string]} */ (alike(text, last)),
        engine === "loop" ? t("vectorization.over", { n: count(n) }) : difference(most),
        engine === "loop" ? "" : String(digits),
      ]);
    }
  }

  function sentence(one, whole) {
    if (state.stage === "idle") return t("vectorization.training.idle");
    if (state.stage === "failed") return t(failure(state.code), { alpha: state.set?.alpha ?? "" });
    if (state.stage === "warming" || state.stage === "rounds") return t("vectorization.running");
    const full = fullRounds();
    if (full === 0) return t("vectorization.stopped-early");
    const off = unrest(Object.values(one));
    return joined([
      setWords(state.set),
      t("vectorization.training.how", { rounds: full }),
      scaledWords(whole),
      t(off > 1.3 ? "vectorization.noisy" : "vectorization.calm", { x: times(off) }),
    ]);
  }

  /** Those that did not run to the end. */
  function scaledWords(whole) {
    const scaled = ENGINES.filter((engine) => whole[engine]?.scaled);
    if (scaled.length === 0) return "";
    const list = scaled.map((engine) =>
      t("vectorization.scaled-one", {
        engine: t(`vectorization.engine.${engine}`),
        run: count(state.took[engine][0].iterations),
        n: count(state.iterations),
      }),
    );
    return t("vectorization.scaled", { list: list.join(t("vectorization.and")) });
  }

  /** The two that may have gone further than the loop: how far they agree at their end. */
  function endWords() {
    if (!state.costs.vectorized || !state.costs.gram) return "";
    const { most, count: n } = agreement(state.costs.vectorized, state.costs.gram);
    return t("vectorization.end", {
      n: count(n),
      off: difference(most),
      t: count(n - 1),
      j: fixed(state.costs.gram[n - 1], 5),
    });
  }

  tells(says, () => ({
    training: {
      stage: state.stage,
      madds: (/** @type {string} */ engine) => state.took[engine][0].madds,
    },
  }));
  onLanguage(draw);
  draw();
  return {
    nodes: [
      el("div", { class: "controls" }, iterations.node, start.node),
      say({ t, onLanguage }, el("h4"), "vectorization.one-title"),
      oneBars.node,
      work.node,
      wholeTitle,
      wholeBars.node,
      says,
      same.node,
      ends,
      table.node,
    ],
    /** Another race runs: this one waits. @param {boolean} on */
    blocked(on) {
      start.button.disabled = on && !["warming", "rounds"].includes(state.stage);
    },
  };
}

function fresh(iterations, stage) {
  const took = /** @type {Record<string, any[]>} */ ({ loop: [], vectorized: [], gram: [] });
  const costs = /** @type {Record<string, Float64Array>} */ ({});
  return { iterations, stage, round: 0, turns: 0, code: "", set: /** @type {any} */ (null), took, costs };
}

/** Whose pictures, how many, how large. */
function setWords({ source, m, of, n_px, alpha }) {
  const key = source === "drawn" ? "drawn" : m < of ? "some" : "own";
  return t(`vectorization.set.${key}`, { m: count(m), of: count(of), px: n_px, alpha });
}
