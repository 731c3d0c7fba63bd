// What a picture that carries a model shows: its weights as the page draws them, on white; of a network, those of every
// neuron of its first layer.

import { ribbonHeight, ribbonRow } from "../../pictures/carried/ribbon.js";
import { put } from "./writing.js";

/** @typedef {import('./writing.js').Strip} Strip */

export const WIDTH = 640;
export const INSIDE = 576; // of it, between the margins
const MARGIN = (WIDTH - INSIDE) / 2;
const GAP = 4; // between neurons
const PAPER = 0xff;
/** --class0, --neutral and --class1 of the light theme. */
const [LOW, MIDDLE, HIGH] = [
  [0x2f, 0x7c, 0xc9],
  [0xf4, 0xf2, 0xec],
  [0xe0, 0x70, 0x1a],
];

/** The weights of one neuron, a colour a pixel: the sum of its three. @param {Float64Array} w @returns {Uint8Array} rgb */
function painted(w) {
  const n = w.length / 3;
  const sums = Float64Array.from({ length: n }, (_, i) => w[3 * i] + w[3 * i + 1] + w[3 * i + 2]);
  const most = sums.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
  const rgb = new Uint8Array(3 * n);
  for (let i = 0; i < n; i++) {
    const share = most > 0 ? sums[i] / most : 0;
    const end = share < 0 ? LOW : HIGH;
    for (let c = 0; c < 3; c++)
      rgb[3 * i + c] = Math.round(MIDDLE[c] + (end[c] - MIDDLE[c]) * Math.abs(share));
  }
  return rgb;
}

/** As large as there is room: each pixel a square, or where there are more pixels than room, one of several.
 *  @param {Uint8Array} rgb @param {number} px @param {number} room @returns {Strip} */
function scaled(rgb, px, room) {
  const side = room >= px ? px * Math.floor(room / px) : room;
  const out = new Uint8Array(3 * side * side);
  const at = (/** @type {number} */ i) => Math.floor(((i + 0.5) * px) / side);
  for (let y = 0, o = 0; y < side; y++)
    for (let x = 0; x < side; x++) for (let c = 0; c < 3; c++) out[o++] = rgb[3 * (at(y) * px + at(x)) + c];
  return { rgb: out, width: side, height: side };
}

/** @param {import('./model.js').Model} model @param {Strip[]} above lines, INSIDE wide @param {Strip[]} below
 *  @returns {Strip} */
export function faceOf({ n_px, layers: [{ W, b }] }, above, below) {
  const units = b.length;
  const columns = Math.ceil(Math.sqrt(units));
  const room = Math.floor((INSIDE + GAP) / columns) - GAP;
  const tiles = Array.from({ length: units }, (_, u) =>
    scaled(painted(W.subarray((u * W.length) / units, ((u + 1) * W.length) / units)), n_px, room),
  );
  const [{ width: side }] = tiles;
  const rows = Math.ceil(units / columns);
  const sum = (/** @type {Strip[]} */ list) => list.reduce((all, { height }) => all + height, 0);
  const inside = rows * (side + GAP) - GAP;
  const ribbon = ribbonHeight(WIDTH);
  const height = 2 * MARGIN + sum(above) + inside + MARGIN / 2 + sum(below) + ribbon;
  const face = { rgb: new Uint8Array(3 * WIDTH * height).fill(PAPER), width: WIDTH, height };
  let y = MARGIN;
  const stack = (/** @type {Strip[]} */ list) => {
    for (const strip of list) {
      put(face, strip, MARGIN, y);
      y += strip.height;
    }
  };
  stack(above);
  const left = Math.floor((WIDTH - columns * (side + GAP) + GAP) / 2);
  for (const [u, tile] of tiles.entries())
    put(face, tile, left + (u % columns) * (side + GAP), y + Math.floor(u / columns) * (side + GAP));
  y += inside + MARGIN / 2;
  stack(below);
  const row = ribbonRow(WIDTH, "model");
  for (let k = height - ribbon; k < height; k++) face.rgb.set(row, 3 * WIDTH * k);
  return face;
}
