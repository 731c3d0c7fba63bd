// What somebody's program printed, pasted by somebody else: what the doctor's reader gives for any text.

import assert from "node:assert/strict";
import { MOST_NUMBERS, read } from "../../../web/page/doctor/read.js";
import { guesses } from "../../../web/page/doctor/states.js";

const MOST_ITERATIONS = 999_000;
const TROUBLES = ["empty", "none", "long", "many"];

/** @type {Uint8Array[]} */
export const PRINTOUTS = [
  "Cost after iteration 0: 0.693147\nCost after iteration 1,000: 0.214820\ntrain accuracy: 99.04 %\n",
  "{'w': array([[0.1],\n [2.]]), 'b': -0.0159, 'costs': [array(0.6931), np.float64(0.5845)], 'learning_rate': 0.005}",
  "Epoch [0/2000], loss: 6.931e-01, acc: 0.5\r\nEpoch [100/2000], loss: nan, acc: 0.6",
  "第 0 次迭代的代价：0.69\n第 100 次迭代的代价：0.58\n训练准确率：99%",
  "Kosten nach Iteration 0: 0,693147\nKosten nach Iteration 100: 0,584508",
  "iteration,cost\n0,0.69\n100,-inf\n200,∞\n",
  "[0.693147 0.5845\n 0.466 ... 1e-3]",
].map((text) => new TextEncoder().encode(text));

/** @param {import('../../../web/page/doctor/read.js').Value} value */
function mustBeValue({ v, unit }) {
  assert.equal(typeof v, "number");
  if (Number.isFinite(v)) assert.ok(unit > 0 && unit < Infinity, `${v} to ${unit}`);
  else assert.equal(unit, 0);
}

/** @param {number[]} list */
const mustRise = (list) =>
  assert.ok(list.every((t, k) => Number.isInteger(t) && (k === 0 || t > list[k - 1])));

/** @param {Uint8Array} file */
export function runPrintout(file) {
  const text = new TextDecoder().decode(file);
  const found = read(text);
  assert.deepEqual(read(text.replaceAll("\n", "\r\n")), found, "whatever the line ends are");
  if ("trouble" in found) {
    assert.ok(TROUBLES.includes(found.trouble), found.trouble);
    return found.trouble;
  }
  const { costs, labels, b, w, accuracy, more } = found;
  assert.ok(costs.length > 0 && costs.length <= MOST_NUMBERS && w.length <= 3);
  for (const value of [...costs, ...w, b, accuracy]) if (value) mustBeValue(value);
  if (labels) {
    assert.equal(labels.length, costs.length);
    mustRise(labels);
  }
  for (const { at } of [false, true].flatMap((rare) => guesses(found, MOST_ITERATIONS, rare))) {
    assert.equal(at.length, costs.length);
    mustRise(at);
  }
  return `${Math.floor(Math.log2(costs.length))} ${labels !== null} ${b !== null} ${w.length} ${accuracy !== null} ${more}`;
}
