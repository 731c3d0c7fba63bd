// A model in a picture: weights and biases as float64, and what one must know to ask it. The same for a neuron, which is a
// network without hidden layers.

import { MAX_ITERATIONS, CAPACITY, FITS, MAX_PX, MIN_PX, validHidden } from "../../core/limits.js";
import { Refusal } from "../../pictures/refusal.js";
import { className } from "../../training/settings.js";
import { beginning, chunk, filtered } from "../png.js";
import { deflated } from "../zip.js";
import { MOST_NUMBERS, checkVersion, chunkOf, contentOf, isWhole } from "./chunk.js";
import { CHUNKS } from "../../pictures/carried/look.js";

/**
 * @typedef {object} About what one must know to ask it, and may want to know
 * @property {number} n_px side of the pictures that it is asked about @property {number[]} hidden none: one neuron
 * @property {(string | null)[]} names of class 0 and class 1 @property {string} fit how a picture becomes a square
 * @property {number} iterations of training @property {number} m pictures that it learned from
 * @property {{train: number | null, test: number | null}} accuracy null: not known
 */
/** @typedef {{W: Float64Array, b: Float64Array}} Layer W (n[l], n[l-1]) row by row: a row is a neuron */
/** @typedef {About & {layers: Layer[]}} Model */

const VERSION = 1;

/** n[0], n[1], ... 1. @param {Pick<About, "n_px" | "hidden">} about */
export const sizesOf = ({ n_px, hidden }) => [3 * n_px ** 2, ...hidden, 1];

/** Numbers that it has. @param {Pick<About, "n_px" | "hidden">} about */
export const countOf = (about) => {
  const n = sizesOf(about);
  return n.slice(1).reduce((sum, units, l) => sum + units * (n[l] + 1), 0);
};

/** Whether it is small enough for a picture. @param {Pick<About, "n_px" | "hidden">} about */
export const fitsPicture = (about) => 8 * countOf(about) <= MOST_NUMBERS;

/** @param {Float64Array} numbers as a file has them: little-endian, and so are all computers that this runs on */
const bytesOf = (numbers) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** The picture `face` with the model in it. @param {{rgb: Uint8Array, width: number, height: number}} face
 *  @param {Model} model @returns {Promise<Uint8Array[]>} the file, in pieces */
export async function modelPng({ rgb, width, height }, { layers, ...about }) {
  const said = { version: VERSION, order: "W1 row by row, b1, W2, ...", type: "float64", ...about };
  const numbers = layers.flatMap(({ W, b }) => [bytesOf(W), bytesOf(b)]);
  const pixels = [];
  for await (const piece of deflated([filtered(rgb, 3 * width)], "deflate")) pixels.push(piece);
  const own = await chunkOf("model", said, numbers);
  return [...beginning(width, height), own, chunk("IDAT", pixels), chunk("IEND", [])];
}

/** @param {any} share */
const asShare = (share) => (typeof share === "number" && share >= 0 && share <= 1 ? share : null);

/** @param {any} said @returns {About} */
function aboutIn(said) {
  const { n_px, hidden, names, fit, iterations, m, accuracy } = said;
  const right =
    isWhole(n_px, MIN_PX, MAX_PX) &&
    validHidden(hidden) &&
    FITS.includes(fit) &&
    isWhole(iterations, 0, MAX_ITERATIONS) &&
    isWhole(m, 0, CAPACITY) &&
    Array.isArray(names);
  if (!right) throw lies();
  return {
    ...{ n_px, hidden: [...hidden], fit, iterations, m },
    names: [0, 1].map((y) => (typeof names[y] === "string" ? className(names[y]) : null)),
    accuracy: { train: asShare(accuracy?.train), test: asShare(accuracy?.test) },
  };
}

const lies = () => new Refusal("saved-damaged", { inside: CHUNKS.model });

/** The model that a picture carries; a Refusal where it is none. @param {Uint8Array} b the file @returns {Promise<Model>} */
export async function modelIn(b) {
  const { said, numbers } = await contentOf(b, "model");
  checkVersion("model", said, VERSION);
  const about = aboutIn(said);
  if (numbers.length !== 8 * countOf(about)) throw lies();
  const all = new Float64Array(numbers.slice().buffer);
  if (!all.every(Number.isFinite)) throw lies();
  let at = 0;
  const take = (/** @type {number} */ n) => all.subarray(at, (at += n));
  const n = sizesOf(about);
  const layers = n.slice(1).map((units, l) => ({ W: take(units * n[l]), b: take(units) }));
  return { ...about, layers };
}

/** What the model says of a picture: z and a of its last neuron. Hidden neurons are ReLU. @param {Model} model
 *  @param {Uint8Array} x a picture's bytes, n_px × n_px */
export function answerOf({ layers }, x) {
  /** @type {ArrayLike<number>} */
  let a = Float64Array.from(x, (byte) => byte / 255);
  for (const [l, { W, b }] of layers.entries()) {
    const z = b.slice();
    for (let u = 0, i = 0; u < b.length; u++) for (let k = 0; k < a.length; k++) z[u] += W[i++] * a[k];
    if (l + 1 === layers.length) return { z: z[0], a: 1 / (1 + Math.exp(-z[0])) };
    a = z.map((value) => Math.max(0, value));
  }
  throw new RangeError("a model without layers");
}

/** Of what was learned here; a hidden neuron that was taken out has zeros. @param {any} lr evaluated, a neuron or a network
 *  @returns {Layer[]} */
export function layersOf(lr) {
  if (!lr.n) return [{ W: lr.w(), b: Float64Array.of(lr.b) }];
  return lr.n.slice(1).map((/** @type {number} */ n, /** @type {number} */ i) => {
    const b = lr.B(i + 1);
    const columns = lr.W(i + 1); // by columns; null: of layer 1, whose neurons are asked one by one
    const k = lr.n[i];
    const W = new Float64Array(n * k);
    for (let u = 0; u < n; u++) {
      if (columns) for (let j = 0; j < k; j++) W[u * k + j] = columns[j * n + u];
      else W.set(lr.unitW64(u), u * k);
      if (i + 2 < lr.n.length && lr.removed(i + 1, u)) W.fill((b[u] = 0), u * k, (u + 1) * k);
    }
    return { W, b };
  });
}
