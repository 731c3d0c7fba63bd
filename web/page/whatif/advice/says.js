// What came of the advice, in sentences: keys and numbers, for the dictionaries.

import { points, signedPoints, tenths, whole } from "../numbers.js";
import { count, plain } from "../../../ui/format.js";

const FLAT = 0.02; // more than so much another half of the pictures would not have brought, in 19 of 20 cases

/** @typedef {{key: string, params?: Record<string, any>}} Sentence */
/** @typedef {ReturnType<typeof import('./compare.js').ranked>} Ranked */

/** What a candidate is called. @param {import('./candidates.js').Candidate} candidate @param {any} now settings and side of
 *  the pictures as they are @param {number} iterations that it was tried with @returns {Sentence} */
export function nameOf({ kind, what, n_px, alpha, hidden }, now, iterations) {
  if (kind === "size")
    return { key: `advice.size.${n_px < now.n_px ? "smaller" : "larger"}`, params: { px: n_px } };
  if (kind === "alpha") return { key: "advice.alpha", params: { alpha: plain(alpha) } };
  if (kind === "hidden")
    return hidden.length
      ? { key: "advice.hidden", params: { n: hidden.join(" + ") } }
      : { key: "advice.none" };
  if (kind === "until" && iterations === 0) return { key: "advice.until" };
  if (kind === "until")
    return {
      key: `advice.until.${iterations < now.iterations ? "less" : "more"}`,
      params: { t: count(iterations) },
    };
  return { key: `advice.${what}` };
}

/** Whether more pictures would help, by the curve over m: from half of them to all. @param {Ranked} ranked
 *  @returns {"rises" | "flat" | "open" | "perfect" | null} null: not tried yet; perfect: nothing was ever wrong */
export function curveOf({ base, rows }) {
  const half = rows.find(({ candidate }) => candidate.what === "half");
  if (!half?.complete || !half.difference || half.verdict === "diverged") return null;
  if (base.mean === 1) return "perfect";
  if (half.verdict === "worse") return "rises";
  return -half.difference.low < FLAT ? "flat" : "open";
}

/** @param {Ranked} ranked of all that was tried @param {number} n pictures @param {string} [asked] what somebody wanted to know
 *  of: a candidate's name @returns {Sentence[]} those that name a candidate by `best`, the row of it */
export function sentencesOf(ranked, n, asked) {
  const { base, rows } = ranked;
  if (!base.n) return [];
  const now = { mean: whole(base.mean), sd: points(base.sd), splits: count(base.n) };
  const better = rows.filter(({ verdict, candidate }) => verdict === "better" && candidate.kind !== "part");
  const curve = curveOf(ranked);
  const others = better.length > 1 ? [{ key: "advice.others", params: { n: count(better.length - 1) } }] : [];
  const wanted = rows.filter((row) => row.candidate.what === asked && row.complete && row !== better[0]);
  return [
    { key: "advice.now", params: now },
    ...wanted.map((row) => ({
      key: `advice.asked.${row.verdict}`,
      params: { best: row, ...numbersOf(row) },
    })),
    ...(better.length ? [{ key: "advice.best", params: { best: better[0], ...numbersOf(better[0]) } }] : []),
    ...others,
    ...(curve ? [curveSaid(ranked, curve, better.length > 0, n)] : []),
  ];
}

/** @param {Ranked["rows"][0]} row */
const numbersOf = ({ accuracy, difference }) => ({
  mean: whole(accuracy.mean),
  d: signedPoints(difference?.mean ?? NaN),
});

/** @param {Ranked} ranked @param {"rises" | "flat" | "open" | "perfect"} curve @param {boolean} helped @param {number} n @returns {Sentence} */
function curveSaid({ base, rows }, curve, helped, n) {
  if (curve === "perfect") return { key: "advice.perfect" };
  const at = (/** @type {string} */ what) => {
    const row = rows.find(({ candidate }) => candidate.what === what);
    return { mean: row?.accuracy.mean ?? NaN, m: row?.trained ?? 0 };
  };
  const [quarter, half] = [at("quarter"), at("half")];
  const all = { mean: base.mean, m: base.of[0]?.trained ?? 0 };
  const numbers = Object.fromEntries(
    [quarter, half, all].flatMap(({ mean, m }, i) => [
      [`a${i}`, tenths(mean)],
      [`m${i}`, count(m)],
    ]),
  );
  return { key: `advice.curve.${curve}.${helped ? "too" : "alone"}`, params: { ...numbers, n: count(n) } };
}
