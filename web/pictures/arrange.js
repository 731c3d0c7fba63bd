// Pictures into the very slots they had: the order of the slots is the order in which examples are summed, so that what is
// computed is the same again to the last bit.

/** @typedef {import('./pictures.js').Moment} Moment */
/** @typedef {import('./pictures.js').Picture} Picture */

/** @param {Moment} moment @returns {Map<number, Picture>} slot -> picture */
const bySlot = ({ list, slots }) => new Map(list.map((picture, i) => [slots[i], picture]));

/** Whether the dataset that holds `here` can be made `there` by taking some out or by putting some in, so that it can be
 *  taken back when memory is short. Not when none stays: a new dataset takes no more than it needs.
 *  @param {Moment} here @param {Moment} there */
export function fits(here, there) {
  const [from, to] = [bySlot(here), bySlot(there)];
  let [stay, go] = [0, 0];
  for (const [slot, { id }] of from) to.get(slot)?.id === id ? stay++ : go++;
  return stay > 0 && (go === 0 || to.size === stay);
}

/**
 * Takes out and puts in what makes `here` into `there`. When memory is short (CoreError), what was put in is out again.
 * @param {import('../core/dataset.js').Dataset} dataset @param {Moment | null} here what it holds; null: nothing
 * @param {Moment} there @param {(picture: Picture) => number} place into the lowest free slot
 */
export function arrange(dataset, here, there, place) {
  const [from, to] = [here ? bySlot(here) : new Map(), bySlot(there)];
  const missing = [...to].filter(([slot, { id }]) => from.get(slot)?.id !== id);
  for (const [slot, { id }] of from) if (to.get(slot)?.id !== id) dataset.remove(slot);
  putIn(dataset, missing, to, place);
  for (const [slot, { id, y }] of from) {
    const now = to.get(slot);
    if (now && now.id === id && now.y !== y) dataset.setY(slot, now.y);
  }
}

/** @param {import('../core/dataset.js').Dataset} dataset @param {[number, Picture][]} missing
 *  @param {Map<number, Picture>} to @param {(picture: Picture) => number} place */
function putIn(dataset, missing, to, place) {
  const wanted = new Map(missing);
  const last = missing.reduce((most, [slot]) => Math.max(most, slot), -1);
  const blank = new Uint8Array(dataset.n_x);
  /** @type {number[]} */
  const put = [];
  /** Hold places that are to stay free. @type {number[]} */
  const gaps = [];
  try {
    for (let slot = 0; slot <= last; slot++) {
      const picture = wanted.get(slot);
      if (picture) put.push(place(picture));
      else if (!to.has(slot)) gaps.push(dataset.add(blank, 0, "train", 0));
    }
  } catch (error) {
    for (const slot of put) dataset.remove(slot);
    throw error;
  } finally {
    for (const slot of gaps) dataset.remove(slot);
  }
}
