// The numbers of this figure, all from the core's graph: values, derivatives, nudges, and the update.

import { Graph } from "../../core/graph.js";

const NUDGE = 1e-5;

/** w − α dw of (w, α, dw), itself a small graph. @param {import('../../core/core.js').Core} core */
function makeStep(core) {
  const graph = new Graph(core);
  const [w, alpha, dw] = [0, 0, 0].map((value) => graph.input(value));
  const next = graph.op("sub", w, graph.op("mul", alpha, dw));
  return (/** @type {number[]} */ ...values) => {
    values.forEach((value, i) => graph.set([w, alpha, dw][i], value));
    graph.forward();
    return graph.value(next);
  };
}

/** One scene's graph in the core, and its numbers. @param {import('../../core/core.js').Core} core @param {any} scene */
export function makeNumbers(core, scene) {
  const graph = new Graph(core);
  const step = makeStep(core);
  const ids = scene.build(graph, scene.inputs);
  /** @type {Record<string, number>} */
  const grads = {};
  /** @param {Record<string, number>} inputs */
  const put = (inputs) => {
    for (const [name, value] of Object.entries(inputs)) graph.set(ids[name], value);
    graph.forward();
  };
  return {
    v: (/** @type {string} */ name) => graph.value(ids[name]),
    d: (/** @type {string} */ name) => grads[name],
    nudged: (/** @type {string} */ name) => graph.nudge(ids[scene.targetOf(name)], ids[name], NUDGE),
    /** @param {Record<string, number>} inputs */
    compute(inputs) {
      put(inputs);
      const names = Object.keys(scene.nodes);
      for (const target of new Set(names.map(scene.targetOf))) {
        graph.backward(ids[target]);
        for (const name of names) if (scene.targetOf(name) === target) grads[name] = graph.grad(ids[name]);
      }
    },
    /** w := w − α dw for all that is learned. @param {Record<string, number>} inputs @param {number} alpha */
    updated: (inputs, alpha) =>
      Object.fromEntries(
        scene.learned.map((/** @type {string} */ name) => [name, step(inputs[name], alpha, grads[name])]),
      ),
    /** The target if the inputs were others. @param {Record<string, number>} inputs @param {Record<string, number>} others */
    targetWith(inputs, others) {
      put(others);
      const value = graph.value(ids[scene.target]);
      put(inputs);
      return value;
    },
  };
}
