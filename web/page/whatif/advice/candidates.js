// What is tried, from the page's pictures and settings, over how many splits, and about how long that takes.

import { GRAM_MAX } from "../../../core/limits.js";
import { predict, sooner } from "../../../training/engine.js";
import { MADDS_A_SECOND } from "../measure.js";
import { SPLITS, shareOf } from "../plan.js";

export const FEWER = 10; // splits where a training takes long, and of networks
export const PILOT = 8; // other splits, on which it is looked how many iterations are enough
const PATIENCE_S = 20; // all that is tried at once, else over fewer splits
const AT_ONCE_S = 10; // networks that take no longer are tried with the rest
const MOST_BYTES = 256 * 2 ** 20; // of pictures at another size, or with their copies
const HIDDEN = [[], [4], [16]];
const RATE = 5; // times smaller, times larger

/**
 * @typedef {object} Candidate a way to train
 * @property {string} what its name: "now" is the page's own
 * @property {"now" | "mirror" | "until" | "size" | "alpha" | "hidden" | "part"} kind
 * @property {number} splits over how many
 * @property {number} n_px @property {number} alpha @property {number[]} hidden
 * @property {number} iterations 0: found on the pilot splits
 * @property {boolean} mirrored copies of all it trains on @property {number} share of the training pictures: 1, a half, a quarter
 * @property {number} seconds about, all splits together
 *
 * @typedef {{now: Candidate[], later: Candidate[]}} Candidates at once, and when it is asked for; "now" first in both
 */

/** @param {any} state @param {Omit<Candidate, "splits" | "seconds">} how @returns {number} seconds of one training, about */
function secondsOf({ data, settings }, { n_px, hidden, iterations, mirrored, share }) {
  const originals = new Set(data.of).size;
  const count = data.id.length + (mirrored ? originals : 0);
  const t = iterations || 2 * settings.iterations;
  // Side by side with trainings on others: among them they are on all rows.
  if (hidden.length === 0) return (count * count * t) / MADDS_A_SECOND;
  const test = shareOf({ test: data.test, group: data.of }) * originals;
  const m = Math.max(2, (count - test) * share);
  const job = { m, count: m + test, n_x: 3 * n_px * n_px, hidden, batch: settings.batch, iterations: t };
  const works = predict({ ...job, missing: m + test });
  return works[sooner(works)].seconds;
}

/** What can be tried. @param {any} state @returns {Omit<Candidate, "splits" | "seconds">[]} */
function possible({ data, settings }) {
  const { alpha, iterations, hidden } = settings;
  const { n_px, sizes, source, mirrored } = data;
  const originals = new Set(data.of).size;
  const fits = (/** @type {number} */ px, n = data.id.length) => 3 * px * px * n <= MOST_BYTES;
  const now = { n_px, alpha, hidden, iterations, mirrored: false, share: 1 };
  const smaller = sizes.filter((/** @type {number} */ px) => px < n_px && fits(px)).at(-1);
  const larger = sizes.find((/** @type {number} */ px) => px > n_px && fits(px));
  const rates = [alpha / RATE, alpha * RATE].map((rate) => Number(rate.toPrecision(2)));
  const copied = data.id.length + originals;
  const canCopy = source !== "drawn" && !mirrored && copied <= GRAM_MAX && fits(n_px, copied);
  const same = (/** @type {number[]} */ other) => String(other) === String(hidden);
  /** @type {any[]} */
  const list = [
    { what: "now", kind: "now" },
    ...(canCopy ? [{ what: "mirror", kind: "mirror", mirrored: true }] : []),
    { what: "until", kind: "until", iterations: 0 },
    ...[smaller, larger].flatMap((px) => (px ? { what: `size ${px}`, kind: "size", n_px: px } : [])),
    ...rates.map((rate) => ({ what: `alpha ${rate}`, kind: "alpha", alpha: rate })),
    { what: "half", kind: "part", share: 1 / 2 },
    { what: "quarter", kind: "part", share: 1 / 4 },
    ...HIDDEN.filter((other) => !same(other)).map((other) => ({
      what: `hidden ${other.join() || "none"}`,
      kind: "hidden",
      hidden: other,
    })),
  ];
  return list.map((each) => ({ ...now, ...each }));
}

/** @type {WeakMap<any, {key: string, list: Candidates}>} */
const known = new WeakMap();

/** @param {any} state @returns {Candidates} */
export function candidatesOf(state) {
  const { data, settings } = state;
  const key = JSON.stringify([settings, data.n_px]);
  const before = known.get(data);
  if (before?.key === key) return before.list;
  const list = planned(state);
  known.set(data, { key, list });
  return list;
}

/** @param {any} state @returns {Candidates} */
function planned(state) {
  const all = possible(state).map((each) => ({ ...each, seconds: secondsOf(state, each) }));
  const isSlow = (/** @type {{hidden: number[]}} */ { hidden }) => hidden.length > 0;
  const sum = (/** @type {{seconds: number}[]} */ list) => list.reduce((s, { seconds }) => s + seconds, 0);
  const [now] = all;
  const nets = all.filter(({ kind }) => kind === "hidden");
  const rest = all.filter(({ kind }) => kind !== "hidden");
  const wanted = isSlow(now) ? FEWER : Math.floor(PATIENCE_S / sum(rest));
  const splits = Math.max(FEWER, Math.min(SPLITS, wanted));
  const over = (/** @type {any[]} */ list, /** @type {number} */ n) =>
    list.map((each) => ({ ...each, splits: n, seconds: n * each.seconds }));
  const first = over(rest, splits);
  const slow = over(nets, FEWER);
  if (FEWER * sum(nets) <= AT_ONCE_S) return { now: [...first, ...slow], later: [] };
  return { now: first, later: [...over([now], FEWER), ...slow] };
}
