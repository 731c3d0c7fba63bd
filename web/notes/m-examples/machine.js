/* The pseudo-code of this figure as a machine: one line at a time, every number from the core. */
import { arrayOp } from "../../core/broadcast.js";
import { backward } from "../../core/unit.js";

/** The lines, in the order they run: `loop` lines run for every example. `set` are the names a line writes. */
export const LINES = [
  { id: "zero", set: ["J", "dw1", "dw2", "db"] },
  { id: "for", set: ["i", "x1", "x2", "y"] },
  { id: "z", loop: true, set: ["z"] },
  { id: "a", loop: true, set: ["a"] },
  { id: "J", loop: true, set: ["J"] },
  { id: "dz", loop: true, set: ["dz"] },
  { id: "dw1", loop: true, set: ["dw1"] },
  { id: "dw2", loop: true, set: ["dw2"] },
  { id: "db", loop: true, set: ["db"] },
  { id: "mean", set: ["J", "dw1", "dw2", "db"] },
  { id: "update", set: ["w1", "w2", "b"] },
];
const AT = Object.fromEntries(LINES.map(({ id }, k) => [id, k]));
const SUMS = ["J", "dw1", "dw2", "db"];

/** Numbers by name; NaN: not computed yet. @returns {Record<string, number>} */
const fresh = () => ({
  w1: 0,
  w2: 0,
  b: 0,
  i: 0,
  x1: NaN,
  x2: NaN,
  y: NaN,
  z: NaN,
  a: NaN,
  dz: NaN,
  J: NaN,
  dw1: NaN,
  dw2: NaN,
  db: NaN,
});

/** @typedef {{x: number[], y: number, terms: Record<string, number>}} Example with z, a, dz and what it adds to the sums */

export class Machine {
  values = fresh();
  line = -1; // the line that ran last
  iteration = 0;
  /** J of every iteration that is done. @type {number[]} */
  costs = [];
  /** @type {Example | null} */
  example = null;

  /**
   * @param {import('../../core/core.js').Core} core
   * @param {{x: number[], y: number[], m: number}} table x is (m, 2) row by row
   */
  constructor(core, table) {
    this.core = core;
    this.table = table;
    this.alpha = 0.5;
  }

  reset() {
    this.values = fresh();
    this.line = -1;
    this.iteration = 0;
    this.costs = [];
    this.example = null;
  }

  /** Which line comes next. */
  get next() {
    const last = LINES[this.line]?.id;
    if (last === undefined || last === "update") return AT.zero;
    if (last === "db") return this.values.i < this.table.m ? AT.for : AT.mean;
    return this.line + 1;
  }

  /** Runs one line. @returns {string[]} the names it wrote */
  step() {
    this.line = this.next;
    const { id, set } = LINES[this.line];
    if (id === "zero") for (const name of set) this.values[name] = 0;
    else if (id === "for") this.#nextExample();
    else if (id === "mean") this.#mean();
    else if (id === "update") this.#update();
    else {
      const term = this.example?.terms[id] ?? NaN;
      if (SUMS.includes(id)) this.#add(id, term);
      else this.values[id] = term;
    }
    return set;
  }

  /** Through all examples at once, to the line that divides: within an iteration w and b stay, and the core adds in the
   *  same order, so the sums are those of the loop. @returns {string[]} the names written */
  toMean() {
    const { m } = this.table;
    this.values.i = m - 1;
    this.#nextExample();
    Object.assign(this.values, this.allAtOnce());
    for (const name of ["z", "a", "dz"]) this.values[name] = this.example?.terms[name] ?? NaN;
    this.line = AT.mean;
    return LINES[AT.mean].set;
  }

  #nextExample() {
    const { values, table } = this;
    if (values.i >= table.m || values.i === 0) values.i = 0;
    const k = values.i;
    values.i++;
    const x = table.x.slice(2 * k, 2 * k + 2);
    Object.assign(values, { x1: x[0], x2: x[1], y: table.y[k], z: NaN, a: NaN, dz: NaN });
    const one = { x, y: [table.y[k]], m: 1, n_x: 2, activation: "sigmoid", loss: "cross-entropy" };
    const { z, a, dz, dw, db, cost } = backward(this.core, {
      ...one,
      w: [values.w1, values.w2],
      b: values.b,
    });
    const terms = { z: z[0], a: a[0], dz: dz[0], J: cost, dw1: dw[0], dw2: dw[1], db };
    this.example = { x, y: table.y[k], terms };
  }

  /** @param {string} name @param {number} term */
  #add(name, term) {
    this.values[name] = this.#op("+", [this.values[name]], [term])[0];
  }

  #mean() {
    const means = this.#op(
      "/",
      SUMS.map((name) => this.values[name]),
      [this.table.m],
    );
    SUMS.forEach((name, k) => (this.values[name] = means[k]));
  }

  #update() {
    const { w1, w2, b, dw1, dw2, db, J } = this.values;
    const step = this.#op("*", [this.alpha], [dw1, dw2, db]);
    const [nw1, nw2, nb] = this.#op("-", [w1, w2, b], step);
    Object.assign(this.values, { w1: nw1, w2: nw2, b: nb, i: 0, x1: NaN, x2: NaN, y: NaN });
    this.costs.push(J);
    this.iteration++;
  }

  /** @param {'+' | '-' | '*' | '/'} op @param {number[]} a @param {number[] | Float64Array} b */
  #op(op, a, b) {
    const array = (/** @type {ArrayLike<number>} */ data) => ({ shape: [data.length], data });
    return [...arrayOp(this.core, op, array(a), array(b)).data];
  }

  /** J, dw1, dw2, db of the present w and b over all examples at once, to compare with. */
  allAtOnce() {
    const { w1, w2, b } = this.values;
    const { cost, dw, db } = backward(this.core, {
      ...this.table,
      n_x: 2,
      w: [w1, w2],
      b,
      activation: "sigmoid",
      loss: "cross-entropy",
    });
    return /** @type {Record<string, number>} */ ({ J: cost, dw1: dw[0], dw2: dw[1], db });
  }
}
