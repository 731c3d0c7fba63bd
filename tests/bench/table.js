// The tables of the bench, as Markdown: every row with its times and ratios, and what we want to reach.

/** @typedef {{first: number, again: number[]}} Times seconds of 2000 iterations */
/** @typedef {{row: import("./rows.js").Row, rounds: {seconds: Times, cpu: Times, costs: number[]}[]}} Result */

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

/** @param {number[]} numbers */
export function median(numbers) {
  const s = sorted(numbers);
  return (s[(s.length - 1) >> 1] + s[s.length >> 1]) / 2;
}

const digits = (x) => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
const withBest = (numbers) => `${digits(median(numbers))} (${digits(Math.min(...numbers))})`;
const times = (x) => `${digits(x)} ×`;

/** @param {Result} result */
function summary({ rounds }) {
  return {
    first: rounds.map(({ seconds }) => seconds.first),
    again: rounds.flatMap(({ seconds }) => seconds.again),
    firstCpu: median(rounds.map(({ cpu }) => cpu.first)),
    againCpu: median(rounds.flatMap(({ cpu }) => cpu.again)),
  };
}

/** Largest difference between two curves where both have numbers (tf.js reads its cost now and then).
 *  @param {number[]} costs @param {number[] | undefined} reference */
function difference(costs, reference = []) {
  let largest = NaN;
  for (let t = 0; t < Math.min(costs.length, reference.length); t++) {
    if (costs[t] !== null) largest = Math.max(Math.abs(costs[t] - reference[t]), largest || 0);
  }
  return Number.isNaN(largest) ? "" : largest === 0 ? "0" : largest.toExponential(0);
}

const line = (cells) => `| ${cells.join(" | ")} |`;

/** @param {Result[]} results @param {{unit: string, truth: string}} ids of the row that ratios are to, and of the one whose
 *  costs are compared with */
export function rowsTable(results, { unit: unitId, truth }) {
  const unit = results.find(({ row }) => row.id === unitId);
  const reference = results.find(({ row }) => row.id === truth)?.rounds[0].costs;
  const head = [
    "",
    "first run in a process, s",
    "CPU s",
    "again, s",
    "CPU s",
    "first / gram",
    `J from ${truth.replace("nn-", "")}'s`,
    "ran",
  ];
  const body = results.map((result) => {
    const { row, rounds } = result;
    const { first, again, firstCpu, againCpu } = summary(result);
    return line([
      row.name,
      withBest(first),
      digits(firstCpu),
      withBest(again),
      digits(againCpu),
      unit ? times(firstCpu / summary(unit).firstCpu) : "",
      difference(rounds[0].costs, reference),
      `${rounds.length} × ${row.iterations} it.`,
    ]);
  });
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "--:"))), ...body].join("\n");
}

export const NOTES = `
Seconds: median (best) of the rounds; where fewer than 2000 iterations ran, the first run plus the others at the
pace of a repeated run. CPU s: processor time, compilers' and collectors' threads included; ratios are of
these, because other jobs on the machine disturb them less. J from ...: largest difference of the cost.`;

/** @param {Result[]} results @param {{n_px: number, seconds: number[]}[] | null} sizes
 *  @param {{gzip: number, raw: number, files: [string, object][]} | null} load */
export function goalsTable(results, sizes, load) {
  const all = new Map(results.filter((r) => r.rounds.length > 0).map((r) => [r.row.id, summary(r)]));
  const goals = [line(["to reach", "measured", "reached"]), line(["---", "--:", "---"])];

  /** @param {string} what @param {string | null} measured @param {boolean} [reached] */
  const goal = (what, measured, reached) =>
    goals.push(line([what, measured ?? "not measured", measured === null ? "" : reached ? "yes" : "**no**"]));

  const seconds = (id, limit, name) => {
    const it = all.get(id);
    goal(
      name,
      it ? `${withBest(it.first)} s, again ${withBest(it.again)} s` : null,
      it && median(it.first) <= limit,
    );
  };
  /** @param {string} fast @param {string} slow @param {number} least @param {string} name */
  const faster = (fast, slow, least, name) => {
    const [one, other] = [all.get(fast), all.get(slow)];
    if (!one || !other) return goal(name, null);
    const ratio = other.firstCpu / one.firstCpu;
    return goal(name, times(ratio), ratio >= least);
  };
  /** @param {string} id */
  const native = (id) => {
    const name = `${id}: wasm ≤ 2.5 × the same C built natively`;
    const [wasm, built] = [all.get(id), all.get(`native-${id}`)];
    if (!wasm || !built) return goal(name, null);
    const ratio = wasm.againCpu / built.againCpu;
    return goal(name, times(ratio), ratio <= 2.5);
  };

  seconds("gram", 0.1, "gram, Gram matrix included, first run in a fresh process: ≤ 0.1 s");
  faster("gram", "numpy64", 40, "gram ≥ 40 × faster than numpy float64, one thread");
  faster("gram", "tf-ops", 200, "gram ≥ 200 × faster than tf.js wasm operations");
  seconds("vectorized", 1.5, "vectorized: ≤ 1.5 s");
  faster("vectorized", "tf-ops", 12, "vectorized ≥ 12 × faster than tf.js wasm operations");
  faster("vectorized", "typed", 10, "vectorized ≥ 10 × faster than JavaScript on a Float64Array");
  faster("vectorized", "arrays", 10, "vectorized ≥ 10 × faster than JavaScript on arrays of arrays");
  faster("nn-gram", "nn-tf-fit", 100, "network by gram ≥ 100 × faster than tf.js wasm model.fit");
  faster("nn-gram", "nn-vectorized", 10, "network by gram ≥ 10 × faster than by vectorized");
  faster(
    "nn-vectorized",
    "nn-tf-ops",
    1.5,
    "network by vectorized ≥ 1.5 × faster than tf.js wasm operations",
  );
  native("gram");
  native("vectorized");
  native("loop");

  const iterations = sizes?.map(({ n_px, seconds }) => ({ n_px, us: median(seconds) * 1e6 })) ?? [];
  const spread = Math.max(...iterations.map(({ us }) => us)) / Math.min(...iterations.map(({ us }) => us));
  const micros = iterations.map(({ n_px, us }) => `${n_px} px ${us.toFixed(1)} µs`).join(", ");
  goal("an iteration of gram takes the same time at 32, 64 and 128 px", micros || null, spread < 1.25);

  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  const size =
    load && `${kilobytes(load.gzip)} in ${load.files.length} files (${kilobytes(load.raw)} unpacked)`;
  goal("first load of the page, everything, gzip: ≤ 110 KB", size, load !== null && load.gzip <= 110000);
  return goals.join("\n");
}
