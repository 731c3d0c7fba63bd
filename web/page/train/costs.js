/* The costs of one run, iteration by iteration, as the chart wants them: appended in batches, cut
   back when training goes on from an earlier iteration, and thinned out to what a screen can show.
   A million of them take the chart well under a millisecond, because every block of 64 knows its extremes. */

const BLOCK = 64;

/** A growing float64 array, which knows where the smallest and the largest value of each block are. */
class Column {
  #values = new Float64Array(4096);
  #low = new Int32Array(4096 / BLOCK);
  #high = new Int32Array(4096 / BLOCK);
  length = 0;

  /** Puts values at `from`; what came after them is gone. */
  set(from, values) {
    this.#reserve(from + values.length);
    this.#values.set(values, from);
    this.length = from + values.length;
    for (let block = Math.floor(from / BLOCK); block * BLOCK < this.length; block++) {
      const start = block * BLOCK;
      [this.#low[block], this.#high[block]] = this.#scan(start, Math.min(start + BLOCK, this.length));
    }
  }

  #reserve(length) {
    if (length <= this.#values.length) return;
    const capacity = Math.ceil(Math.max(length, 2 * this.#values.length) / BLOCK) * BLOCK;
    const grown = (old, to) => {
      to.set(old);
      return to;
    };
    this.#values = grown(this.#values, new Float64Array(capacity));
    this.#low = grown(this.#low, new Int32Array(capacity / BLOCK));
    this.#high = grown(this.#high, new Int32Array(capacity / BLOCK));
  }

  get values() {
    return this.#values.subarray(0, this.length);
  }

  /** Smallest and largest value in [i, j), in the order they occur; nulls where there is none. */
  extremes(i, j) {
    const [low, high] = this.#search(i, Math.min(j, this.length));
    if (low < 0) return [null, null];
    const values = this.#values;
    return low <= high ? [values[low], values[high]] : [values[high], values[low]];
  }

  /** Indices of the extremes: by whole blocks where [i, j) has them, one by one at its ends. */
  #search(i, j) {
    const firstBlock = Math.ceil(i / BLOCK);
    const lastBlock = Math.floor(j / BLOCK);
    if (firstBlock >= lastBlock) return this.#scan(i, j);
    const best = this.#scan(i, firstBlock * BLOCK);
    for (let block = firstBlock; block < lastBlock; block++) {
      this.#improve(best, this.#low[block], this.#high[block]);
    }
    this.#improve(best, ...this.#scan(lastBlock * BLOCK, j));
    return best;
  }

  #improve(best, low, high) {
    const values = this.#values;
    if (low >= 0 && (best[0] < 0 || values[low] < values[best[0]])) best[0] = low;
    if (high >= 0 && (best[1] < 0 || values[high] > values[best[1]])) best[1] = high;
  }

  #scan(i, j) {
    const values = this.#values;
    let low = -1;
    let high = -1;
    for (let k = i; k < j; k++) {
      const v = values[k];
      if (v - v !== 0) continue; // NaN and infinities have no place on an axis
      if (low < 0 || v < values[low]) low = k;
      if (high < 0 || v > values[high]) high = k;
    }
    return [low, high];
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

  /** Extremes of both sets in [i, j): [[train, train], [test, test]]. */
  extremes(i, j) {
    return [this.#train.extremes(i, j), this.#test.extremes(i, j)];
  }
}

/** Where the buckets of the thinned-out chart begin. They do not move while the run grows, so that
    the curve does not shimmer: a power of two wide, or each wider than the last by a fixed factor. */
function edges(first, last, buckets, log) {
  const result = [first];
  const factor = Math.exp(Math.log(1e6) / buckets);
  const width = 2 ** Math.max(0, Math.ceil(Math.log2((last + 1 - first) / buckets)));
  for (let edge = first; edge <= last;) {
    edge = log ? Math.max(edge + 1, Math.floor(edge * factor)) : (Math.floor(edge / width) + 1) * width;
    result.push(Math.min(edge, last + 1));
  }
  return result;
}

/**
 * Thins iterations first..last out to at most 2·buckets points that keep every extreme.
 * Returns [iterations, train, test], null where there is nothing finite. On a log axis first must
 * be above 0.
 * @returns {[number[], (number | null)[], (number | null)[]]}
 */
export function decimate(costs, { first = 0, last = costs.length - 1, buckets = 1000, log = false } = {}) {
  /** @type {[number[], (number | null)[], (number | null)[]]} */
  const [xs, train, test] = [[], [], []];
  if (last < first) return [xs, train, test];
  const borders = edges(first, last, buckets, log);
  for (let k = 0; k + 1 < borders.length; k++) {
    const [i, j] = [borders[k], borders[k + 1]];
    const [a, b] = costs.extremes(i, j);
    xs.push(i);
    train.push(a[0]);
    test.push(b[0]);
    if (j - i === 1) continue;
    xs.push(j - 1);
    train.push(a[1]);
    test.push(b[1]);
  }
  return [xs, train, test];
}
