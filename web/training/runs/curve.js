// A curve as it is kept: as many points as a chart can show, the first iterations all of them.

/** @typedef {{t: Uint32Array, train: Float32Array, test: Float32Array}} Curve of the same length; NaN: not finite, or not known */

const ALL = 64;
const WIDER = 1.01; // each group of iterations than the one before it

/** Least and most of costs from i to j-1, in their order. @param {Float64Array} costs @param {number} i @param {number} j */
function extremes(costs, i, j) {
  let [low, high] = [i, i];
  for (let k = i + 1; k < j; k++) {
    if (costs[k] < costs[low]) low = k;
    if (costs[k] > costs[high]) high = k;
  }
  return low < high ? [costs[low], costs[high]] : [costs[high], costs[low]];
}

/** Groups of iterations, two points each: [first, one behind the last]. @param {number} length */
function* groups(length) {
  for (let i = 0; i < length;) {
    const j = i < ALL ? i + 1 : Math.min(length, Math.max(i + 1, Math.floor(i * WIDER)));
    yield [i, j];
    i = j;
  }
}

/** @param {number} J */
const drawable = (J) => (Number.isFinite(Math.fround(J)) ? J : NaN);

/** Every extreme stays, and the last cost. @param {Float64Array} costs @param {Float64Array} testCosts @returns {Curve} */
export function thinned(costs, testCosts) {
  /** @type {[number[], number[], number[]]} */
  const [t, train, test] = [[], [], []];
  const put = (/** @type {number} */ at, /** @type {number} */ J, /** @type {number} */ other) => {
    t.push(at);
    train.push(drawable(J));
    test.push(drawable(other));
  };
  const last = costs.length - 1;
  for (const [i, j] of groups(last)) {
    const [p, q] = [extremes(costs, i, j), extremes(testCosts, i, j)];
    put(i, p[0], q[0]);
    if (j - i > 1) put(j - 1, p[1], q[1]);
  }
  if (last >= 0) put(last, costs[last], testCosts[last]);
  return { t: Uint32Array.from(t), train: Float32Array.from(train), test: Float32Array.from(test) };
}
