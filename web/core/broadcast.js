// Arithmetic on small arrays by the general rule of broadcasting (c/notes/broadcast.h).

import { CoreError, check } from "./errors.js";

/** @type {Record<number, string>} */
const BROADCAST_ERRORS = { [-1]: "argument", [-3]: "full", [-4]: "shape" }; // C: BROADCAST_ERR_

/**
 * @typedef {import('./core.js').Core} Core
 * @typedef {ArrayLike<number>} Shape up to 4 sizes of at least 1; [] is a single number
 * @typedef {{shape: Shape, data: ArrayLike<number>}} NumberArray data row by row
 */

export const MAX_AXES = 4; // C: BROADCAST_MAX_AXES
export const MAX_NUMBERS = 4096; // C: BROADCAST_MAX_NUMBERS

const STRETCHES = ["none", "a", "b", "both-one"]; // C: STRETCH_NONE, STRETCH_A, STRETCH_B, STRETCH_BOTH_ONE
const SHAPE_BYTES = 4 * MAX_AXES;

/**
 * The shape that arrays of shapes a and b have together. `stretched` says for each axis of the result: 'none',
 * both have this size; 'a' or 'b', that one is 1 or missing there and is stretched; 'both-one', both are 1 (or
 * missing) and nothing needs to stretch.
 * `error` names the first axis, from the right, where they do not fit: axis 1 is the last one, sizes are [a's, b's].
 * Throws CoreError 'full' for a result of more than 4096 numbers, 'argument' for what is no shape.
 * @param {Core} core @param {Shape} a @param {Shape} b
 * @returns {{shape: number[], stretched: string[], error?: undefined}
 *   | {error: {axis: number, sizes: number[]}, shape?: undefined, stretched?: undefined}}
 */
export function broadcastShapes(core, a, b) {
  return core.scratch(4 * SHAPE_BYTES, (p) => {
    const [shape, stretched, pa, pb] = [0, 1, 2, 3].map((k) => p + k * SHAPE_BYTES);
    putShape(core, pa, a);
    putShape(core, pb, b);
    const axes = core.exports.broadcast_shapes(shape, stretched, pa, a.length, pb, b.length);
    if (BROADCAST_ERRORS[axes] === "shape") {
      const [axis, ...sizes] = core.i32(shape, 3);
      return { error: { axis, sizes } };
    }
    check(axes, BROADCAST_ERRORS, `shapes ${text(a)} and ${text(b)}`);
    return {
      shape: [...core.i32(shape, axes)],
      stretched: Array.from(core.i32(stretched, axes), (code) => STRETCHES[code]),
    };
  });
}

/**
 * a op b, number by number. Throws CoreError 'shape' when the shapes do not fit (broadcastShapes says where),
 * 'full', 'argument'.
 * @param {Core} core @param {string} op '+', '-', '*' or '/' @param {NumberArray} a @param {NumberArray} b
 * @returns {{shape: number[], data: Float64Array}}
 */
export function arrayOp(core, op, a, b) {
  const { shape, error } = broadcastShapes(core, a.shape, b.shape);
  if (error) throw new CoreError("shape", `${text(a.shape)} ${op} ${text(b.shape)}`);
  const n = shape.reduce((product, size) => product * size, 1);
  return withArrays(core, [a, b], n, (out, [pa, pb]) => {
    const args = [pa.data, pa.shape, a.shape.length, pb.data, pb.shape, b.shape.length];
    check(core.exports.broadcast_op(out, op.charCodeAt(0), ...args), BROADCAST_ERRORS, `operation ${op}`);
    return { shape, data: core.f64(out, n).slice() };
  });
}

/**
 * Sums along an axis: 0 is the first, -1 the last. keepdims leaves the axis there with size 1.
 * @param {Core} core @param {NumberArray} a @param {number} axis @param {boolean} [keepdims]
 * @returns {{shape: number[], data: Float64Array}}
 */
export function arraySum(core, a, axis, keepdims = false) {
  const from = axis < 0 ? axis + a.shape.length : axis;
  if (!(Number.isInteger(from) && from >= 0 && from < a.shape.length))
    throw new CoreError("argument", `axis ${axis} of ${text(a.shape)}`);
  return withArrays(core, [a], MAX_NUMBERS, (out, [pa]) => {
    const n = core.exports.broadcast_sum(out, pa.data, pa.shape, a.shape.length, from);
    check(n, BROADCAST_ERRORS, `sum of ${text(a.shape)}`);
    const shape = Array.from(a.shape);
    shape.splice(from, 1, ...(keepdims ? [1] : []));
    return { shape, data: core.f64(out, n).slice() };
  });
}

/**
 * Calls fn with n numbers of room and with the arrays copied in.
 * @template T @param {Core} core @param {NumberArray[]} arrays @param {number} n
 * @param {(out: number, copies: {data: number, shape: number}[]) => T} fn @returns {T}
 */
function withArrays(core, arrays, n, fn) {
  const room = 8 * MAX_NUMBERS + SHAPE_BYTES;
  return core.scratch(8 * n + arrays.length * room, (out) => {
    const copies = arrays.map(({ shape, data }, k) => {
      const address = out + 8 * n + k * room;
      putShape(core, address + 8 * MAX_NUMBERS, shape);
      const count = Array.from(shape).reduce((product, size) => product * size, 1);
      if (data.length !== count || count > MAX_NUMBERS)
        throw new CoreError("argument", `${data.length} numbers for ${text(shape)}`);
      core.f64(address, count).set(data);
      return { data: address, shape: address + 8 * MAX_NUMBERS };
    });
    return fn(out, copies);
  });
}

/** @param {Core} core @param {number} address @param {Shape} shape */
function putShape(core, address, shape) {
  const sizes = Array.from(shape);
  if (sizes.length > MAX_AXES || !sizes.every((size) => Number.isInteger(size) && size > 0 && size < 2 ** 31))
    throw new CoreError("argument", `shape ${text(shape)}`);
  core.i32(address, sizes.length).set(sizes);
}

/** (3, 4), written as NumPy does; one axis is (4,). @param {Shape} shape */
function text(shape) {
  return shape.length === 1 ? `(${shape[0]},)` : `(${Array.from(shape).join(", ")})`;
}
