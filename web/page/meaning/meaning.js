/* What the result means, when training rests: a few sentences made of its numbers, and what may be done next. Nothing where
   there is nothing to say. say.js says it, box.js shows it. */
import { count, fixed, percent } from "../../ui/format.js";
import { LOG2 } from "../train/axes.js";

const FEW = 0.1; // an interval this wide is worth a sentence
const HEART = 0.1; // so much more is right on the training set
const PAST = 0.7; // the lowest J came before this share of the run,
const RISEN = 1.1; // and J has risen by this factor since
const WELL = LOG2 / 4; // J on the test set below this: the kind is known, whatever happened since
const KNOWN = 0.95; // so much of the training set is right when it is known by heart
const UNEVEN = 3; // times as many pictures in one class
const RISE = 1e-6; // of J, from one iteration to the next: more than rounding
const ZIGZAG = 10; // rises are worth a sentence,
const LEAP = 10 * LOG2; // and so is a single one up to here
const FLAT = 0.02; // of where J began: lower than this the curve lies on the axis,
const STILL = 0.8; // and yet it has fallen by this factor since a sixteenth of the run
const AT_ONCE = 1e-6; // J after two updates: every ŷ is 0 or 1
const SETTLED = 20; // iterations until it can be told whether J still jumps
const FAR = 3; // the loss of a picture that is far off: ŷ below 0.05 for a 1,
const FAR_SHARE = 1 / 3; // and so much of J is its

/**
 * The interval of Wilson (1927) for a share of which `right` of n were seen: which true shares make that likely.
 * @param {number} right @param {number} n above 0 @param {number} [z] 1.96: in 95 of 100 cases it holds the true one
 * @returns {[number, number]}
 */
export function wilson(right, n, z = 1.959964) {
  const p = right / n;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return [right === 0 ? 0 : centre - half, right === n ? 1 : centre + half];
}

/** Where J on the test set was lowest, up to iteration t. @param {Float64Array} costs @param {number} t */
function lowest(costs, t) {
  let best = 0;
  for (let i = 1; i <= Math.min(t, costs.length - 1); i++) if (costs[i] < costs[best]) best = i;
  return best;
}

/** @typedef {{key: string, params: Record<string, any>}} Sentence */
/** @typedef {"more" | "camera" | "mirror" | "smaller" | "advice"} Next mirror, smaller: measured before they are taken */

/**
 * @param {any} train the last 'train' event @param {any} data the last 'data' event, its names in the reader's language
 * @param {{train: Float64Array, test: Float64Array}} costs by iteration
 * @returns {{sentences: Sentence[], back: number | null, next: Next[]}} back: an iteration worth going back to
 */
export function meaningOf(train, data, costs) {
  const none = { sentences: [], back: null, next: [] };
  if (!train?.engine || train.running || train.iteration === 0 || !data || !Number.isFinite(train.cost))
    return none;
  const { m, m_test } = data;
  const right = count(Math.round(train.accuracy * m));
  // A network's J is no single valley, and mini-batches make it rise at any α.
  const steps = train.network ? [] : zigzag(costs.train, train.iteration);
  if (!m_test) {
    const untested = { key: "meaning.untested", params: { right, m: count(m) } };
    return { sentences: [untested, ...steps], back: null, next: [] };
  }
  const rightTest = Math.round(train.testAccuracy * m_test);
  const params = { right, m: count(m), rightTest: count(rightTest), tests: count(m_test) };
  /** @type {Sentence[]} */
  const sentences = [{ key: "meaning.right", params }];
  const [low, high] = wilson(rightTest, m_test);
  const whole = (/** @type {number} */ share) => `${Math.round(100 * share)}%`; // of so few, more digits would pretend
  if (high - low > FEW)
    sentences.push({ key: "meaning.interval", params: { low: whole(low), high: whole(high) } });
  const heart = byHeart(train, costs.test, low > 0.5);
  if (heart) sentences.push(heart.sentence);
  const uneven = unevenness(data);
  if (uneven) sentences.push(uneven);
  const next = nextSteps(data, heart !== null, rightTest === m_test);
  return { sentences: [...sentences, ...steps], back: heart?.back ?? null, next };
}

