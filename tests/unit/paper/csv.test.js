// Tables of the page as CSV.
import assert from "node:assert/strict";
import test from "node:test";
import { csvText, plainNumber } from "../../../web/paper/csv.js";
import { scientific, fixed } from "../../../web/ui/format.js";

test("numbers are written as programs read them, words as they stand", () => {
  const pairs = [
    ["−0.50", "-0.50"],
    ["12,288", "12288"],
    ["−1,234,567.25", "-1234567.25"],
    ["1.05×10⁻⁷", "1.05e-7"],
    ["2.50 × 10³", "2.50e3"],
    ["1e-5", "1e-5"],
    ["1,2", "1,2"],
    ["x₁", "x₁"],
    ["–", "–"],
    [" training ", "training"],
    ["(4, 1)", "(4, 1)"],
    ["", ""],
  ];
  for (const [text, plain] of pairs) assert.equal(plainNumber(text), plain);
});

test("what the page writes comes back as the number it was", () => {
  for (let k = 0; k < 500; k++) {
    const x = (Math.random() - 0.5) * 10 ** (k % 30) * 1e-12;
    const close = (/** @type {string} */ text, /** @type {number} */ by) =>
      assert.ok(Math.abs(Number(plainNumber(text)) - x) <= by, `${x} ${text} ${plainNumber(text)}`);
    close(scientific(x), Math.abs(x) * 0.006);
    close(fixed(x, 4), Math.max(0.00006, Math.abs(x) * 0.006));
  }
});

test("commas, quotes and lines within a cell stay in it; a mark where there is more than ASCII", () => {
  assert.equal(
    csvText([
      ["a", 'say "x"'],
      ["1,5", "two\nlines"],
    ]),
    'a,"say ""x"""\n"1,5","two\nlines"\n',
  );
  assert.equal(csvText([["ŷ"], ["−1"]]), "\ufeffŷ\n-1\n");
});
