/** Drawn of a longer list: a plot with more marks than this is slow and shows no more. */
export const MOST_DRAWN = 2000;

/** Places of at most `most` entries of a list of m, evenly spread. @param {number} m @param {number} [most] */
export const spread = (m, most = MOST_DRAWN) =>
  Array.from({ length: Math.min(m, most) }, (_, k) => (m <= most ? k : Math.floor((k * m) / most)));

/** The largest |v| there is, 0 of none: Math.max(...list) takes no more than some ten thousand. @param {ArrayLike<number>} list */
export function largestOf(list) {
  let most = 0;
  for (let i = 0; i < list.length; i++) most = Math.max(most, Math.abs(list[i]));
  return most;
}
