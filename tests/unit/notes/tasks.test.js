// The list of all tasks is that of the figures, all their words are there, and answers are read as they are meant.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { roomRules } from "../../../web/notes/rooms.js";
import { TASKS, askedOf, figureAsked } from "../../../web/notes/tasks/all.js";
import { KINDS, halfWidth, powerOf } from "../../../web/notes/tasks/answer.js";
import { dictionaries } from "../shared/words.js";

const parts = await dictionaries();

test("every figure has three tasks at least, and they are those of the list, with words for all of it", async () => {
  assert.deepEqual(Object.keys(TASKS), FIGURES.map(({ name }) => name)); // prettier-ignore
  for (const [figure, ids] of Object.entries(TASKS)) {
    const { tasks } = await import(`../../../web/notes/${figure}/tasks.js`);
    assert.deepEqual(tasks.map(({ id }) => id), ids); // prettier-ignore
    assert.ok(ids.length >= 3, figure);
    for (const task of tasks) assert.ok(Boolean(task.met) !== Boolean(task.guess && task.truth), task.id);
    const own = parts.filter(({ folder }) => folder.endsWith(`notes/${figure}`));
    assert.equal(own.length, 2, figure);
    for (const { words } of own) {
      const keys = tasks.flatMap(({ id, unless }) =>
        ["", ".do", ".hint", ".why", ...(unless ? [".unless"] : [])].map(
          (end) => `${figure}.task.${id}${end}`,
        ),
      );
      assert.deepEqual(keys.filter((key) => !words[key]), []); // prettier-ignore
      assert.deepEqual(Object.keys(words).filter((key) => key.includes(".task.") && !keys.includes(key)), []); // prettier-ignore
    }
  }
});

test("a link names tasks there are", () => {
  assert.deepEqual(askedOf("neuron.dead,neuron.hand,neuron.x,broadcasting.nan", "neuron"), ["hand", "dead"]);
  assert.deepEqual([askedOf(null, "neuron"), askedOf("__proto__.x", "__proto__")], [[], []]);
  assert.equal(figureAsked("neuron.x,broadcasting.nan"), "broadcasting");
  assert.equal(figureAsked("constructor.name"), null);
  assert.match(roomRules(), /#scale:not\(\[data-tasks\], \[data-failed\]\)::after/);
});

test("powers of ten, shapes and numbers as they are typed", () => {
  for (const text of ["-8", "1e-8", "10^-8", "10⁻⁸", "10**-8", "10^(−8)", "0.00000001"])
    assert.equal(powerOf(text), -8, text);
  for (const [text, power] of Object.entries({ 100: 2, 1000: 3, "10²": 2, 2: 2, 0: 0, 10: 1 }))
    assert.equal(powerOf(text), power, text);
  for (const text of ["", "x", "0.3", "10^", "25.5"]) assert.ok(Number.isNaN(powerOf(text)), text);
  assert.equal(KINDS.power.text(-8), "10⁻⁸");
  assert.deepEqual(KINDS.shape.read("(12288, 12)"), [12288, 12]);
  assert.equal(KINDS.shape.read("12 by 3"), undefined);
  assert.equal(KINDS.number.read("2,5"), 2.5);
  assert.equal(KINDS.number.read("two"), undefined);
  assert.deepEqual(["（３，４）", "85 %", "３．５倍", "10⁻⁸"].map(halfWidth), ["(3,4)", "85", "3.5", "10⁻⁸"]);
  assert.ok(
    KINDS.shape.same([4], [4]) && !KINDS.shape.same([4, 1], [4]) && !KINDS.shape.same([4], undefined),
  );
});
