// Mirrored copies: more pictures from the same ones. A copy goes with its original (into the same part, to the same class,
// away), or the test set would hold what was trained on.

/** @typedef {import('./pictures.js').Picture} Picture @typedef {import('./pictures.js').NewPicture} NewPicture */

/** The picture as in a mirror. @param {Uint8Array} rgb @param {number} px @returns {Uint8Array} */
export function mirrored(rgb, px) {
  const out = new Uint8Array(rgb.length);
  for (let row = 0; row < px; row++)
    for (let column = 0; column < px; column++) {
      const from = 3 * (row * px + column);
      out.set(rgb.subarray(from, from + 3), 3 * (row * px + px - 1 - column));
    }
  return out;
}

/** One copy of each that has none and is none. @param {Picture[]} list @returns {NewPicture[]} */
export function copiesOf(list) {
  const copied = new Set(list.map(({ of }) => of));
  return list.flatMap(({ id, of, rgb, px, y, test, name }) =>
    of === undefined && rgb && !copied.has(id)
      ? [{ y, test, name: `${name} ⇄`, px, rgb: mirrored(rgb, px), of: id }]
      : [],
  );
}

/** These and the copies of them. @param {Picture[]} list all @param {Iterable<number>} ids @returns {Picture[]} */
export function withCopies(list, ids) {
  const wanted = new Set(ids);
  return list.filter(({ id, of }) => wanted.has(id) || (of !== undefined && wanted.has(of)));
}
