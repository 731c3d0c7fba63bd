// Which number of the picture becomes which entry of x. Two orders are in use: the lecture lays down whole sheets, all
// reds, then all greens, then all blues; the homework (and the training page) goes pixel by pixel, red, green, blue.
// Rows, columns and sheets count from 0 here, j from 1.

/** @typedef {'sheets' | 'pixels'} Order */

/** @param {Order} order @param {{sheet: number, row: number, column: number}} place @param {number} n_px */
export function indexOf(order, { sheet, row, column }, n_px) {
  const pixel = row * n_px + column;
  return (order === "sheets" ? sheet * n_px * n_px + pixel : 3 * pixel + sheet) + 1;
}

/** @param {Order} order @param {number} j @param {number} n_px */
export function placeOf(order, j, n_px) {
  const k = j - 1;
  const pixel = order === "sheets" ? k % (n_px * n_px) : Math.floor(k / 3);
  const sheet = order === "sheets" ? Math.floor(k / (n_px * n_px)) : k % 3;
  return { sheet, row: Math.floor(pixel / n_px), column: pixel % n_px };
}

/** How many pixels of a sheet come before entry j. @param {Order} order @param {number} sheet @param {number} j @param {number} n_px */
export function pixelsBefore(order, sheet, j, n_px) {
  const count = order === "sheets" ? j - 1 - sheet * n_px * n_px : Math.ceil((j - 1 - sheet) / 3);
  return Math.max(0, Math.min(n_px * n_px, count));
}

/** The column x of a picture given as interleaved RGB bytes. @param {Order} order @param {Uint8Array} rgb */
export function unroll(order, rgb) {
  if (order === "pixels") return rgb;
  const pixels = rgb.length / 3;
  const x = new Uint8Array(rgb.length);
  for (let sheet = 0; sheet < 3; sheet++)
    for (let p = 0; p < pixels; p++) x[sheet * pixels + p] = rgb[3 * p + sheet];
  return x;
}

/**
 * The column as a picture, `lines` lines of one pixel: each the mean of the entries it stands for, in the light of
 * their sheets. Entries after `upto` are not there yet.
 * @param {Order} order @param {Uint8Array} x @param {number} lines @param {number} [upto]
 */
export function columnImage(order, x, lines, upto = x.length) {
  const image = new ImageData(1, lines);
  const per = x.length / lines;
  for (let line = 0; line < lines; line++) {
    const first = Math.round(line * per);
    const last = Math.min(Math.round((line + 1) * per), upto);
    if (last <= first) break;
    const [sums, counts] = [[0, 0, 0], [0, 0, 0]]; // prettier-ignore
    for (let k = first; k < last; k++) {
      const sheet = order === "sheets" ? Math.floor((3 * k) / x.length) : k % 3;
      sums[sheet] += x[k];
      counts[sheet] += 1;
    }
    for (let s = 0; s < 3; s++) image.data[4 * line + s] = counts[s] ? sums[s] / counts[s] : 0;
    image.data[4 * line + 3] = 255;
  }
  return image;
}
