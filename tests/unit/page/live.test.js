// The notches of the sliders below the chart, and how the curve that was replaced is drawn.
import assert from "node:assert/strict";
import test from "node:test";
import { notchOf, valueAt } from "../../../web/page/live/live.js";
import { Replaced } from "../../../web/page/live/replaced.js";
import { Costs } from "../../../web/page/train/costs.js";
import { replacedIn } from "../../../web/page/train/replaced.js";

test("notches: two digits, and what people ask for is among them", () => {
  for (const alpha of [0.0001, 0.001, 0.005, 0.01, 0.1, 1, 10])
    assert.equal(valueAt("alpha", notchOf("alpha", alpha)), alpha);
  for (const n of [10, 100, 1000, 2000, 5000, 100_000])
    assert.equal(valueAt("iterations", notchOf("iterations", n)), n);
  for (let notch = 0; notch < 100; notch++) {
    const [here, next] = [valueAt("alpha", notch), valueAt("alpha", notch + 1)];
    assert.ok(next > here && next < 1.3 * here);
    assert.equal(notchOf("alpha", here), notch);
  }
});

/** A page of nothing but what is replaced. */
function made() {
  const heard = /** @type {Record<string, (event: any) => void>} */ ({});
  const costs = new Costs();
  const app = /** @type {any} */ ({
    costs,
    state: { data: { undo: null }, train: { end: 2, running: false }, replaced: null },
    on: (type, fn) => (heard[type] = fn),
    set: (change) => Object.assign(app.state, change),
    change: async () => {},
    session: { toEnd: async () => {} },
  });
  costs.add({ from: 0, costs: [0.7, 0.6, 0.5], testCosts: [0.7, 0.65, 0.66] });
  return { app, heard };
}

test("the curve that was replaced stays until the next change, and is no other when the run goes on", () => {
  const { app, heard } = made();
  const replaced = new Replaced(app);
  replaced.keep();
  app.costs.add({ from: 1, costs: [0.1], testCosts: [0.1] });
  const range = { first: 0, last: 2000, buckets: 400, log: false };
  assert.deepEqual(replacedIn(app, range), [
    [0, 1, 2],
    [0.7, 0.6, 0.5],
    [0.7, 0.65, 0.66],
  ]);
  app.state.data.undo = { id: 4 };
  heard.data({}); // not settled yet
  replaced.settled();
  heard.data({});
  heard.settings({ speed: 3, iterations: 5 });
  assert.ok(app.state.replaced);
  app.state.data.undo = { id: 5 };
  heard.data({});
  assert.equal(app.state.replaced, null);
  replaced.keep();
  heard.settings({ alpha: 1 });
  assert.deepEqual(replacedIn(app, range), [[], [], []]);
});

test("size and share: trained again to the end if it was trained, and only then", async () => {
  const { app } = made();
  let runs = 0;
  app.session.toEnd = async () => void runs++;
  app.change = async () => void (app.state.train = { end: 0, running: false });
  const replaced = new Replaced(app);
  await Promise.all([replaced.change({ n_px: 32 }), replaced.change({ n_px: 128 })]);
  assert.equal(runs, 2);
  assert.equal(app.state.replaced?.length, 3);
  await replaced.change({ n_px: 64 });
  assert.equal(runs, 2, "not trained, nothing to do again");
});
