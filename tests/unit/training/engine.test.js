// Which engine is taken when the choice is left to the page.
import assert from "node:assert/strict";
import test from "node:test";
import { GRAM_MAX } from "../../../web/core/core.js";
import { whyTaken } from "../../../web/page/settings/engine-says.js";
import { chooseEngine, createLearner, predict } from "../../../web/training/engine.js";
import { DEFAULTS } from "../../../web/training/settings.js";
import { open } from "../shared/open.js";
import { allWords, ofTraining } from "../shared/words.js";
import * as reference from "../shared/reference.js";
import { openSession, picture } from "./session-fakes.js";

/** @param {{m?: number, m_test?: number, hidden?: number[]} & Record<string, any>} [changes] */
const job = (changes = {}) => {
  const { m, m_test, ...rest } = { m: 209, m_test: 50, ...changes };
  const count = m + m_test;
  return {
    ...{ m, count, n_x: 12288, slots: count, missing: count, gramBytes: 8 * count * m },
    ...{ engine: "auto", hidden: /** @type {number[]} */ ([]), batch: 0, iterations: 2000 },
    ...rest,
  };
};
/** @param {Parameters<typeof job>[0]} [changes] */
const choice = (changes) => chooseEngine(job(changes));

test("the homework is done by gram", () => {
  const { engine, why, iterations } = choice();
  assert.deepEqual([engine, why, iterations], ["gram", "gram-faster", 2000]);
});

test("an engine asked for is taken, but a loop of a network and a matrix that does not fit", () => {
  for (const engine of ["loop", "vectorized", "gram"])
    assert.deepEqual(choice({ engine }), { engine, why: "asked", iterations: 2000, work: null });
  assert.equal(choice({ engine: "loop", hidden: [4] }).why, "gram-faster");
  for (const hidden of [[], [4]])
    assert.equal(choice({ engine: "gram", hidden, gramBytes: NaN }).why, "gram-too-large");
});

test("a matrix that does not fit is not made", () => {
  for (const large of [{ m: GRAM_MAX + 1 }, { m: 100, slots: GRAM_MAX + 1 }, { gramBytes: 2 ** 30 }])
    assert.deepEqual(choice(large), { engine: "vectorized", why: "gram-too-large", iterations: 2000, work: null }); // prettier-ignore
  assert.notEqual(choice({ m: GRAM_MAX - 50, m_test: 50, iterations: 1e5 }).why, "gram-too-large");
});

test("a few iterations on many pictures are not worth making the matrix, unless it is there", () => {
  const few = { m: 3000, iterations: 20 };
  assert.equal(choice(few).why, "vectorized-faster");
  assert.equal(choice({ ...few, missing: 0 }).engine, "gram");
  assert.equal(choice({ ...few, iterations: 20000, n_x: 49152 }).engine, "gram");
});

test("tiny pictures, many of them: the matrix is larger than the pictures", () => {
  assert.equal(choice({ m: 4000, n_x: 192, iterations: 10000 }).engine, "vectorized");
});

test("the more of the matrix is there, the sooner it is taken: the choice changes once", () => {
  let changes = 0;
  /** @type {string | null} */
  let before = null;
  for (let missing = 3000; missing >= 0; missing -= 50) {
    const { engine } = choice({ m: 3000, m_test: 0, iterations: 100, missing });
    if (before && engine !== before) changes++;
    before = engine;
  }
  assert.deepEqual([changes, before], [1, "gram"]);
});

test("an iteration is predicted with the multiply-adds that C counts", async () => {
  const core = await open();
  const dataset = core.createDataset(8);
  reference.examples(50, 8, 1).forEach(({ x, y }, i) => dataset.add(x, y, i < 40 ? "train" : "test", i));
  while (dataset.gramStep(100) > 0);
  for (const hidden of [[], [7], [5, 4], [3, 2, 6]])
    for (const batch of hidden.length > 0 ? [0, 8, 64] : [0])
      for (const engine of /** @type {const} */ (["gram", "vectorized"])) {
        const lr = createLearner(dataset, engine, { ...DEFAULTS, hidden, batch });
        const of = (/** @type {number} */ iterations) =>
          predict({ m: 40, count: 50, n_x: 192, hidden, batch, iterations, missing: 0 })[engine].madds;
        // C leaves out that gram's gradient of layer 1 is only written down, n[1] numbers an example.
        const written = hidden.length > 0 && engine === "gram" ? 40 * hidden[0] : 0;
        assert.equal(of(3) - of(2), lr.madds - written, `${engine} ${hidden} ${batch}`);
        lr.free();
      }
  dataset.free();
});

const UNITS = { ms: 1, s: 1e3, minutes: 6e4, hours: 36e5, days: 864e5 };
const TIME = new RegExp(`([\\d.,]+)\\s?(${Object.keys(UNITS).join("|")})(?!\\w)`, "g");
const milliseconds = (/** @type {string} */ text) =>
  [...text.matchAll(TIME)].map(
    ([, x, unit]) => Number(x.replaceAll(",", "")) * UNITS[/** @type {keyof typeof UNITS} */ (unit)],
  );

test("what is said of the choice is true: the engine taken has the shorter time, as printed", async () => {
  const words = await allWords("en", ofTraining);
  const say = (/** @type {string} */ key, /** @type {Record<string, any>} */ params = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name) => params[name]);
  const kinds = new Set();
  for (const m of [2, 40, 209, 700, 2900, 4000])
    for (const m_test of [0, 50])
      for (const n_x of [192, 3072, 12288, 49152])
        for (const iterations of [1, 20, 2000, 10000, 1000000])
          for (const hidden of [[], [4], [256], [64, 16]])
            for (const batch of hidden.length > 0 ? [0, 32] : [0]) {
              const taken = choice({ m, m_test, n_x, iterations, hidden, batch, gramBytes: 1e6 });
              const { engine, work } = taken;
              assert.ok(work, "compared");
              const other = engine === "gram" ? "vectorized" : "gram";
              assert.ok(work[/** @type {'gram'} */ (engine)].seconds <= work[other].seconds);
              const sentence = whyTaken(taken, say);
              const [time, otherTime] = milliseconds(sentence);
              assert.ok(time <= otherTime, sentence);
              assert.match(sentence, new RegExp(`^Took ${engine} for .* with ${other}\\.$`));
              kinds.add(engine);
            }
  assert.equal(kinds.size, 2);
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
    assert.deepEqual([last("train").engine, last("train").choice.why], ["vectorized", "gram-too-large"]);
    // What is left has high slots.
    const ids = [...last("data").id];
    await session.remove(ids.slice(0, GRAM_MAX));
    await session.play();
    await until("train", (e) => e.finished && !e.running);
    assert.deepEqual(events.filter(({ type }) => type === "notice"), []); // prettier-ignore
  }
});
