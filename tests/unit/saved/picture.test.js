// A model in a PNG: out and in again to the last bit, and what lies is refused.
import assert from "node:assert/strict";
import test from "node:test";
import en from "../../../web/page/refused/words.en.js";
import { MAX_UNITS } from "../../../web/core/limits.js";
import { CHUNKS, carriedBy, chunksOf } from "../../../web/pictures/carried/look.js";
import { ribbonHeight, ribbonIn } from "../../../web/pictures/carried/ribbon.js";
import { chunkOf } from "../../../web/saved/picture/chunk.js";
import { WIDTH, faceOf } from "../../../web/saved/picture/face.js";
import { answerOf, fitsPicture, modelIn, modelPng, sizesOf } from "../../../web/saved/picture/model.js";
import { chunk } from "../../../web/saved/png.js";
import { random } from "../shared/reference.js";
import { openSession, openTrained, pictures } from "../training/session-fakes.js";
import { TEXTS } from "./saved-fakes.js";
import { bytesOf, checkPng, instead, joined, png } from "./picture-fakes.js";

/** A model of any numbers that doubles can be, with its picture. @param {number} seed */
function made(seed) {
  const next = random(seed);
  const n_px = 8 + next(9);
  const hidden = Array.from({ length: next(4) }, () => 1 + next(6));
  const n = sizesOf({ n_px, hidden });
  const number = () => (next(2000) / 1000 - 1) * 2 ** (next(40) - 20) * (1 + next(1000) * 2 ** -52);
  const numbers = (/** @type {number} */ length) => Float64Array.from({ length }, number);
  return {
    ...{
      n_px,
      hidden,
      fit: "crop",
      names: ["non-cat", "猫 “\u202e” 🐈"],
      iterations: next(1000),
      m: next(100),
    },
    accuracy: { train: next(1000) / 1000, test: null },
    layers: n.slice(1).map((units, l) => ({ W: numbers(units * n[l]), b: numbers(units) })),
  };
}

/** @param {ReturnType<typeof made>} model */
const fileOf = async (model) => joined(await modelPng(faceOf(model, [], []), model));

test("a model in a picture comes back to the bit, whatever it is", async () => {
  for (let seed = 1; seed <= 30; seed++) {
    const model = made(seed);
    const file = await fileOf(model);
    assert.deepEqual(checkPng(file).types, ["IHDR", "neUr", "IDAT", "IEND"]);
    assert.deepEqual(await modelIn(file), model);
    assert.equal((await carriedBy(png(file)))?.kind, "model");
  }
});

test("the chunk's name is ancillary, private and, of a model alone, safe to copy", () => {
  const small = (/** @type {string} */ name) => [...name].map((c) => c === c.toLowerCase());
  assert.deepEqual(small(CHUNKS.model), [true, true, false, true]);
  assert.deepEqual(small(CHUNKS.sheet), [true, true, false, false]);
});

test("where another program put the chunk is the same", async () => {
  const model = made(3);
  const file = await fileOf(model);
  const [{ from, to }] = chunksOf(file, CHUNKS.model);
  const own = file.slice(from - 8, to + 4);
  const text = chunk("tEXt", [new TextEncoder().encode("Software\0other")]);
  const rest = instead(file, [text]);
  const moved = joined([rest.subarray(0, -12), own, rest.subarray(-12)]);
  assert.deepEqual(await modelIn(moved), model);
});

const TRAINED = [[], [5], [6, 4]];
for (const hidden of TRAINED)
  test(`a model trained here, hidden layers [${hidden}], says the same of every picture`, async () => {
    const { session, until } = await openTrained({ iterations: 50 });
    if (hidden.length > 0) {
      await session.change({ hidden });
      const done = until("train", (e) => e.finished && !e.running);
      await session.play();
      await done;
      await session.removeNeuron(1, 2, true); // the picture has it without
      await until("train", (e) => e.network?.removed?.length > 0 || e.network, 0);
    }
    const { blob } = await session.save(TEXTS, "model-png");
    const file = await bytesOf(/** @type {Blob} */ (blob));
    checkPng(file);
    const model = await modelIn(file);
    assert.deepEqual(
      [model.n_px, model.hidden, model.names, model.iterations],
      [32, hidden, TEXTS.names, 50],
    );
    for (const { rgb } of session.pictures.all()) {
      const told = until("train", (e) => e.probe && !e.preparing);
      await session.probe({ rgb: /** @type {any} */ (rgb), px: 32 });
      const { probe } = await told;
      const own = answerOf(model, /** @type {any} */ (rgb));
      assert.ok(Math.abs(own.a - probe.a) < 1e-9 && Math.abs(own.z - probe.z) < 1e-9, `${own.z} ${probe.z}`);
    }
  });

/** Like chunkOf, with other sizes and sums. @param {(head: DataView, packed: Uint8Array) => void} change */
async function lying(change) {
  const whole = await chunkOf("model", { version: 1 }, [new Uint8Array(8)]);
  const data = whole.slice(8, -4);
  change(new DataView(data.buffer), data);
  return chunk("neUr", [data]);
}

