// reshape(-1, m) of the figure two classes, against the definition: numbers stay in their order, row by row.
import assert from "node:assert/strict";
import test from "node:test";
import { ownNumbers, rolled, scrambled } from "../../../web/notes/two-classes/scrambled.js";
import { unroll } from "../../../web/notes/two-classes/unroll.js";

test("scrambled: as NumPy's reshape(-1, m) does it", () => {
  // np.arange(12).reshape(3, 4).reshape(-1, 3) is [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11]].
  const pictures = [0, 4, 8].map((first) => Uint8Array.from([0, 1, 2, 3], (j) => first + j));
  assert.deepEqual(
    scrambled(pictures).map((column) => [...column]),
    [
      [0, 3, 6, 9],
      [1, 4, 7, 10],
      [2, 5, 8, 11],
    ],
  );
  assert.deepEqual([0, 1, 2].map((k) => ownNumbers(k, 3, 4)), [2, 2, 2].map((_, k) => [0, 3, 6, 9].map((j) => j + k).filter((v) => Math.floor(v / 4) === k).length)); // prettier-ignore
  assert.deepEqual(scrambled(pictures.slice(0, 1)), pictures.slice(0, 1), "one picture stays itself");
  assert.deepEqual(scrambled([]), []);
});

for (const order of /** @type {const} */ (["sheets", "pixels"]))
  test(`rolled is the way back from a column, ${order}`, () => {
    const rgb = Uint8Array.from({ length: 3 * 25 }, (_, j) => (j * 7) % 256);
    assert.deepEqual(rolled(order, unroll(order, rgb)), rgb);
  });
