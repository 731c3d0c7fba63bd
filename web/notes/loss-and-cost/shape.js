/* What a curve J(w) is like, from its values, slopes and curvatures at many w: for the sentence under it and for the
   marks on it. No maths of its own beyond reading signs. */

/**
 * @typedef {{ws: ArrayLike<number>, cost: ArrayLike<number>, slope: ArrayLike<number>, curvature: ArrayLike<number>}} Curve
 * @typedef {object} Shape
 * @property {{w: number, cost: number}[]} minima inside the range, left to right
 * @property {number[]} humps how much higher than the higher of two neighbouring minima it gets between them
 * @property {[number, number][]} down stretches where it bends down (curvature < 0)
 * @property {{from: number, to: number, cost: number}[]} shelves nearly level stretches well above the lowest J
 * @property {{left: boolean, right: boolean}} falls whether it still falls, worth mentioning, towards that edge
 * @property {boolean} flat it does not depend on w at all
 */

const LEVEL = 0.06; // of the steepest slope: what the eye takes for level
const HIGH = 0.25; // of the height of the curve: well above the lowest
const WIDE = 0.12; // of the range: less is the top of a hump
const DEEP = 0.03; // of the height of the curve: a lesser fall belongs to a shelf

/** @param {Curve} curve @returns {Shape} */
export function shapeOf({ ws, cost, slope, curvature }) {
  const n = ws.length;
  const high = largest(cost, 0, n);
  const low = -largest(Array.from(cost, (v) => -v), 0, n); // prettier-ignore
  const steepest = largest(Array.from(slope, Math.abs), 0, n);
  if (!(steepest > 1e-12))
    return { minima: [], humps: [], down: [], shelves: [], falls: NOWHERE, flat: true };

  const valleys = [];
  for (let i = 1; i < n; i++) if (slope[i - 1] < 0 && slope[i] >= 0) valleys.push(i);
  const minima = valleys.map((i) => {
    const part = slope[i - 1] / (slope[i - 1] - slope[i]); // where the slope passes zero between i - 1 and i
    return { w: ws[i - 1] + part * (ws[i] - ws[i - 1]), cost: cost[part < 0.5 ? i - 1 : i] };
  });
  const humps = minima
    .slice(1)
    .map((next, k) => largest(cost, valleys[k], valleys[k + 1]) - Math.max(minima[k].cost, next.cost));

  const shelves = stretches(
    n,
    (i) => Math.abs(slope[i]) < LEVEL * steepest && cost[i] - low > HIGH * (high - low),
  )
    .map(([i, j]) => ({ from: ws[i], to: ws[j], cost: (cost[i] + cost[j]) / 2 }))
    .filter(({ from, to }) => to - from >= WIDE * (ws[n - 1] - ws[0]))
    .filter(({ from, to }) => !minima.some(({ w }) => w >= from && w <= to));

  const deep = (/** @type {number} */ fall) => valleys.length === 0 || fall > DEEP * (high - low);
  const falls = {
    left: slope[0] > 0 && deep(largest(cost, 0, valleys[0] ?? n) - cost[0]),
    right: slope[n - 1] < 0 && deep(largest(cost, valleys.at(-1) ?? 0, n) - cost[n - 1]),
  };
  /** @type {[number, number][]} */
  const down = stretches(n, (i) => curvature[i] < 0).map(([i, j]) => [ws[i], ws[j]]);
  return { minima, humps, shelves, down, falls, flat: false };
}

const NOWHERE = { left: false, right: false };

/** Runs of indices that fulfil `is`, as [first, last]. @param {number} n @param {(i: number) => boolean} is */
function stretches(n, is) {
  /** @type {[number, number][]} */
  const found = [];
  for (let i = 0; i < n; i++) {
    if (!is(i)) continue;
    if (i > 0 && is(i - 1)) found[found.length - 1][1] = i;
    else found.push([i, i]);
  }
  return found;
}

/** The largest of list[from] … list[to - 1]. @param {ArrayLike<number>} list @param {number} from @param {number} to */
function largest(list, from, to) {
  let most = -Infinity;
  for (let i = from; i < to; i++) most = Math.max(most, list[i]);
  return most;
}

/**
 * The clauses of the sentence that says what is seen: [key, params] of the dictionaries, in order.
 * @param {Shape} shape @param {(x: number, digits: number) => string} fixed
 * @returns {[string, Record<string, any>][]}
 */
export function clauses({ minima, humps, shelves, down, falls, flat }, fixed) {
  if (flat) return [["flat", {}]];
  /** @type {[string, Record<string, any>][]} */
  const out = [];
  const place = ({ w, cost }) => ({ w: fixed(w, 2), cost: fixed(cost, 4) });
  if (minima.length === 0) out.push([falls.right ? "none-right" : "none-left", {}]);
  else if (minima.length === 1) out.push(["one", place(minima[0])]);
  else if (minima.length === 2) {
    const [p, q] = minima.map(place);
    out.push(["two", { w: p.w, cost: p.cost, w2: q.w, cost2: q.cost, hump: fixed(humps[0], 4) }]);
  } else out.push(["many", { n: minima.length }]);
  if (minima.length > 0 && falls.right) out.push(["escape-right", {}]);
  if (minima.length > 0 && falls.left) out.push(["escape-left", {}]);
  for (const { from, to, cost } of shelves)
    out.push(["shelf", { from: fixed(from, 1), to: fixed(to, 1), cost: fixed(cost, 2) }]);
  out.push([down.length ? "down" : "up", {}]);
  return out;
}