/** @type {Record<string, (file: Uint8Array, model: ReturnType<typeof made>) => Promise<Uint8Array> | Uint8Array>} */
const BAD = {
  "two chunks": (file) =>
    instead(
      file,
      [0, 1].map(() => cut(file)),
    ),
  "a wrong checksum of the chunk": (file) => changedAt(file, (to) => to + 1),
  "a byte of it changed": (file) => changedAt(file, (to) => to - 9),
  "a byte changed, and the outer checksum made right again": (file) => {
    const data = cut(file).slice(8, -4);
    data[1] ^= 1;
    return instead(file, [chunk("neUr", [data])]);
  },
  "4 GB of numbers declared": async (file) =>
    instead(file, [await lying((head) => head.setUint32(8, 2 ** 32 - 1))]),
  "100 MB declared": async (file) => instead(file, [await lying((head) => head.setUint32(8, 1e8))]),
  "60 MB declared, in few bytes": async (file) =>
    instead(file, [await lying((head) => head.setUint32(8, 6e7))]),
  "less declared than there is": async (file) => instead(file, [await lying((head) => head.setUint32(8, 4))]),
  "nothing in it": (file) => instead(file, [chunk("neUr", [])]),
  "what is not packed": (file) => instead(file, [chunk("neUr", [new Uint8Array(100).fill(7)])]),
  "NaN among the weights": async (file, model) => {
    model.layers[0].W[5] = NaN;
    return fileOf(model);
  },
  "an endless weight": async (file, model) => {
    model.layers[0].b[0] = -Infinity;
    return fileOf(model);
  },
  "another size than its numbers": async (file, model) =>
    instead(file, [await saying(model, { n_px: model.n_px + 1 })]),
  "a size that is none": async (file, model) => instead(file, [await saying(model, { n_px: 8.5 })]),
  "too many neurons": async (file, model) =>
    instead(file, [await saying(model, { hidden: [MAX_UNITS + 1] })]),
  "layers that are no list": async (file, model) =>
    instead(file, [await saying(model, { hidden: { length: 0 } })]),
  "no names": async (file, model) => instead(file, [await saying(model, { names: null })]),
  "no version": async (file, model) => instead(file, [await saying(model, { version: undefined })]),
  "words that are none": async (file) => instead(file, [await chunkOf("model", /** @type {any} */ (null))]),
};

/** Its own chunk. @param {Uint8Array} file */
function cut(file) {
  const [{ from, to }] = chunksOf(file, CHUNKS.model);
  return file.slice(from - 8, to + 4);
}

/** @param {Uint8Array} file @param {(to: number) => number} where */
function changedAt(file, where) {
  const bad = file.slice();
  bad[where(chunksOf(file, CHUNKS.model)[0].to)] ^= 0x55;
  return bad;
}

/** @param {ReturnType<typeof made>} model @param {object} other */
function saying({ layers, ...about }, other) {
  const numbers = layers.flatMap(({ W, b }) => [new Uint8Array(W.buffer), new Uint8Array(b.buffer)]);
  return chunkOf("model", { version: 1, ...about, ...other }, numbers);
}

for (const [what, make] of Object.entries(BAD))
  test(`a model with ${what} is refused in one sentence, and what was there stays`, async () => {
    const world = await openSession();
    await world.session.start();
    const model = made(2);
    const good = await fileOf(model);
    await world.session.addFiles([png(good)], 1);
    const heard = world.events.length;
    const bad = await make(good, model);
    assert.notDeepEqual(bad, good);
    const { refused, added, opened } = await world.session.addFiles([png(bad)], 1);
    assert.deepEqual([refused, added, opened], [[{ name: "model.png", code: "saved-damaged", inside: "neUr" }], 0, undefined]); // prettier-ignore
    assert.equal(world.last("data").source, "drawn");
    assert.ok(
      !world.events.slice(heard).some(({ type, about }) => type === "brought" && about !== undefined),
      "the one brought before stays",
    );
  });

test("a newer version is said to be one", async () => {
  const model = made(2);
  const file = instead(await fileOf(model), [await saying(model, { version: 2 })]);
  const world = await openSession();
  const { refused } = await world.session.addFiles([png(file)], null);
  assert.deepEqual(refused, [{ name: "model.png", code: "carried-newer" }]);
  for (const code of ["carried-newer", "carried-lost", "saved-damaged", "saved-alone"])
    assert.ok(`refused.${code}` in en);
});

