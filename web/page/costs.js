/* The costs of one run, iteration by iteration, as the chart wants them: appended in batches, cut
   back when training goes on from an earlier iteration, and thinned out to what a screen can show. */

/** A growing float64 array. */
class Column {
  #values = new Float64Array(4096);
  length = 0;

  set(from, values) {
    const end = from + values.length;
    if (end > this.#values.length) {
      const larger = new Float64Array(Math.max(end, 2 * this.#values.length));
      larger.set(this.#values.subarray(0, Math.min(from, this.length)));
      this.#values = larger;
    }
    this.#values.set(values, from);
    this.length = end;
  }

  get values() {
    return this.#values.subarray(0, this.length);
  }
}

/** Costs on the training and on the test set; index = iteration. */
export class Costs {
  #train = new Column();
  #test = new Column();

  /** Takes over a train event: what is older than `from` stays, what comes after is replaced. */
  add({ from, costs, testCosts }) {
    if (from > this.#train.length) return;
    this.#train.set(from, costs);
    this.#test.set(Math.min(from, this.#test.length), testCosts);
  }

  get length() {
    return this.#train.length;
  }
  get train() {
    return this.#train.values;
  }
  get test() {
    return this.#test.values;
  }
}

/** Iterations at which the buckets of a thinned-out chart begin, evenly spaced on its x axis. */
function edges(first, last, buckets, log) {
  const result = [];
  const ratio = Math.log((last + 1) / Math.max(first, 1));
  for (let k = 0; k <= buckets; k++) {
    const at = log
      ? Math.max(first, 1) * Math.exp((ratio * k) / buckets)
      : first + ((last + 1 - first) * k) / buckets;
    const edge = Math.min(last + 1, Math.floor(at + 1e-9));
    if (k === 0 || edge > result[result.length - 1]) result.push(edge);
  }
  return result;
}

/** Smallest and largest number of values[i..j), in the order they occur; nulls where there is none. */
function extremes(values, i, j) {
  let low = -1;
  let high = -1;
  for (let k = i; k < j && k < values.length; k++) {
    const v = values[k];
    if (v - v !== 0) continue; // NaN and infinities have no place on an axis
    if (low < 0 || v < values[low]) low = k;
    if (high < 0 || v > values[high]) high = k;
  }
  if (low < 0) return [null, null];
  return low <= high ? [values[low], values[high]] : [values[high], values[low]];
}

/**
 * Thins iterations first..last out to at most 2·buckets points that keep every extreme.
 * Returns [iterations, train, test], as uPlot takes them.
 */
export function decimate(costs, { first = 0, last = costs.length - 1, buckets = 1000, log = false } = {}) {
  const xs = [];
  const columns = [[], []];
  const sources = [costs.train, costs.test];
  const borders = last >= first ? edges(first, last, buckets, log) : [];
  for (let k = 0; k + 1 < borders.length; k++) {
    const [i, j] = [borders[k], borders[k + 1]];
    const single = j - i === 1;
    xs.push(i);
    if (!single) xs.push(j - 1);
    for (const [c, values] of sources.entries()) {
      const pair = extremes(values, i, j);
      columns[c].push(pair[0]);
      if (!single) columns[c].push(pair[1]);
    }
  }
  return [xs, ...columns];
}
