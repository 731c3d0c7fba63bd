// Shapes as the reader writes them, and which entries of a stretched array are copies.
import assert from "node:assert/strict";
import test from "node:test";
import { isCopy, parseShape, shapeText } from "../../../web/notes/broadcasting/shape.js";

test("a shape is read in every way people write it", () => {
  const written = {
    "(3, 4)": [3, 4],
    "3,4": [3, 4],
    "3 4": [3, 4],
    "3 × 4": [3, 4],
    " [3, 4] ": [3, 4],
    "（3，4）": [3, 4],
    "(4,)": [4],
    4: [4],
    "4,": [4],
    "()": [],
    "5,1,3": [5, 1, 3],
  };
  for (const [text, shape] of Object.entries(written)) assert.deepEqual(parseShape(text), { shape }, text);
});

test("what is no shape is named", () => {
  const problems = {
    text: ["", " ", "four", "(3, x4)", "2.5", "3,,4", ",4", "(3, 4), (1, 4)", "1e3", "<b>3</b>"],
    size: ["(-3, 4)", "−1", "0", "(3, 0)"],
    axes: ["1,1,1,1,1"],
    large: ["(64, 65)", "99999999999", "4097"],
  };
  for (const [problem, texts] of Object.entries(problems))
    for (const text of texts) assert.deepEqual(parseShape(text), { problem }, text);
});

test("shapes are written as NumPy writes them", () => {
  assert.deepEqual([[], [4], [1, 4], [5, 1, 3]].map(shapeText), ["()", "(4,)", "(1, 4)", "(5, 1, 3)"]);
});

test("an entry is a copy where the operand had to be stretched to reach it", () => {
  const copies = (/** @type {number[]} */ operand, /** @type {number[]} */ result) =>
    Array.from({ length: result.reduce((a, b) => a * b, 1) }, (_, i) => Number(isCopy(operand, result, i)));
  assert.deepEqual(copies([4], [2, 4]), [0, 0, 0, 0, 1, 1, 1, 1]);
  assert.deepEqual(copies([2, 1], [2, 3]), [0, 1, 1, 0, 1, 1]);
  assert.deepEqual(copies([2, 3], [2, 3]), [0, 0, 0, 0, 0, 0]);
  assert.deepEqual(copies([], [3]), [0, 1, 1]);
  assert.deepEqual(copies([2, 1, 2], [2, 2, 2]), [0, 0, 1, 1, 0, 0, 1, 1]);
});