test("brought, it answers for what is tested, beside the one that is trained, until it is sent away", async () => {
  const world = await openTrained();
  const { session, last, until } = world;
  const { blob } = await session.save(TEXTS, "model-png");
  const visitor = await openSession();
  await visitor.session.start();
  const [{ rgb }] = pictures(1, 1, 40);
  await visitor.session.probe({ rgb, px: 32 });
  const before = visitor.last("data");
  const { opened, refused } = await visitor.session.addFiles([png(await bytesOf(blob))], 0);
  assert.deepEqual(refused, []);
  assert.deepEqual(opened.brought.names, TEXTS.names);
  assert.equal(visitor.events.findLast((e) => e.type === "brought" && e.about).about.w.length, 3 * 32 * 32);
  const asked = until("train", (e) => e.probe);
  await session.probe({ rgb, px: 32 });
  const { a } = (await asked).probe;
  assert.ok(Math.abs(visitor.events.findLast(({ answer }) => answer).answer.a - a) < 1e-12);
  assert.deepEqual(visitor.last("data").id, before.id);
  assert.equal(visitor.events.findLast(({ here }) => here).here.n, 250);
  await session.addFiles([png(await bytesOf(blob))], null); // where it learned
  const { accuracy, testAccuracy } = world.events.findLast(
    ({ type, accuracy }) => type === "train" && accuracy >= 0,
  );
  const { m, m_test } = last("data");
  assert.deepEqual(world.events.findLast(({ here }) => here).here, { n: 12, right: Math.round(accuracy * m + testAccuracy * m_test) }); // prettier-ignore
  assert.equal(last("train").iteration, 300, "what is trained here goes on");
  await session.change({ n_px: 64 }); // its pictures are made for it
  assert.equal(last("data").n_px, 64);
  assert.equal(world.events.findLast(({ here }) => here).here.n, 12);
  await visitor.session.probe(null);
  assert.equal(visitor.events.findLast(({ answer }) => answer !== undefined).answer, null);
  await visitor.session.dismiss();
  assert.equal(visitor.last("brought").about, null);
  const { length } = visitor.events;
  await visitor.session.probe({ rgb, px: 32 });
  assert.ok(!visitor.events.slice(length).some(({ type }) => type === "brought"));
});

test("under test, a picture with a model is the model; a sheet is not", async () => {
  const { session, last } = await openTrained();
  const [model, sheet] = await Promise.all(["model-png", "sheet"].map((kind) => session.save(TEXTS, /** @type {any} */ (kind)))); // prettier-ignore
  assert.deepEqual(await session.probeFile(png(await bytesOf(/** @type {Blob} */ (model.blob)))), {
    brought: true,
  });
  assert.ok(last("brought").here.n > 0);
  /** @type {any} */
  const answer = await session.probeFile(png(await bytesOf(/** @type {Blob} */ (sheet.blob)), "sheet.png"));
  assert.deepEqual(answer.refused, { name: "sheet.png", code: "saved-alone" });
});

test("with other files neither is taken", async () => {
  const { session } = await openTrained();
  const { blob } = await session.save(TEXTS, "sheet");
  const { refused, added } = await session.addFiles([...pictures(2, 1), png(await bytesOf(/** @type {Blob} */ (blob)))], 1); // prettier-ignore
  assert.deepEqual([refused.map(({ code }) => code), added], [["saved-alone"], 0]);
});

test("before anything was learned there is no picture of it, and a network too large for one is not saved", async () => {
  const { session } = await openSession();
  await session.start();
  const { blob, refused } = await session.save(TEXTS, "model-png");
  assert.deepEqual([blob, refused?.code], [null, "saved-untrained"]);
  assert.ok(fitsPicture({ n_px: 64, hidden: [256] }));
  assert.ok(!fitsPicture({ n_px: 128, hidden: [256] }));
});

/** As a messenger sends it on: smaller, and its numbers are not what they were. @param {any} face @param {number} width
 *  @param {number} noise */
function sentOn({ rgb, ...from }, width, noise) {
  const height = Math.round((from.height * width) / from.width);
  const next = random(width);
  const rgba = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) {
        const at = Math.floor((y * from.height) / height) * from.width + Math.floor((x * from.width) / width);
        rgba[4 * (y * width + x) + c] = Math.max(
          0,
          Math.min(255, rgb[3 * at + c] + next(2 * noise + 1) - noise),
        );
      }
  return { rgba, width, height };
}

test("the ribbon outlives being made smaller and noisy; pictures without one have none", () => {
  const face = faceOf(made(5), [], []);
  assert.equal(face.width, WIDTH);
  for (const width of [WIDTH, 1600, 480, 333, 160])
    for (const noise of [0, 30, 60])
      assert.equal(ribbonIn(sentOn(face, width, noise)), "model", `${width} ${noise}`);
  const { rgb, height } = face;
  const without = {
    ...face,
    height: height - ribbonHeight(WIDTH),
    rgb: rgb.subarray(0, -3 * WIDTH * ribbonHeight(WIDTH)),
  };
  assert.equal(ribbonIn(sentOn(without, WIDTH, 0)), null);
  const next = random(1);
  for (let k = 0; k < 300; k++) {
    const rgba = Uint8Array.from(
      { length: 4 * 128 * 40 },
      (_, i) => ((i >> 4) & 1 ? 255 : 0) ^ (next(2) * 255),
    );
    assert.equal(ribbonIn({ rgba, width: 128, height: 40 }), null);
  }
});
