// The classic slip: reshape(-1, m) in the place of reshape(m, -1).T. The shape is right, the columns are not.

/** @typedef {import("./unroll.js").Order} Order */

/**
 * The columns of array.reshape(-1, m), where the array holds these pictures one behind the other: column k has every m-th
 * number of them all. @param {Uint8Array[]} pictures each as a column @returns {Uint8Array[]}
 */
export function scrambled(pictures) {
  const m = pictures.length;
  const n = m ? pictures[0].length : 0;
  return pictures.map((_, k) =>
    Uint8Array.from({ length: n }, (_, j) => pictures[Math.floor((j * m + k) / n)][(j * m + k) % n]),
  );
}

/** How many numbers of column k are of picture k. @param {number} k from 0 @param {number} m @param {number} n */
export function ownNumbers(k, m, n) {
  let count = 0;
  for (let j = 0; j < n; j++) count += Number(Math.floor((j * m + k) / n) === k);
  return count;
}

/** The picture, as interleaved RGB bytes, of which x would be the column. @param {Order} order @param {Uint8Array} x */
export function rolled(order, x) {
  if (order === "pixels") return x;
  const rgb = new Uint8Array(x.length);
  const pixels = x.length / 3;
  for (let j = 0; j < x.length; j++) rgb[3 * (j % pixels) + Math.floor(j / pixels)] = x[j];
  return rgb;
}
