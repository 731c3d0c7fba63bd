// @ts-nocheck -- many functions here run in the page
// The stated capacity: 10 000 pictures of 64 px in one page, which stays usable; past it a sentence, and nothing is lost.
import assert from "node:assert/strict";
import test from "node:test";
import * as h5wasm from "../../../web/vendor/h5wasm.js";
import { onDisk, pictures } from "../shared/files.js";
import { card, choose, counts, last, press, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const M = 10_000;
const N = 64;
const { visit } = browserTests();

/** An .h5 file of m pictures, every second one lighter. */
async function bigFile(m) {
  const { FS } = await h5wasm.ready;
  const each = N * N * 3;
  const x = new Uint8Array(m * each);
  let state = 1;
  for (let i = 0; i < x.length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    x[i] = (state >>> 25) + (Math.floor(i / each) % 2 ? 100 : 0);
  }
  const y = Uint8Array.from({ length: m }, (_, i) => i % 2);
  const file = new h5wasm.File("/big.h5", "w");
  file.create_dataset({ name: "train_set_x", data: x, shape: [m, N, N, 3], dtype: "<B" });
  file.create_dataset({ name: "train_set_y", data: y, shape: [m], dtype: "<B" });
  file.close();
  const bytes = Buffer.from(FS.readFile("/big.h5"));
  FS.unlink("/big.h5");
  return { name: "big.h5", mimeType: "application/x-hdf5", buffer: bytes };
}

/** In the page: the longest time between two frames, in a second. */
const slowestFrame = () =>
  new Promise((done) => {
    const start = performance.now();
    let [worst, before] = [0, start];
    const frame = (now) => {
      worst = Math.max(worst, now - before);
      before = now;
      if (now - start > 1000) done(worst);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

test("10 000 pictures of 64 px train, the page goes on, and one more is refused", async (t) => {
  const { page } = await visit(t, { goes: true });
  const file = await bigFile(M);
  const [path] = await onDisk(t, [file]);
  await choose(page, 1, path);
  await counts(page, "5,000", "5,000");
  await until(page, () => window.heard.train.iteration === 0); // of these, no longer of those before
  await press(page, "Train");
  await until(page, () => window.heard.train.iteration >= 3, null, { ms: 60_000 });
  assert.equal((await last(page, "train")).engine, "vectorized");
  const worst = await page.evaluate(slowestFrame);
  assert.ok(worst < 1000, `the page stands still for ${worst} ms`);
  await card(page, 0)
    .getByRole("button", { name: says("thumbs.next") })
    .click();
  await press(page, "Pause");
  await until(page, () => !window.heard.train.running);

  await choose(page, 0, pictures(2, 0));
  const refused = page.locator(".report").getByRole("listitem");
  await refused.first().waitFor();
  const sentence = says("refused.capacity", { capacity: "10,000" });
  assert.match(await refused.first().innerText(), new RegExp(sentence.slice(0, 20)));
  assert.equal(await refused.count(), 2);
  await counts(page, "5,000", "5,000");
  await press(page, "Train");
  const { iteration } = await last(page, "train");
  await until(page, (from) => window.heard.train.iteration > from, iteration, { ms: 60_000 });
});

test("a file of 10 001 is refused as a whole", async (t) => {
  const { page } = await visit(t, { goes: true });
  const [path] = await onDisk(t, [await bigFile(M + 1)]);
  await choose(page, 1, path);
  await page.locator(".report").getByRole("listitem").waitFor();
  assert.match(
    await page.locator(".report").innerText(),
    /big\.h5: there are 10,?001 pictures in it and room for 10,?000; the page holds 10,?000/,
  );
  assert.equal((await last(page, "data")).source, "drawn", "what was there stays");
});
