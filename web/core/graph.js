// A computation graph of single numbers (c/notes/graph.h).

import { CoreError, DATASET_ERRORS, check } from "./errors.js";
import { Handle } from "./handle.js";

// C: OP_ADD, OP_SUB, OP_MUL, OP_NEG, OP_SQUARE, OP_EXP, OP_LOG, OP_SIGMOID, OP_RELU, OP_CROSS_ENTROPY, OP_CROSS_ENTROPY_Z
const OPS = [
  "add",
  "sub",
  "mul",
  "neg",
  "square",
  "exp",
  "log",
  "sigmoid",
  "relu",
  "cross-entropy",
  "cross-entropy-z",
];

/** Nodes are numbered 0, 1, 2, ... as they are made; an operation's operands exist before it. Free it. */
export class Graph extends Handle {
  #known; // whether the values belong to the inputs

  /** @param {import('./core.js').Core} core */
  constructor(core) {
    const address = core.exports.graph_create();
    if (address === 0) throw new CoreError("memory", "a graph");
    super(core, address, "graph");
    this.#known = true;
  }

  /** @param {number} value @returns {number} id */
  input(value) {
    return this.#made(this.core.exports.graph_input(this.address, value), "input");
  }

  /**
   * 'add', 'sub', 'mul', 'cross-entropy' (a, y) and 'cross-entropy-z' (z, y) take two nodes; 'neg', 'square',
   * 'exp', 'log', 'sigmoid' and 'relu' take one.
   * @param {string} name @param {...number} ids @returns {number} id
   */
  op(name, ...ids) {
    const [p, q = -1] = ids.map((id) => this.#id(id));
    if (ids.length < 1 || ids.length > 2) throw new CoreError("argument", `${name} of ${ids.length} nodes`);
    return this.#made(this.core.exports.graph_op(this.address, OPS.indexOf(name), p, q), name);
  }

  /** Nodes so far. @returns {number} */
  get nodes() {
    return this.core.exports.graph_nodes(this.address);
  }

  /** A new value for an input. @param {number} id @param {number} value */
  set(id, value) {
    check(this.core.exports.graph_set(this.address, this.#id(id), value), DATASET_ERRORS, `set ${id}`);
    this.#known = false;
  }

  /** Computes all values. (backward and nudge do it by themselves after a change.) */
  forward() {
    check(this.core.exports.graph_forward(this.address), DATASET_ERRORS, "forward");
    this.#known = true;
  }

  /** Derivatives of the target with respect to every node. @param {number} target */
  backward(target) {
    if (!this.#known) this.forward();
    check(this.core.exports.graph_backward(this.address, this.#id(target)), DATASET_ERRORS, "backward");
  }

  /** NaN for an operation that was not computed yet. @param {number} id @returns {number} */
  value(id) {
    return this.core.exports.graph_value(this.address, this.#id(id));
  }

  /** d target / d node, of the last backward(target). @param {number} id @returns {number} */
  grad(id) {
    return this.core.exports.graph_grad(this.address, this.#id(id));
  }

  /**
   * d target / d node by a central difference: the node's value +- eps, what follows computed again.
   * Changes nothing in the graph.
   * @param {number} target @param {number} id of an input or an operation @param {number} [eps]
   * @returns {number}
   */
  nudge(target, id, eps = 1e-5) {
    if (!(eps > 0)) throw new CoreError("argument", `a nudge of ${eps}`);
    if (!this.#known) this.forward();
    return this.core.exports.graph_nudge(this.address, this.#id(target), this.#id(id), eps);
  }

  /** @param {number} id */
  #id(id) {
    if (!(Number.isInteger(id) && id >= 0 && id < this.nodes)) throw new CoreError("argument", `node ${id}`);
    return id;
  }

  /** @param {number} id or an error @param {string} what */
  #made(id, what) {
    this.#known = false;
    return check(id, DATASET_ERRORS, what);
  }
}
