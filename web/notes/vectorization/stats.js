// What this figure makes of its rounds: medians, ratios, and how far numbers agree.

/** @param {number[]} list not empty */
export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Median and least of the rounds. @param {number[]} rounds */
export const summary = (rounds) => ({ median: median(rounds), least: Math.min(...rounds) });

/**
 * How many times slower than its fastest round the median round was, at worst.
 * @param {{median: number, least: number}[]} summaries
 */
export const unrest = (summaries) => Math.max(1, ...summaries.map(({ median, least }) => median / least));

/**
 * How far two lists agree, over as many numbers as both have: the largest difference, and the decimal digits in which
 * even the worst pair agrees (16: as many as a float64 has).
 * @param {ArrayLike<number>} a @param {ArrayLike<number>} b
 */
export function agreement(a, b) {
  const count = Math.min(a.length, b.length);
  let [most, relative] = [0, 0];
  for (let k = 0; k < count; k++) {
    const off = Math.abs(a[k] - b[k]);
    most = Math.max(most, off);
    if (off > 0) relative = Math.max(relative, off / Math.max(Math.abs(a[k]), Math.abs(b[k])));
  }
  return { count, most, digits: relative > 0 ? Math.min(16, Math.floor(-Math.log10(relative))) : 16 };
}

/** The part of a text that is as in another, and the rest. @param {string} text @param {string} other */
export function alike(text, other) {
  let k = 0;
  while (k < text.length && text[k] === other[k]) k++;
  return [text.slice(0, k), text.slice(k)];
}

/** Of many examples as many as may take part, spread evenly. @template T @param {T[]} list @param {number} most */
export function spread(list, most) {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, k) => list[Math.floor((k * list.length) / most)]);
}
