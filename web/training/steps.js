// What a step did, in a code and its numbers, by what the pictures were before and are after it.

import { keptAt, without } from "../pictures/history.js";

/** @typedef {import('../pictures/history.js').Moment} Moment */
/** @typedef {import('../pictures/pictures.js').Picture} Picture */
/** @typedef {'added' | 'mirrored' | 'removed' | 'emptied' | 'rested' | 'woken' | 'relabelled' | 'named' | 'drawn' | 'size' | 'share' | 'alpha' | 'opened' | 'brought' |
 *    'dismissed'} Asked */

/** The class that all of them are in, or null. @param {Picture[]} list @returns {0 | 1 | null} */
const classOf = ([first, ...others]) => (first && others.every(({ y }) => y === first.y) ? first.y : null);

/** The pictures that it is about, and where their class had its name. @param {string} code @param {Moment} before
 *  @param {Moment} after @returns {Picture[]} */
function about(code, before, after) {
  if (code === "removed" || code === "emptied") return without(keptAt(before), keptAt(after));
  if (code === "rested") return without(before.list, after.list);
  if (code !== "relabelled") return without(after.list, before.list);
  const there = new Set(before.list); // moved, a picture is another object
  return after.list.filter((picture) => !there.has(picture));
}

/** Pictures that came may have taken the place of others. @param {string} asked @param {Moment} before
 *  @param {Moment} after */
function codeOf(asked, before, after) {
  if (asked !== "added") return asked;
  const gone = without(before.list, after.list).length > 0;
  if (before.source !== "drawn" && gone) return "set";
  if (after.source === "h5" && without(after.list, before.list).some(({ h5 }) => h5)) return "set";
  return before.source === "drawn" && before.list.length > 0 ? "first" : "added";
}

/** @param {string} asked see Asked @param {Moment} before @param {Moment} after
 *  @returns {import('../pictures/history.js').Says} */
export function whatWasDone(asked, before, after) {
  const code = codeOf(asked, before, after);
  const list = about(code, before, after);
  const y = code === "named" ? namedClass(before, after) : classOf(list);
  const { names, source } = after;
  const name = y === null ? null : { given: names[y], drawn: source === "drawn" };
  return { code, count: list.length, y, name, value: valueOf(code, after) };
}

/** @param {string} code @param {Moment} after */
function valueOf(code, after) {
  if (code === "alpha") return after.set?.settings.alpha;
  return code === "size" ? after.n_px : after.share;
}

/** @param {Moment} before @param {Moment} after @returns {0 | 1 | null} null: both */
function namedClass(before, after) {
  const [zero, one] = [0, 1].map((y) => before.names[y] !== after.names[y]);
  return zero && one ? null : zero ? 0 : 1;
}
