// What runs all the other tests: counts are those of the whole run, a second chance is told, and two failures are one.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import test from "node:test";
import { runTests } from "../../runner/node-tests.js";

const FIXTURES = join(import.meta.dirname, "fixtures");
const fixture = (/** @type {string} */ name) => join(FIXTURES, `${name}.js`);
const named = (/** @type {string} */ name, /** @type {string} */ title) =>
  `${relative(process.cwd(), fixture(name))}: ${title}`;

/** Runs fixtures in two groups, figures and pages, as the browser tests are. @param {import("node:test").TestContext} t
 *  @param {string[]} names @param {boolean} [again] */
function run(t, names, again = true) {
  const logs = mkdtempSync(join(tmpdir(), "one-neuron-runner-"));
  t.after(() => rmSync(logs, { recursive: true }));
  process.env.FIXTURE_STATE = join(logs, "state");
  const [one, ...others] = names.map(fixture);
  const groups = [
    { name: "figures", files: [one], concurrency: 2 },
    { name: "pages", files: others, concurrency: 1 },
  ];
  const { logs: written, ...summary } = runTests(groups, { logs, part: "browser", again, quiet: true });
  return { summary, logs: written.map((path) => [relative(logs, path), readFileSync(path, "utf8")]) };
}

test("what passes is counted, with its parts, and nothing runs twice", (t) => {
  const { summary, logs } = run(t, ["passes", "passes"]);
  assert.deepEqual(summary, { passed: 2, failed: [], flaky: [], skipped: 1 });
  assert.deepEqual(
    logs.map(([name]) => name),
    ["browser-figures.log", "browser-pages.log"],
  );
});

test("failing once is flaky, failing twice is failed; the numbers are of all files, and both runs are kept", (t) => {
  const { summary, logs } = run(t, ["flaky", "passes", "fails"]);
  assert.deepEqual(summary, {
    passed: 3,
    failed: [named("fails", "fails")],
    flaky: [named("flaky", "fails first")],
    skipped: 1,
  });
  const [[, figures], [, pages], [name, again]] = logs;
  assert.match(figures, /the first time/);
  assert.match(pages, /on purpose/);
  assert.equal(name, "browser-again.log");
  assert.match(again, /✔ fails first/);
  assert.match(again, /✖ fails/);
  assert.doesNotMatch(again, /a part of it/); // its file had no failure
});

test("where there is no second chance, once is enough", (t) => {
  const { summary } = run(t, ["flaky", "passes"], false);
  assert.deepEqual(summary.failed, [named("flaky", "fails first")]);
  assert.deepEqual(summary.flaky, []);
});

test("what goes wrong outside of all tests fails its file", (t) => {
  const { summary } = run(t, ["outside", "passes"]);
  assert.deepEqual(summary.failed, [named("outside", "outside of its tests")]);
  assert.equal(summary.passed, 3);
});

test("files that share a process are told apart; what goes wrong outside of tests is looked for in each", (t) => {
  const logs = mkdtempSync(join(tmpdir(), "one-neuron-runner-"));
  t.after(() => rmSync(logs, { recursive: true }));
  process.env.FIXTURE_STATE = join(logs, "state");
  const files = ["fails", "outside", "passes", "flaky"].map(fixture);
  const groups = [{ name: "pages", files, concurrency: 1, together: 2 }];
  const { failed, flaky } = runTests(groups, { logs, part: "browser", again: true, quiet: true });
  assert.deepEqual(
    new Set(failed),
    new Set([named("fails", "fails"), named("outside", "outside of its tests")]),
  );
  assert.ok(flaky.includes(named("flaky", "fails first")), flaky.join());
});

test("a file that is not there has failed", (t) => {
  const { summary } = run(t, ["passes", "nothing"]);
  assert.equal(summary.failed.length, 1);
});

test("names that mean nothing are refused before anything is built", () => {
  const entry = join(import.meta.dirname, "../../run");
  for (const words of [["units"], ["browser", "notes/nuron"], ["unit", "browser/notes/neuron"]]) {
    const { status, stdout, stderr } = spawnSync("bash", [entry, ...words], { encoding: "utf8" });
    assert.deepEqual([status, stdout], [2, ""], words.join(" "));
    assert.match(
      stderr,
      new RegExp(`is called ${words.at(-1)}; the parts are lint, unit, native, fuzz, browser, engines, soak`),
    );
  }
});
