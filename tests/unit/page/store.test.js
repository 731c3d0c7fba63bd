// The store of the page: each thing once, and those who listen hear of every change.

import assert from "node:assert/strict";
import test from "node:test";
import { Store } from "../../../web/page/store.js";

const COSTS = { from: 0, costs: Float64Array.of(0.7), testCosts: Float64Array.of(0.8) };
const DATA = {
  type: "data",
  id: [4, 5, 6],
  y: [0, 1, 1],
  test: [0, 1, 0],
  names: ["dog", null],
  source: "own",
  settings: { alpha: 0.1 },
};

/** A store whose worker only notes what it is asked. */
function opened() {
  const store = new Store();
  /** @type {any[]} */
  const asked = [];
  store.session = {
    select: async (/** @type {any} */ id) => asked.push(["select", id]),
    change: async (/** @type {any} */ settings) => asked.push(["change", settings]),
  };
  return { store, asked };
}

test("the first training picture of class 1 is selected; what is selected stays as long as it is there", () => {
  const { store, asked } = opened();
  store.hear({ ...DATA });
  assert.equal(store.state.selected, 6);
  store.select(4);
  store.hear({ ...DATA });
  assert.equal(store.state.selected, 4);
  store.hear({ ...DATA, id: [], y: [], test: [] });
  assert.equal(store.state.selected, null);
  assert.deepEqual(
    asked.map(([, id]) => id),
    [6, 4, null],
  );
});

test("new data and the end of what was trained on others come together: nobody hears of one without the other", () => {
  const { store } = opened();
  const none = { n_px: 1, end: 0, network: null, w: null, engine: null, from: 0, costs: [], testCosts: [] };
  store.hear({ ...DATA });
  store.hear({ ...none, ...COSTS, type: "train", engine: "gram", end: 1 });
  /** @type {any[]} */
  const heard = [];
  for (const type of ["data", "selected", "train", "changed"])
    store.on(type, () =>
      heard.push([type, store.state.train.engine, store.state.data.id.length, store.costs.length]),
    );
  store.hear({ ...DATA, id: [7], y: [1], test: [0], train: { ...none, type: "train" } });
  assert.deepEqual(
    heard.filter(([type]) => type !== "changed").map(([type]) => type),
    ["selected", "data", "train"],
  );
  for (const [type, ...state] of heard) assert.deepEqual(state, [null, 1, 0], type);
  store.hear({ ...DATA });
  assert.equal(store.state.train.engine, null, "data alone say nothing of the training");
});

test("a name that was given stays; the other is the page's own word", () => {
  const { store } = opened();
  assert.equal(store.names.length, 2, "there are names before there are pictures");
  store.hear({ ...DATA });
  assert.deepEqual(store.state.data.given, ["dog", null]);
  assert.equal(store.names[0], "dog");
  assert.equal(typeof store.names[1], "string");
});

test("the last weights stand until new ones come, of a neuron only, and only if they fit", () => {
  const { store } = opened();
  const w = Float32Array.of(1, 2, 3);
  const train = { type: "train", n_px: 1, end: 1, network: null, w: null, ...COSTS };
  store.hear({ ...train, w });
  store.hear(train);
  assert.equal(store.weights, w);
  store.hear({ ...train, n_px: 2 });
  assert.equal(store.weights, null);
  store.hear({ ...train, network: { n: [3, 4, 1] } });
  assert.equal(store.weights, null);
  store.set({ shown: { unit: 0, w, picture: w, learned: false } });
  assert.equal(store.weights, w);
  store.hear(train);
  assert.deepEqual([store.state.shown, store.weights], [null, null]);
});

test("those who listen hear of events and changes, and of everything as a change", async () => {
  const { store, asked } = opened();
  /** @type {string[]} */
  const heard = [];
  for (const type of ["data", "selected", "settings", "pixel", "changed"])
    store.on(type, () => heard.push(type));
  store.hear({ ...DATA });
  await store.change({ alpha: 0.3 });
  store.set({ pixel: { row: 1, column: 2 } });
  assert.equal(store.state.settings.alpha, 0.3);
  assert.deepEqual(asked.at(-1), ["change", { alpha: 0.3 }]);
  const changed = "changed";
  assert.deepEqual(heard, ["selected", changed, "data", changed, "settings", changed, "pixel", changed]);
});
