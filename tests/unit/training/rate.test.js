// The learning rate that is advised after a divergence: found by trying.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../shared/open.js";
import { RateSearch, fell, ratesBelow } from "../../../web/training/rate.js";

const core = await open();

test("rates below α, in steps of three, none of them odd", () => {
  assert.deepEqual([...ratesBelow(0.1)].slice(0, 4), [0.03, 0.01, 0.003, 0.001]);
  assert.deepEqual([...ratesBelow(1e308)].slice(0, 3), [30, 10, 3]);
  assert.deepEqual([...ratesBelow(0.02)].slice(0, 2), [0.01, 0.003]);
  assert.deepEqual([...ratesBelow(1e-14)], []);
});

test("J fell: it stayed below where it began", () => {
  assert.ok(fell(Float64Array.of(0.69, 0.8, 0.5, 0.4)));
  assert.ok(!fell(Float64Array.of(0.69, 6, 0.5, 0.4)));
  assert.ok(!fell(Float64Array.of(0.69, 0.5, 0.7, 0.4)));
  assert.ok(!fell(Float64Array.of(0.69, 0.5, NaN, NaN)));
  assert.ok(!fell(Float64Array.of(0.69)));
});

/** Twenty bright and twenty dark pictures, with noise. */
function dataset() {
  const set = core.createDataset(16);
  for (let i = 0; i < 40; i++) {
    const rgb = Uint8Array.from({ length: 768 }, (_, j) => 60 + 100 * (i % 2) + ((i * 131 + j * 71) % 61));
    set.add(rgb, /** @type {0 | 1} */ (i % 2), i < 32 ? "train" : "test", i);
  }
  set.gramStep(40);
  return set;
}

for (const engine of ["gram", "vectorized", "loop"])
  test(`${engine}: the rate found makes J fall, from the start and from a later state; a larger one does not`, async () => {
    const set = dataset();
    const make = () => set.createLogreg(engine);
    const lr = make();
    for (const t of [0, 40]) {
      while (lr.iteration < t) lr.train(1e-4, t - lr.iteration, 1e9);
      const search = new RateSearch(() => 0);
      const rate = await search.find({ make, lr, t, alpha: 1e308 });
      assert.ok(rate !== null && rate < 30, `${rate}`);
      const run = (/** @type {number} */ alpha) => {
        const other = make();
        if (t > 0) other.setState(lr.state());
        other.seek(t);
        try {
          while (other.iteration < t + 200) other.train(alpha, t + 200 - other.iteration, 1e9);
          return fell(other.costs(t, t + 200));
        } catch {
          return false;
        } finally {
          other.free();
        }
      };
      assert.ok(run(rate));
      assert.ok(
        ![...ratesBelow(1e308)].filter((larger) => larger > rate).some(run),
        `${rate} is the largest`,
      );
    }
    lr.free();
    set.free();
  });

test("stopped in the middle, it finds nothing and holds nothing", async () => {
  const set = dataset();
  const lr = set.createLogreg("loop");
  const search = new RateSearch(() => 0);
  const found = search.find({ make: () => set.createLogreg("loop"), lr, t: 0, alpha: 10 });
  search.stop();
  assert.equal(await found, null);
  const again = search.find({ make: () => set.createLogreg("loop"), lr, t: 0, alpha: 10 });
  const last = search.find({ make: () => set.createLogreg("loop"), lr, t: 0, alpha: 10 });
  assert.equal(await again, null, "the newer one counts");
  assert.ok((await last) !== null);
  lr.free();
  set.free();
});
