// What is stored and could not be read: kept, asked for again, and never read twice.
import assert from "node:assert/strict";
import test from "node:test";
import { Unread } from "../../../web/training/unread.js";

/** Something to read that is away as long as `away` says. */
function reader() {
  const one = { away: true, read: /** @type {any[]} */ ([]) };
  const read = async (/** @type {any} */ stored) => {
    if (one.away) throw new Error("away");
    one.read.push(stored);
  };
  return Object.assign(one, { from: read });
}

test("what reads it is away: it waits, that is told, and it is read once when it is asked for again", async () => {
  let told = 0;
  const unread = new Unread(() => told++);
  const runs = reader();
  await unread.read("runs", { runs: [1] }, runs.from);
  assert.ok(unread.has("runs") && !unread.has("brought"));
  await unread.again();
  assert.deepEqual([told, runs.read], [2, []]);
  runs.away = false;
  await unread.again();
  await unread.again();
  assert.deepEqual([told, runs.read, unread.has("runs")], [2, [{ runs: [1] }], false]);
});

test("nothing stored is nothing to wait for; what is stored later takes the place; taken, it is nobody's any more", async () => {
  const unread = new Unread(() => {});
  const runs = reader();
  await unread.read("runs", "old", runs.from);
  await unread.read("runs", "new", runs.from);
  assert.equal(unread.take("runs"), "new");
  assert.equal(unread.take("runs"), null);
  await unread.read("runs", "old", runs.from);
  await unread.read("runs", null, runs.from);
  runs.away = false;
  await unread.again();
  assert.deepEqual(runs.read, []);
});
