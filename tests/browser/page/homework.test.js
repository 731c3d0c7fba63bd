// The course's homework: its two files dropped in any order, trained by pressing Train, right to twelve digits.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { drop } from "../shared/files.js";
import { card, choose, costsOf, counts, finish, last, press } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const course = process.env.COURSE_DATA ?? "";
const options = { skip: course ? false : "COURSE_DATA is not set" };
const file = (/** @type {string} */ name) => join(course, "cat", name);
const reference = course && JSON.parse(readFileSync(file("reference.json"), "utf8"));
const TRAIN = "train_catvnoncat.h5";
const TEST = "test_catvnoncat.h5";

const { visit } = browserTests();

const split = async (page) => {
  const { m, m_test, counts, trainCounts } = await last(page, "data");
  return { m, m_test, counts, trainCounts };
};
const BOTH = { m: 209, m_test: 50, counts: [154, 105], trainCounts: [137, 72] };

/** The costs of all iterations against the reference. */
function assertCosts({ train }, tolerance) {
  assert.equal(train.length, 2001);
  const worst = Math.max(...reference.costs_all.map((cost, t) => Math.abs(train[t] - cost)));
  assert.ok(worst <= tolerance, `the costs differ by ${worst}`);
  assert.ok(Math.abs(train[2000] - reference.cost_after_2000_updates) <= tolerance);
}

test("both files together: Train gives the notebook's result to twelve digits", options, async (t) => {
  const { page } = await visit(t);
  await drop(page, page.locator("#plot"), [file(TRAIN), file(TEST)]);
  await counts(page, 154, 105);
  assert.deepEqual(await split(page), BOTH);
  await card(page, 1).getByText("72 to train").waitFor();
  assert.equal(await card(page, 1).getByRole("textbox").inputValue(), "cat");
  assert.equal(await card(page, 0).getByRole("textbox").inputValue(), "non-cat");

  await press(page, "Train");
  const train = await finish(page);
  assert.equal(train.iteration, 2000);
  assertCosts(await costsOf(page), 1e-12);
  assert.ok(Math.abs(train.b - reference.b) < 1e-12);
  assert.equal(await page.locator("#train-accuracy").innerText(), "accuracy 99.0%");
  assert.equal(await page.locator("#test-accuracy").innerText(), "accuracy 70.0%");
  assert.equal(await page.locator("#cost-now").innerText(), "0.1356");

  // J rises 154 times on the way, last at iteration 305, and the page says so.
  const rose = page.getByText("J did not only fall: up to iteration 305 it also rose, at most to 0.90.");
  await rose.waitFor();
  const link = page.getByRole("link", { name: "What α does" });
  assert.equal(await link.getAttribute("href"), "notes.html#gradient-descent");

  // The same pictures wrong, and the same answers.
  const { id, a } = await last(page, "evaluation");
  const data = await last(page, "data");
  const answers = new Map(id.map((each, i) => [each, a[i]]));
  const part = (test) => data.id.filter((_, i) => data.test[i] === test);
  const truth = new Map(data.id.map((each, i) => [each, data.y[i]]));
  const wrong = (ids) =>
    ids.flatMap((each, i) => (answers.get(each) > 0.5 === (truth.get(each) === 1) ? [] : i));
  assert.deepEqual(wrong(part(0)), reference.train_wrong);
  assert.deepEqual(wrong(part(1)), reference.test_wrong);
  part(1).forEach((each, i) => assert.ok(Math.abs(answers.get(each) - reference.a_test[i]) < 1e-6));

  await press(page, "More settings");
  const size = page.getByRole("combobox", { name: "Picture size" });
  assert.ok(await size.getByRole("option", { name: "128 px" }).isDisabled(), "no larger than they came");
  assert.equal(await page.getByRole("combobox", { name: "Kept for testing" }).inputValue(), '"own"');
});

test(
  "a set whose name ends in .hdf brings its classes as well, and is not said to be of one",
  options,
  async (t) => {
    const { page } = await visit(t);
    await choose(page, 1, join(course, "intake", "ok.hdf"));
    await counts(page, 10, 10);
    await page.getByText("20 pictures added.", { exact: true }).waitFor();
  },
);

test("one after the other, by chooser, and the other way round", options, async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, file(TEST));
  await counts(page, 17, 33);
  const alone = await split(page);
  assert.equal(alone.m_test, 50);
  await page.getByText("Every picture of “non-cat” is kept for testing.").waitFor();
  assert.ok(await page.getByRole("button", { name: "Train", exact: true }).isDisabled());
  await choose(page, 0, file(TRAIN));
  await counts(page, 154, 105);
  assert.deepEqual(await split(page), BOTH);
  await press(page, "Train");
  await finish(page);
  assertCosts(await costsOf(page), 1e-12);
});

test("the training file alone, then the test file; vectorized", options, async (t) => {
  const { page } = await visit(t);
  await drop(page, card(page, 1), [file(TRAIN)]);
  await counts(page, 137, 72);
  assert.equal((await last(page, "data")).m_test, 0);
  await until(page, () => document.getElementById("test-readout").hidden);
  await drop(page, card(page, 0), [file(TEST)]);
  await counts(page, 154, 105);
  assert.deepEqual(await split(page), BOTH);
  await press(page, "More settings");
  const engine = page.getByRole("combobox", { name: "Engine" });
  await engine.selectOption("vectorized");
  await press(page, "Train");
  await finish(page);
  assertCosts(await costsOf(page), 1e-6);
  assert.equal(await page.locator("#train-accuracy").innerText(), "accuracy 99.0%");
  assert.equal(await page.locator("#test-accuracy").innerText(), "accuracy 70.0%");
});
