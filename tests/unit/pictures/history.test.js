// The steps themselves: how many there are, how many bytes they hold, and what they keep of trainings.
import assert from "node:assert/strict";
import test from "node:test";
import { History } from "../../../web/pictures/history.js";

const MB = 2 ** 20;
const SAYS = { code: "removed", count: 1, y: null, name: null, value: 0.2 };

/** @param {...[number, number]} pictures their ids and megabytes @returns {any} */
const moment = (...pictures) => ({
  ...{ source: "own", names: [null, null], share: 0.2, n_px: 64, resting: [] },
  list: pictures.map(([id, mb]) => ({ id, y: 1, rgb: { length: mb * MB } })),
});

/** All that can be undone, by id. @param {History} history */
function undoAll(history) {
  /** @type {number[]} */
  const ids = [];
  for (let next = history.next.undo; next; next = history.next.undo) {
    ids.push(next.id);
    history.move("undo");
  }
  return ids;
}

test("fifty steps, the oldest of them forgotten first", () => {
  const history = new History();
  for (let k = 0; k < 60; k++) history.push(SAYS, moment([k, 1]), moment([k + 1, 1]));
  assert.deepEqual(undoAll(history), Array.from({ length: 50 }, (_, i) => 60 - i)); // prettier-ignore
  assert.equal(history.next.redo?.id, 11);
});

test("what steps took away is half a gigabyte at most, and each picture counts once; the last can always be undone", () => {
  const history = new History();
  const all = [[1, 200], [2, 200], [3, 200], [4, 600]]; // prettier-ignore
  const moments = all.map((_, k) => moment(.../** @type {[number, number][]} */ (all.slice(k))));
  for (let k = 0; k < 5; k++) history.push(SAYS, moments[0], moments[0]); // they take nothing away
  history.push(SAYS, moments[0], moments[1]);
  history.push(SAYS, moments[1], moments[2]);
  assert.deepEqual(undoAll(history).length, 7);
  history.forget();
  for (let k = 0; k < 3; k++) history.push(SAYS, moments[k], moments[k + 1]);
  assert.deepEqual(undoAll(history), [10, 9]);
  history.forget();
  history.push(SAYS, moments[2], moments[3]);
  history.push(SAYS, moments[3], moment());
  assert.deepEqual(undoAll(history), [12]);
});

test("what was learned is kept with the moments left last: eight, or 64 MB and the last one", () => {
  const history = new History();
  const moments = Array.from({ length: 12 }, () => moment());
  for (let k = 0; k < 11; k++) history.push(SAYS, moments[k], moments[k + 1]);
  const trained = (/** @type {number} */ mb) => /** @type {any} */ ({ state: { length: mb * MB } });
  const kept = () => moments.flatMap((each, k) => (each.trained ? k : []));
  for (const each of moments) history.keep(each, trained(1));
  assert.deepEqual(kept(), [4, 5, 6, 7, 8, 9, 10, 11]);
  history.keep(moments[4], trained(1)); // left again
  history.keep(moments[0], trained(1));
  assert.deepEqual(kept(), [0, 4, 6, 7, 8, 9, 10, 11]);
  history.keep(moments[1], trained(60));
  assert.deepEqual(kept(), [0, 1, 4, 10, 11].slice(0, kept().length));
  history.keep(moments[2], trained(100));
  assert.deepEqual(kept(), [2], "one that is larger than all that is allowed");
  history.keep(moments[2], null);
  assert.deepEqual(kept(), []);
});