/** Whether the end of the curve is seen on a logarithmic scale only. @param {Float64Array} costs @param {number} t */
export const logHelps = (costs, t) => costs[t] < FLAT * costs[0] && costs[t] < STILL * costs[t >> 4];

/** J on the training set rises where a step is too long. @param {Float64Array} costs @param {number} t up to here
 *  @returns {Sentence[]} one or none */
function zigzag(costs, t) {
  let [rises, late, last, high] = [0, 0, 0, 0];
  for (let i = 1; i <= t; i++) {
    if (!(costs[i] > costs[i - 1] * (1 + RISE))) continue;
    rises++;
    if (i > 0.75 * t) late++;
    last = i;
    high = Math.max(high, costs[i]);
  }
  if (t >= SETTLED && late > t / 16) return [{ key: "meaning.jumps", params: {} }];
  if (costs[Math.min(t, 2)] < AT_ONCE) return [{ key: "meaning.at-once", params: {} }];
  if (rises < ZIGZAG && high < LEAP) return [];
  return [{ key: "meaning.zigzag", params: { t: count(last), high: fixed(high, 2) } }];
}

/** Whether the training set was learned by heart.
 *  @param {any} train @param {Float64Array} testCosts @param {boolean} better than tossing a coin on the test set, surely */
function byHeart({ iteration, accuracy, testAccuracy, testCost }, testCosts, better) {
  const best = lowest(testCosts, iteration);
  const risen = best < PAST * iteration && testCost > Math.max(WELL, RISEN * testCosts[best]);
  const worse = testCost > LOG2 && accuracy > testAccuracy + HEART;
  if ((!risen && !worse) || best === iteration) return null;
  if (best < 2) {
    const key = accuracy > KNOWN ? "meaning.heart.start" : "meaning.nothing";
    return better ? null : { sentence: { key, params: {} }, back: null };
  }
  return { sentence: { key: "meaning.heart", params: { t: count(best) } }, back: best };
}

/** One class that is much larger. */
function unevenness({ counts, names }) {
  const [less, more] = counts[0] < counts[1] ? [0, 1] : [1, 0];
  if (counts[more] < UNEVEN * counts[less]) return null;
  const share = percent(counts[more] / (counts[0] + counts[1]));
  return { key: "meaning.uneven", params: { name: names[more], share } };
}

/** What may help: where the test set is not known what cannot be tried out and what is tried out first, and whatever can be, as
 *  long as not all is right. @param {any} data @param {boolean} unknown @param {boolean} right @returns {Next[]} */
function nextSteps({ source, mirrored, sizes, n_px }, unknown, right) {
  /** @type {[Next, boolean][]} */
  const all = [
    ["more", unknown && source === "own"],
    ["camera", unknown && source === "own"],
    ["mirror", unknown && source !== "drawn" && !mirrored],
    ["smaller", unknown && sizes.some((/** @type {number} */ px) => px < n_px)],
    ["advice", !right],
  ];
  return all.flatMap(([what, helps]) => (helps ? [what] : []));
}

/**
 * The picture that alone makes much of J, if there is one.
 * @param {{id: ArrayLike<number>, test: ArrayLike<number>}} data @param {Float32Array} loss beside its ids
 * @returns {{id: number, test: boolean, share: number} | null}
 */
export function farOff({ id, test }, loss) {
  for (const part of [1, 0]) {
    let [n, sum, worst] = [0, 0, -1];
    for (let i = 0; i < id.length; i++) {
      if (test[i] !== part || !(loss[i] >= 0)) continue;
      n++;
      sum += loss[i];
      if (worst < 0 || loss[i] > loss[worst]) worst = i;
    }
    if (n < 8 || !(loss[worst] > FAR) || loss[worst] < FAR_SHARE * sum) continue;
    return { id: id[worst], test: part === 1, share: Math.min(1, loss[worst] / sum) };
  }
  return null;
}
