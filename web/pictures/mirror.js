// Mirrored copies: more pictures from the same ones. A copy goes with its original (into the same part, to the same class,
// away), or the test set would hold what was trained on.

/** @typedef {import('./pictures.js').Picture} Picture @typedef {import('./pictures.js').NewPicture} NewPicture */

/** One copy of each that has none and is none. @param {Picture[]} list
 *  @param {(rgb: Uint8Array) => Uint8Array} mirrored the picture as in a mirror @returns {NewPicture[]} */
export function copiesOf(list, mirrored) {
  const copied = new Set(list.map(({ of }) => of));
  return list.flatMap(({ id, of, rgb, px, y, test, name }) =>
    of === undefined && rgb && !copied.has(id)
      ? [{ y, test, name: `${name} ⇄`, px, rgb: mirrored(rgb), of: id }]
      : [],
  );
}

/** These and the copies of them. @param {Picture[]} list all @param {Iterable<number>} ids @returns {Picture[]} */
export function withCopies(list, ids) {
  const wanted = new Set(ids);
  return list.filter(({ id, of }) => wanted.has(id) || (of !== undefined && wanted.has(of)));
}
