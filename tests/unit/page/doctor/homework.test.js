// The doctor on the course's own pictures, where J jumps at rates that learners try.
import assert from "node:assert/strict";
import test from "node:test";
import { pictures, skip } from "../../shared/course.js";
import { diagnose, ids, labelled } from "./ask.js";
import { right } from "./programs.js";

test("a right program at a rate to which no numbers lead is not accused", { skip }, async () => {
  const { train, test } = await pictures();
  const report = await diagnose(labelled(right(train, 0.0083, 301).costs, 50, 6), train, test);
  assert.deepEqual(ids(report), ["right"]);
  assert.equal(report.found[0].alpha, 0.0083);
});
