// Gradient descent twice on the same examples: by one call of the core an example, their sums added one after the
// other as the listing with loops does; and by one call for all examples. Every number comes from the core.

import { arrayOp } from "../../core/broadcast.js";
import { backward } from "../../core/unit.js";

/** @typedef {{x: number[], y: number[], m: number, n_x: number}} Table x is (m, n_x), an example a row */
/** @typedef {{w: number[], b: number}} State */
/** @typedef {{z: number[], a: number[], losses: number[], dz: number[], J: number, dw: number[], db: number}} Pass */

const KIND = { activation: "sigmoid", loss: "cross-entropy" };

/** Arithmetic number by number. @param {import('../../core/core.js').Core} core */
const arithmetic =
  (core) =>
  (/** @type {ArrayLike<number>} */ a, /** @type {string} */ op, /** @type {ArrayLike<number>} */ b) => [
    ...arrayOp(core, op, { shape: [a.length], data: a }, { shape: [b.length], data: b }).data,
  ];

/** One example after the other. @param {import('../../core/core.js').Core} core @param {Table} table @param {State} state
 *  @returns {Pass} */
export function passByLoop(core, { x, y, m, n_x }, { w, b }) {
  const op = arithmetic(core);
  const [z, a, losses, dz] = [0, 1, 2, 3].map(() => /** @type {number[]} */ ([]));
  let sums = new Array(n_x + 2).fill(0); // J, db, dw
  for (let i = 0; i < m; i++) {
    const one = { x: x.slice(i * n_x, (i + 1) * n_x), y: [y[i]], m: 1, n_x, w, b, ...KIND };
    const pass = backward(core, one);
    z.push(pass.z[0]);
    a.push(pass.a[0]);
    losses.push(pass.losses[0]);
    dz.push(pass.dz[0]);
    sums = op(sums, "+", [pass.losses[0], pass.dz[0], ...op(one.x, "*", [pass.dz[0]])]);
  }
  const [J, db, ...dw] = op(sums, "/", [m]);
  return { z, a, losses, dz, J, dw, db };
}

/** All examples at once. @param {import('../../core/core.js').Core} core @param {Table} table @param {State} state
 *  @returns {Pass} */
export function passAtOnce(core, table, { w, b }) {
  const pass = backward(core, { ...table, w, b, ...KIND });
  const [z, a, losses, dz, dw] = ["z", "a", "losses", "dz", "dw"].map((name) => [...pass[name]]);
  return { z, a, losses, dz, J: pass.cost, dw, db: pass.db };
}

/** w and b after the step. @param {import('../../core/core.js').Core} core @param {State} state @param {Pass} pass
 *  @param {number} alpha @returns {State} */
export function updated(core, { w, b }, { dw, db }, alpha) {
  const op = arithmetic(core);
  const [nb, ...nw] = op([b, ...w], "-", op([alpha], "*", [db, ...dw]));
  return { w: nw, b: nb };
}

/** Both descents, side by side. */
export class TwoRuns {
  iteration = 0;

  /** @param {import('../../core/core.js').Core} core @param {Table} table */
  constructor(core, table) {
    this.core = core;
    this.table = table;
    this.alpha = 0.5;
    this.states = this.#start();
    this.passes = this.#pass();
  }

  #start() {
    const start = () => ({ w: new Array(this.table.n_x).fill(0), b: 0 });
    return { loop: start(), vector: start() };
  }

  /** From w = 0, b = 0. */
  reset() {
    this.states = this.#start();
    this.iteration = 0;
    this.passes = this.#pass();
  }

  /** Other examples. @param {Table} table */
  take(table) {
    this.table = table;
    this.reset();
  }

  step() {
    for (const way of /** @type {const} */ (["loop", "vector"]))
      this.states[way] = updated(this.core, this.states[way], this.passes[way], this.alpha);
    this.iteration++;
    this.passes = this.#pass();
  }

  #pass() {
    const { core, table, states } = this;
    return {
      loop: passByLoop(core, table, states.loop),
      vector: passAtOnce(core, table, states.vector),
    };
  }

  /** The numbers to compare, in order. @returns {{name: string, index: number, loop: number, vector: number}[]} */
  compared() {
    const { passes, states } = this;
    const list = (/** @type {'loop' | 'vector'} */ way) => {
      const [pass, state] = [passes[way], states[way]];
      const many = (/** @type {string} */ name, /** @type {number[]} */ values) =>
        values.map((value, k) => ({ name, index: k + 1, value }));
      const one = (/** @type {string} */ name, /** @type {number} */ value) => ({ name, index: 0, value });
      return [
        one("J", pass.J),
        ...many("dw", pass.dw),
        one("db", pass.db),
        ...many("w", state.w),
        one("b", state.b),
      ];
    };
    const vector = list("vector");
    return list("loop").map(({ name, index, value }, k) => ({
      name,
      index,
      loop: value,
      vector: vector[k].value,
    }));
  }
}
