// As much of NumPy as the listing without loops needs, with its rules of shapes and its errors. Sums, products and quotients
// come from the core; a transpose and a reshape only move numbers.

import { arrayOp, arraySum, broadcastShapes } from "../../core/broadcast.js";
import { forward } from "../../core/unit.js";

/** @typedef {{shape: number[], data: ArrayLike<number>}} NumberArray */

/** What NumPy would raise. */
export class ValueError extends Error {}

/** (3,4), as its messages write shapes. @param {number[]} shape */
const written = (shape) => `(${shape.join(",")}${shape.length === 1 ? "," : ""})`;

/** @param {import('../../core/core.js').Core} core */
export function numpy(core) {
  const each = (/** @type {string} */ op) => (/** @type {NumberArray} */ a, /** @type {NumberArray} */ b) => {
    if (broadcastShapes(core, a.shape, b.shape).error)
      throw new ValueError(
        `operands could not be broadcast together with shapes ${written(a.shape)} ${written(b.shape)}`,
      );
    return arrayOp(core, op, a, b);
  };
  const np = {
    add: each("+"),
    subtract: each("-"),
    multiply: each("*"),
    divide: each("/"),
    number: (/** @type {number} */ v) => ({ shape: [], data: [v] }),

    /** a @ b. @param {NumberArray} a @param {NumberArray} b @returns {NumberArray} */
    matmul(a, b) {
      const left = a.shape.length === 1 ? [1, ...a.shape] : a.shape;
      const right = b.shape.length === 1 ? [...b.shape, 1] : b.shape;
      const [[rows, inner], [from, columns]] = [left, right];
      if (inner !== from)
        throw new ValueError(
          `matmul: Input operand 1 has a mismatch in its core dimension 0 (size ${from} is different from ${inner})`,
        );
      const products = arrayOp(
        core,
        "*",
        { shape: [rows, inner, 1], data: a.data },
        { shape: [1, inner, columns], data: b.data },
      );
      const { data } = arraySum(core, products, 1);
      const shape = [...(a.shape.length === 1 ? [] : [rows]), ...(b.shape.length === 1 ? [] : [columns])];
      return { shape, data };
    },

    /** a.T: of one axis it is itself. @param {NumberArray} a @returns {NumberArray} */
    transpose(a) {
      if (a.shape.length < 2) return a;
      const [rows, columns] = a.shape;
      const data = Float64Array.from(
        { length: rows * columns },
        (_, k) => a.data[(k % rows) * columns + Math.floor(k / rows)],
      );
      return { shape: [columns, rows], data };
    },

    /** @param {NumberArray} a @param {number[]} shape of as many numbers */
    reshape: (a, shape) => ({ shape, data: a.data }),

    /** The sum of all. @param {NumberArray} a @returns {NumberArray} */
    sum: (a) => ({ shape: [], data: arraySum(core, { shape: [a.data.length], data: a.data }, 0).data }),

    /** σ of each, and the loss of each against y of a shape that fits. @param {NumberArray} z @param {NumberArray} y */
    sigmoid(z, y) {
      const [zs, ys] = [np.add(z, zerosLike(y)), np.add(y, zerosLike(z))];
      const one = { w: [1], b: 0, n_x: 1, activation: "sigmoid", loss: "cross-entropy" };
      const ask = (/** @type {NumberArray} */ x, /** @type {ArrayLike<number>} */ truth) =>
        forward(core, { ...one, x: x.data, y: truth, m: x.data.length });
      const L = { shape: zs.shape, data: [...ask(zs, ys.data).losses] };
      const A = { shape: z.shape, data: [...ask(z, zerosLike(z).data).a] };
      return { A, L };
    },
  };
  return np;
}

/** @param {NumberArray} a */
const zerosLike = (a) => ({ shape: a.shape, data: new Float64Array(a.data.length) });
