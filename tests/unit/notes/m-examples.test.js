// The machine of the figure m-examples: line by line, and a whole iteration at once.
import assert from "node:assert/strict";
import test from "node:test";
import { LINES, Machine } from "../../../web/notes/m-examples/machine.js";
import { open } from "../shared/open.js";

const core = await open("notes");

/** @param {number} m */
function table(m) {
  let seed = 5;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31 - 0.5;
  const x = Array.from({ length: 2 * m }, () => 3 * next());
  return { x, y: Array.from({ length: m }, () => Number(next() > 0)), m };
}

const line = (/** @type {Machine} */ machine) => LINES[machine.line].id;

test("an iteration at once ends in the same numbers as line by line, to the last bit", () => {
  const [slow, quick] = [new Machine(core, table(1500)), new Machine(core, table(1500))];
  for (let k = 0; k < 4; k++) {
    do slow.step();
    while (line(slow) !== "mean");
    for (let n = 0; n <= 20 * k; n++) quick.step(); // from the middle of the loop as well
    quick.toMean();
    assert.deepEqual(quick.values, slow.values);
    assert.equal(quick.values.i, 1500);
    for (const machine of [slow, quick]) machine.step();
    assert.deepEqual(quick.values, slow.values);
  }
  assert.deepEqual(quick.costs, slow.costs);
});

test("the line that takes the next example writes its x₁, x₂ and y", () => {
  const machine = new Machine(core, table(3));
  machine.step();
  assert.deepEqual(machine.step(), ["i", "x1", "x2", "y"]);
  const { x, y } = machine.table;
  assert.deepEqual([machine.values.x1, machine.values.x2, machine.values.y], [x[0], x[1], y[0]]);
});
