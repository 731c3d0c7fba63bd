// Broken code: which mistakes raise an error, and which checks find the others.
import assert from "node:assert/strict";
import test from "node:test";
import { CHECKS, MISTAKES, linesOf, runBroken, runCheck } from "../../../web/notes/no-loops/broken.js";
import { passAtOnce } from "../../../web/notes/no-loops/runs.js";
import { open } from "../shared/open.js";

const core = await open("notes");

const X = [1.2, -0.4, 0.7, -0.9, 1.1, 0.2, 0.5, 0.8, -1.3, -1.4, -0.3, 0.6];
const tableOf = (m) => ({ x: X.slice(0, 3 * m), y: [1, 0, 1, 0].slice(0, m), m, n_x: 3 });
const failing = (m, ...mistakes) =>
  CHECKS.filter((check) => !runCheck(core, tableOf(m), 0.5, new Set(mistakes), check).holds);

test("without a mistake it is the pass over all examples, and every check holds", () => {
  const { values, error } = runBroken(core, tableOf(4), 0.5, new Set());
  assert.equal(error, null);
  const right = passAtOnce(core, tableOf(4), { w: [0.5, -0.3, 0.8], b: 0.1 });
  Array.from(values.dw.data).forEach((v, j) => assert.ok(Math.abs(v - right.dw[j]) < 1e-14));
  assert.ok(Math.abs(values.J.data[0] - right.J) < 1e-14);
  assert.deepEqual([values.X.shape, values.Z.shape, values.dw.shape], [[3, 4], [1, 4], [3, 1]]); // prettier-ignore
  assert.deepEqual(failing(4), []);
});

test("what NumPy raises, it raises here, in the same line", () => {
  const raised = (...on) => runBroken(core, tableOf(4), 0.5, new Set(on)).error;
  assert.deepEqual(raised("star"), {
    line: "Z",
    text: "operands could not be broadcast together with shapes (1,3) (3,4)",
  });
  assert.equal(raised("transpose")?.line, "dw");
  assert.match(raised("transpose")?.text ?? "", /core dimension 0 .*\(size 1 is different from 4\)/);
  for (const silent of ["mean", "reshape", "rank"]) assert.equal(raised(silent), null, silent);
});

test("each silent mistake is found by some checks and not by others", () => {
  assert.deepEqual(failing(4, "mean"), ["nudge", "loop"]);
  assert.deepEqual(failing(4, "reshape"), ["column", "loop"]);
  assert.deepEqual(failing(4, "rank"), ["shape", "step"]);
  assert.deepEqual(failing(3, "star").slice(0, 2), ["shape", "step"]);
  const { a, b } = runCheck(core, tableOf(4), 0.5, new Set(["mean"]), "nudge");
  assert.ok(Math.abs(Number(a) - 4 * Number(b)) < 1e-6, "m times as much");
});

test("every mistake changes one line", () => {
  for (const name of MISTAKES)
    assert.equal(linesOf(new Set([name])).filter(({ changed }) => changed).length, 1);
});
