// What was added when another tab took over before all of it was stored: everything, counted once.
import assert from "node:assert/strict";
import test from "node:test";
import { Adding } from "../../../web/training/adding.js";

/** An adding whose second try gives these ids, and all that it was asked to add again. @param {number[]} ids */
function adding(ids) {
  /** @type {any[]} */
  const asked = [];
  const again = Object.assign(Object.create(Adding.prototype), {
    commands: { own: (/** @type {() => unknown} */ add) => add() },
    pictures: (/** @type {any[]} */ list) => {
      asked.push(...list);
      return { added: list.length, ids, step: 2, refused: [{ name: "again" }], writes: [] };
    },
  });
  return { again, asked };
}

/** @param {...number} missed by the one write that was too late */
const came = (...missed) => ({
  added: 3,
  ids: [1, 2, 3],
  step: 1,
  refused: [{ name: "first" }],
  writes: [Promise.resolve([]), Promise.resolve(missed.map((id) => ({ id, name: `p${id}` })))],
});

test("what is stored at once is told as it came", async () => {
  const { again, asked } = adding([]);
  const { added, ids } = await again.stored(came());
  assert.deepEqual([added, ids, asked], [3, [1, 2, 3], []]);
});

test("what was too late is added again, and told together with what was not", async () => {
  for (const missed of [[2], [1, 3], [1, 2, 3]]) {
    const { again, asked } = adding(missed.map((id) => id + 6));
    const { added, ids, step, refused } = await again.stored(came(...missed));
    assert.deepEqual([added, step], [3, 2]);
    assert.deepEqual(
      ids,
      [1, 2, 3].map((id) => (missed.includes(id) ? id + 6 : id)),
      "in the order that they came in",
    );
    assert.deepEqual(asked, missed.map((id) => ({ name: `p${id}` }))); // prettier-ignore
    assert.deepEqual(refused, [{ name: "first" }, { name: "again" }]);
  }
});
