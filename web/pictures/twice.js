// The same picture given twice: told by its bytes as they are kept, whatever the files are called.

const MARKS = 64; // bytes looked at before all of them are compared

/** @typedef {{id: number, y: 0 | 1, rgb?: Uint8Array | null}} Picture */

/** A number that equal pictures share, and others seldom. @param {Uint8Array} rgb */
function mark(rgb) {
  let sum = rgb.length;
  for (let i = 1; i <= MARKS; i++)
    sum = (Math.imul(sum, 31) + rgb[Math.floor((rgb.length - 1) * (i / MARKS))]) | 0;
  return sum;
}

/** @param {Uint8Array} p @param {Uint8Array} q */
function equal(p, q) {
  if (p.length !== q.length) return false;
  for (let i = 0; i < p.length; i++) if (p[i] !== q[i]) return false;
  return true;
}

/**
 * Which of the pictures that came were there already, or came twice.
 * @template {Picture} P
 * @param {P[]} all in the order they came @param {Iterable<P>} came some of them
 * @returns {{ids: number[], across: number}} across: how many of these are in the other class as well
 */
export function twice(all, came) {
  const fresh = new Set(came);
  /** One for all that are equal, with the classes they are in. @type {Map<number, {rgb: Uint8Array, classes: Set<number>}[]>} */
  const seen = new Map();
  const ids = [];
  let across = 0;
  for (const picture of all) {
    const { rgb, id, y } = picture;
    if (!rgb) continue;
    const key = mark(rgb);
    const others = seen.get(key) ?? [];
    if (others.length === 0) seen.set(key, others);
    const same = others.find((other) => equal(other.rgb, rgb));
    if (!same) others.push({ rgb, classes: new Set([y]) });
    else {
      if (fresh.has(picture)) {
        ids.push(id);
        if (same.classes.has(1 - y)) across += 1;
      }
      same.classes.add(y);
    }
  }
  return { ids, across };
}
