// Why an answer is what it is, as the session tells it: of the selected picture in the state it names, also while training
// runs; the same picture in variants, and the test set in them.
import assert from "node:assert/strict";
import test from "node:test";
import { VARIANTS } from "../../../web/core/variants.js";
import { UNDER_TEST } from "../../../web/pictures/names.js";
import { openTrained, pictures } from "./session-fakes.js";

const sum = (list) => list.reduce((all, v) => all + v, 0);
const closes = ({ raw, compared, z, b }) => {
  for (const { plus, minus, base, adds } of [raw, compared]) {
    assert.ok(Math.abs(plus + minus + base + b - z) < 1e-9);
    assert.ok(Math.abs(sum([...adds]) - plus - minus) < 1e-9);
  }
};

test("the ledger of the selected picture, trained on, tested or under test, closes to the z that the page is told", async () => {
  const { session, last, until } = await openTrained();
  const data = last("data");
  for (const id of [data.id[0], data.id[data.test.indexOf(1)], data.id.at(-1)]) {
    await session.select(id);
    const { selected, iteration } = await until("train", (e) => e.selected?.id === id, 0);
    const answer = await session.why("answer", null);
    assert.deepEqual([answer.id, answer.iteration, answer.variants], [id, iteration, null]);
    assert.deepEqual([answer.z, answer.a], [selected.z, selected.a]);
    closes(answer);
    const { up, down, others, rest, start } = answer.examples;
    assert.equal(up.length + down.length + others, last("data").test.filter((each) => each === 0).length);
    assert.ok(
      Math.abs(sum([...up, ...down].map(({ share }) => share)) + rest + start + answer.b - answer.z) < 1e-9,
    );
    assert.ok(up.every(({ share }, i) => share > 0 && (i === 0 || share <= up[i - 1].share)));
    assert.ok(down.every(({ share }, i) => share < 0 && (i === 0 || share >= down[i - 1].share)));
  }
  const [bright] = pictures(1, 1, 50);
  await session.probe({ rgb: bright.rgb, px: bright.px });
  await session.select(UNDER_TEST);
  const answer = await session.why("answer", 3);
  assert.equal(answer.id, UNDER_TEST);
  closes(answer);
});

test("a picture that pulls is one of the training set, and a copy of the selected one pulls as it should", async () => {
  const { session, last } = await openTrained();
  const { id, test: tests } = last("data");
  const at = tests.indexOf(0);
  await session.select(id[at]);
  const { examples } = await session.why("answer", null);
  const training = new Set(id.filter((_, i) => tests[i] === 0));
  for (const { id: each } of [...examples.up, ...examples.down]) assert.ok(training.has(each));
});

for (const hidden of [[], [6, 4]])
  test(`variants of ${hidden.length ? "a network" : "a neuron"}: as it is, it is the answer; the test set is that of the page`, async () => {
    const { session, last, until } = await openTrained();
    if (hidden.length) {
      await session.change({ hidden, iterations: 60 });
      const done = until("train", (e) => e.finished && !e.running && e.network);
      await session.play();
      await done;
    }
    await session.select(last("data").id[1]);
    const answer = await session.why("answer", 2);
    assert.deepEqual(answer.variants.map(({ variant }) => variant), VARIANTS); // prettier-ignore
    assert.equal(answer.variants[0].a, answer.a);
    assert.equal(answer.fires?.[1], hidden.length ? 10 : undefined);
    const [same, mirrored, , , , , left] = answer.variants.map(({ rgb }) => rgb);
    assert.deepEqual([...mirrored.slice(0, 3)], [...same.slice(31 * 3, 32 * 3)]);
    assert.deepEqual([...left.slice(0, 3)], [...same.slice(2 * 3, 3 * 3)]);
    const { right, count } = await session.why("tested", "same", 2);
    assert.equal(count, last("data").test.filter((each) => each === 1).length);
    assert.equal(right / count, last("evaluation").testAccuracy);
    assert.ok((await session.why("tested", "no-middle", 2)).right <= count);
  });

test("the test set in a variant: what was begun is stopped, and can be begun again", async () => {
  const { session, last } = await openTrained();
  await session.select(last("data").id[1]);
  await session.why("answer", 2);
  const [found] = await Promise.all([session.why("tested", "same", 2), session.why("stop")]);
  assert.equal(found, null);
  assert.ok((await session.why("tested", "same", 2)).count > 0);
});

test("while training runs, an answer is of one state, and training goes on", async (t) => {
  const { session, until, last } = await openTrained({ iterations: 20 });
  t.after(() => session.pause());
  await session.select(last("data").id[1]);
  await session.why("answer", null); // what answers is there
  await session.change({ iterations: 1e6, speed: 1000 });
  await session.play();
  let before = 0;
  for (let k = 0; k < 5; k++) {
    await until("train", (e) => e.running && e.iteration > before);
    const answer = await session.why("answer", 1);
    if (!answer) continue;
    closes(answer);
    assert.ok(answer.iteration >= before);
    assert.equal(answer.variants[0].a, answer.a, "no iteration between the ledger and its variants");
    before = answer.iteration;
  }
  assert.ok(before > 0);
  await until("train", (e) => e.iteration > before);
  const rests = until("train", (e) => !e.running);
  await session.pause();
  await rests;
  assert.equal(last("notice"), undefined);
});

test("asked while pictures come or go, it says nothing rather than something of before", async () => {
  const { session, last } = await openTrained();
  const { id } = last("data");
  await session.select(id[0]);
  const [answer] = await Promise.all([session.why("answer", 4), session.remove([id[3], id[4]])]);
  if (answer) closes(answer);
  const after = await session.why("answer", 4);
  closes(after);
  await session.empty(1);
  await session.empty(0);
  assert.equal(await session.why("answer", 4), null);
  assert.equal(await session.why("tested", "grey", 4), null);
});

test("the direct engine keeps no shares of training pictures, and its ledger closes as well", async () => {
  const { session, until, last } = await openTrained();
  await session.select(last("data").id[1]);
  await session.change({ engine: "vectorized", iterations: 50 });
  const done = until("train", (e) => e.finished && !e.running && e.engine === "vectorized");
  await session.play();
  await done;
  const answer = await session.why("answer", null);
  assert.equal(answer.examples, null);
  closes(answer);
});
