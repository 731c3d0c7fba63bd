// Which engine is taken when the choice is left to the page.
import assert from "node:assert/strict";
import test from "node:test";
import { GRAM_MAX } from "../../../web/core/core.js";
import { chooseEngine } from "../../../web/training/engine.js";
import { openSession, picture } from "./session-fakes.js";

const job = (changes = {}) => {
  const { m, m_test = 0, ...rest } = { m: 209, m_test: 50, ...changes };
  const count = m + m_test;
  return {
    m,
    count,
    slots: count,
    n_x: 12288,
    iterations: 2000,
    missing: count,
    gramBytes: 8 * count * m,
    ...rest,
  };
};
const choice = (changes) => chooseEngine(job(changes));

test("the homework is done by gram", () => {
  assert.deepEqual(choice(), { engine: "gram", why: "gram-faster" });
});

test("a matrix that does not fit is not made", () => {
  const large = { engine: "vectorized", why: "gram-too-large" };
  assert.deepEqual(choice({ m: GRAM_MAX + 1 }), large);
  assert.deepEqual(choice({ m: 100, slots: GRAM_MAX + 1 }), large, "few pictures in high slots");
  assert.deepEqual(choice({ gramBytes: 2 ** 30 }), large);
  assert.notDeepEqual(choice({ m: GRAM_MAX - 50, m_test: 50, iterations: 1e5 }).why, "gram-too-large");
});

test("a few iterations on many pictures are not worth making the matrix, unless it is there", () => {
  const few = { m: 3000, iterations: 20 };
  assert.deepEqual(choice(few), { engine: "vectorized", why: "vectorized-faster" });
  assert.equal(choice({ ...few, missing: 0 }).engine, "gram");
  assert.equal(choice({ ...few, iterations: 20000, n_x: 49152 }).engine, "gram");
});

test("tiny pictures, many of them: the matrix is larger than the pictures", () => {
  assert.equal(choice({ m: 4000, n_x: 192, iterations: 10000 }).engine, "vectorized");
});

test("the more of the matrix is there, the sooner it is taken: the choice changes once", () => {
  let changes = 0;
  let before = null;
  for (let missing = 3000; missing >= 0; missing -= 50) {
    const { engine } = choice({ m: 3000, m_test: 0, iterations: 100, missing });
    if (before && engine !== before) changes++;
    before = engine;
  }
  assert.deepEqual([changes, before], [1, "gram"]);
});

test("more pictures than K has room for are trained all the same, also when gram was asked for", async () => {
  const { rgb } = picture("", { px: 8 });
  const stored = Array.from({ length: GRAM_MAX + 10 }, (_, i) => {
    const own = rgb.slice();
    own[i % own.length] = i;
    return { id: i + 1, y: i % 2, test: null, name: "", px: 8, rgb: own };
  });
  for (const engine of ["auto", "gram"]) {
    const settings = { n_px: 32, share: 0.2, iterations: 2, engine };
    const { session, until, events, last } = await openSession({
      pictures: stored,
      meta: { source: "own", settings },
    });
    await session.start();
    await session.play();
    await until("train", (e) => e.finished && !e.running);
    assert.deepEqual([last("train").engine, last("train").engineWhy], ["vectorized", "gram-too-large"]);
    // What is left has high slots.
    const ids = [...last("data").id];
    await session.remove(ids.slice(0, GRAM_MAX));
    await session.play();
    await until("train", (e) => e.finished && !e.running);
    assert.deepEqual(events.filter(({ type }) => type === "notice"), []); // prettier-ignore
  }
});
