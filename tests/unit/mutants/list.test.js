// The list of npm run mutants moves with the code: every change finds its place, and the tests it names are there.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { changed } from "../../mutants/changed.js";
import { MUTANTS } from "../../mutants/list.js";

const root = new URL("../../../", import.meta.url);

test("a change is made in one place or not at all", () => {
  assert.equal(changed("a b c", "b", "$&"), "a $& c");
  assert.throws(() => changed("a b c", "d", ""), /found 0 times/);
  assert.throws(() => changed("a b b", "b", ""), /found 2 times/);
});

for (const { name, file, find, replace, tests } of MUTANTS)
  test(`${file}: ${name}`, () => {
    const source = readFileSync(new URL(file, root), "utf8");
    assert.notEqual(changed(source, find, replace), source);
    assert.ok(tests.length > 0);
    for (const each of tests) assert.ok(existsSync(new URL(`tests/${each}`, root)), each);
  });

test("no two have the same name", () => {
  assert.equal(new Set(MUTANTS.map(({ name }) => name)).size, MUTANTS.length);
});
