// Mirrored copies: the picture turned round, and always in the same part and class as its original.
import assert from "node:assert/strict";
import test from "node:test";
import { variantOf } from "../../../web/core/variants.js";
import { copiesOf } from "../../../web/pictures/mirror.js";
import { leftBy, openSession, pictures } from "../training/session-fakes.js";
import { open } from "../shared/open.js";

const tools = await open("why");

test("copies have no copies, and nothing has two", () => {
  const rgb = new Uint8Array(3);
  const all = [
    { id: 1, y: /** @type {const} */ (1), test: null, name: "a", px: 1, rgb },
    { id: 2, y: /** @type {const} */ (0), test: null, name: "b", px: 1, rgb },
    { id: 3, y: /** @type {const} */ (1), test: null, name: "a ⇄", px: 1, rgb, of: 1 },
  ];
  assert.deepEqual(copiesOf(all, (each) => each).map(({ of, name }) => [of, name]), [[2, "b ⇄"]]); // prettier-ignore
});

/** By id: what part each picture is in, and its class. */
const where = (/** @type {any} */ { id, test, y }) =>
  new Map([...id].map((each, i) => [each, `${test[i] ? "test" : "train"} ${y[i]}`]));

test("only training pictures are copied; copies stay with their originals, whatever is changed; one step back", async () => {
  const { session, last, store } = await openSession();
  await session.addFiles(pictures(10, 1), 1);
  await session.addFiles(pictures(10, 0), 0);
  const before = last("data");
  await session.mirror();
  const after = last("data");
  assert.equal(after.m_test, before.m_test, "the test set is as it was");
  assert.equal(after.m, 2 * before.m);
  assert.deepEqual([after.undo.code, after.undo.count, after.mirrored], ["mirrored", before.m, true]);

  const pairs = [...store.kept.values()].filter(({ of }) => of !== undefined).map(({ id, of }) => [id, of]);
  assert.equal(pairs.length, before.m);
  const together = () => {
    const places = where(last("data"));
    for (const [copy, original] of pairs)
      if (places.has(original))
        assert.equal(places.get(copy), places.get(original), `${copy} of ${original}`);
    return places;
  };
  together();
  for (const share of [0.5, 0.1, 0.4, 0]) {
    await session.change({ share });
    together();
  }
  const [[copy, original]] = pairs;
  await session.relabel([original], /** @type {0 | 1} */ (1 - after.y[[...after.id].indexOf(original)]));
  together();
  await session.remove([original]);
  assert.ok(!together().has(copy), "it goes with its original");
  await session.undo();
  assert.ok(together().has(copy));

  const pixels = async (id) => (await session.pixels([id])).rgb;
  const [mine, other] = await Promise.all([pixels(copy), pixels(original)]);
  let far = 0;
  variantOf(tools, other, "mirrored").forEach((byte, i) => (far = Math.max(far, Math.abs(byte - mine[i]))));
  assert.ok(far <= 1, `made small and mirrored, or mirrored and made small: ${far}`);
  for (let i = 0; i < 6; i++) await session.undo();
  assert.equal(last("data").id.length, 20);

  await session.redo();
  await session.redo();
  const again = await openSession(leftBy({ store }));
  await again.session.start();
  assert.deepEqual(where(again.last("data")), where(last("data")), "after a reload as before");
});
