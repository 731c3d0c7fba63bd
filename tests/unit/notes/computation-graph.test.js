// The small notation of the formulas of the figure computation-graph.
import assert from "node:assert/strict";
import test from "node:test";
import { maths } from "../../../web/notes/computation-graph/maths.js";

test("letters, indices, differentials and places become MathML", () => {
  assert.equal(maths("u = bc"), "<mi>u</mi><mo>=</mo><mi>b</mi><mi>c</mi>");
  assert.equal(
    maths("dw1 := {(dz)}"),
    '<mrow><mi>d</mi><msub><mi>w</mi><mn>1</mn></msub></mrow><mo>:=</mo><mn id="(dz)"/>',
  );
});

test("fractions, powers and tall parentheses hold what is in them", () => {
  assert.equal(
    maths("<1|1 + e^({-z})>"),
    '<mfrac><mrow><mn>1</mn></mrow><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mn id="-z"/></mrow></msup></mrow></mfrac>',
  );
  assert.equal(
    maths("[− <y|a>] · a"),
    '<mrow class="fence"><mo>(</mo><mo>−</mo><mfrac><mrow><mi>y</mi></mrow><mrow><mi>a</mi></mrow></mfrac><mo>)</mo></mrow>' +
      "<mo>·</mo><mi>a</mi>",
  );
});
