// Saved, opened elsewhere, gone on with: the same pictures, the same digits.
import assert from "node:assert/strict";
import test from "node:test";
import { zip } from "../shared/zip.js";
import { random } from "../shared/reference.js";
import { leftBy, openSession, openTrained, part, picture, pictures } from "../training/session-fakes.js";
import { filesIn, save, settingsIn } from "./saved-fakes.js";

/** @typedef {Awaited<ReturnType<typeof openSession>>} World */

const rest = ({ until, events }, more = (_) => true, from = events.length) =>
  until("train", (e) => !e.running && e.engine && !e.preparing && more(e), from);

/** Trains up to `iterations`. @param {World} world */
async function train(world, iterations, settings = {}) {
  await world.session.change({ ...settings, iterations, speed: Infinity });
  const done = rest(world, (e) => e.iteration === iterations);
  await world.session.play();
  return done;
}

/** What a state says, but not how long it took. */
function said({ iteration, end, cost, testCost, accuracy, testAccuracy, b, w, engine, network }) {
  const net = network && { n: network.n, removed: network.removed, W: network.W, fires: network.fires };
  return { iteration, end, cost, testCost, accuracy, testAccuracy, b, w, engine, net };
}

/** Pictures in the order of the page, without their ids. @param {World} world */
const shown = ({ session: { pictures: all } }) =>
  all.all().map((each) => {
    const { y, test: own, name, px, rgb, h5, drawn } = each;
    return { y, own, name, px, rgb: rgb && Buffer.from(rgb), h5: h5 === true, drawn, part: all.part(each) };
  });
const about = ({ source, names, share, n_px }) => ({ source, names, share, n_px });

/** Another browser. @param {File} file @param {any} [stored] */
async function openedBy(file, stored) {
  const world = await openSession(stored ?? { meta: { source: "drawn", settings: { n_px: 32 } } });
  await world.session.start();
  const result = await world.session.addFiles([file], null);
  return { world, result };
}

const WAYS = [
  { engine: "loop" },
  { engine: "vectorized" },
  { engine: "gram" },
  { engine: "vectorized", hidden: [5, 3] },
  { engine: "gram", hidden: [4], batch: 3, seed: 7 },
];

for (const way of WAYS)
  test(`${JSON.stringify(way)}: goes on elsewhere with the digits of an uninterrupted run`, async () => {
    const one = await openTrained();
    await train(one, 25, way);
    await one.session.change({ alpha: 0.002 });
    await train(one, 40);
    const { world: two, result } = await openedBy(await save(one.session));
    assert.deepEqual(result.refused, []);
    assert.deepEqual(result.opened, { name: "saved.zip", n: 12, iteration: 40, notes: [] });
    const there = await rest(two, (e) => e.iteration === 40, 0);
    assert.deepEqual(said(there), said(one.last("train")));
    assert.deepEqual(shown(two), shown(one));
    assert.deepEqual(about(two.session.pictures), about(one.session.pictures));
    const [p, q] = [await train(one, 70), await train(two, 70)];
    assert.deepEqual(said(q), said(p));
    for (const t of [10, 30, 0]) {
      const seeks = [one, two].map((world) => rest(world, (e) => e.iteration === t));
      for (const { session } of [one, two]) await session.seek(t);
      assert.deepEqual(said(await seeks[1]), said(await seeks[0]));
    }
  });

test("neurons taken out and a state gone back to are as they were", async () => {
  const one = await openTrained();
  await train(one, 30, { hidden: [5] });
  let there = rest(one, (e) => e.network.removed.length === 1);
  await one.session.removeNeuron(1, 2, true);
  await there;
  await train(one, 45);
  there = rest(one, (e) => e.iteration === 38);
  await one.session.seek(38);
  await there;
  const file = await save(one.session);
  const { taken_out: out, end } = settingsIn(await filesIn(file)).training;
  assert.deepEqual(out, [{ from: 30, layer: 1, neuron: 3, out: true }]);
  assert.equal(end, 45);
  const { world: two } = await openedBy(file);
  assert.deepEqual(said(await rest(two, (e) => e.iteration === 38, 0)), said(one.last("train")));
});

test("what was there before is there again after Undo, its training and settings too; and Redo", async () => {
  const one = await openTrained();
  await train(one, 50, { hidden: [3], alpha: 0.01, engine: "gram" });
  const file = await save(one.session);
  const two = await openTrained({ iterations: 80 });
  await two.session.setNames(["b", "a"]);
  await train(two, 90, { engine: "vectorized" });
  const before = {
    said: said(two.last("train")),
    shown: shown(two),
    settings: { ...two.last("data").settings, iterations: 90, engine: "vectorized" },
  };
  let from = two.events.length;
  const result = await two.session.addFiles([file], 1);
  assert.equal(result.opened.iteration, 50);
  assert.equal(two.last("data").undo.code, "opened");
  assert.equal(two.last("data").settings.alpha, 0.01);
  const opened = said(await rest(two, (e) => e.iteration === 50, from));
  from = two.events.length;
  await two.session.undo();
  assert.deepEqual(said(await rest(two, (e) => e.iteration === 90, from)), before.said);
  assert.deepEqual(shown(two), before.shown);
  assert.deepEqual(two.last("data").settings, before.settings);
  from = two.events.length;
  await two.session.redo();
  assert.deepEqual(said(await rest(two, (e) => e.iteration === 50, from)), opened);
  assert.deepEqual(shown(two), shown(one));
});

test("opened, it is stored: a reload finds pictures, split and what was learned", async () => {
  const one = await openTrained();
  await one.session.remove([2, 9]); // slots are filled again in another order than that of the ids
  await one.session.addFiles(pictures(3, 1, 40), 1);
  await train(one, 20, { engine: "gram" });
  const { world: two } = await openedBy(await save(one.session));
  const there = await rest(two, (e) => e.iteration === 20, 0);
  const three = await openSession(leftBy(two));
  await three.session.start();
  assert.deepEqual(said(await rest(three, (e) => e.iteration === 20, 0)), said(there));
  assert.deepEqual(shown(three), shown(one));
  assert.deepEqual(said(await train(three, 60)), said(await train(one, 60)));
});

test("the drawn set, changed and trained", async () => {
  const one = await openSession({ meta: { source: "drawn", settings: { n_px: 32 } } });
  await one.session.start();
  const ids = one.session.pictures.all().map(({ id }) => id);
  await one.session.remove(ids.slice(0, 10));
  await one.session.relabel([ids[20]], 1);
  await train(one, 15, { engine: "gram" });
  const { world: two, result } = await openedBy(await save(one.session));
  assert.equal(result.opened.n, 240);
  assert.deepEqual(said(await rest(two, (e) => e.iteration === 15, 0)), said(one.last("train")));
  assert.deepEqual(shown(two), shown(one));
  await two.session.undo();
  assert.equal(two.session.pictures.count, 250);
});

test("random sets: every byte, name, class, part and place comes back", async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const next = random(seed);
    const one = await openSession({ meta: { source: "drawn", settings: { n_px: 32 } } });
    await one.session.start();
    if (seed % 3 === 0)
      await one.session.addFiles([{ name: "a.h5", h5: [part(false, 4 + next(6), 24, seed), part(true, 4, 24, seed)] }], null); // prettier-ignore
    const names = [
      "same.png",
      "SAME.jpg",
      "",
      "..",
      "a/b\\c.png",
      "CON.png",
      "😀\ud83d.webp",
      "\u202egnp.png",
      ".hidden",
    ];
    for (const y of /** @type {const} */ ([0, 1])) {
      const list = Array.from({ length: 3 + next(8) }, (_, i) => {
        const px = [1, 8, 32, 77, 128][next(5)];
        return picture(names[next(names.length)] || `n${i}`, {
          seed: seed * 100 + i + 50 * y,
          bright: y,
          px,
        });
      });
      await one.session.addFiles(list, y);
    }
    await one.session.setNames([["", "con", "a/b"][next(3)], ["", "CON", "狗"][next(3)]]);
    const all = one.session.pictures.all();
    await one.session.remove(all.filter(() => next(4) === 0).map(({ id }) => id).slice(0, 3)); // prettier-ignore
    await one.session.change({
      n_px: [32, 64, 128][next(3)],
      share: [0, 0.2, 0.5][next(3)],
      seed: 1 + next(99),
    });
    const { world: two, result } = await openedBy(await save(one.session));
    assert.deepEqual(result.refused, [], `seed ${seed}`);
    assert.deepEqual(shown(two), shown(one), `seed ${seed}`);
    assert.deepEqual(about(two.session.pictures), about(one.session.pictures), `seed ${seed}`);
  }
});

test("a folder unzipped from it, and one zipped again, are the same", async () => {
  const one = await openTrained();
  const files = await filesIn(await save(one.session));
  const list = [...files].map(
    ([path, bytes]) => new File([/** @type {any} */ (bytes)], /** @type {string} */ (path.split("/").at(-1))),
  );
  const two = await openSession();
  await two.session.start();
  const result = await two.session.addFiles(
    list,
    null,
    [...files.keys()].map((path) => `mine/${path}`),
  );
  assert.deepEqual(result.opened, { name: "mine", n: 12, iteration: 300, notes: [] });
  assert.deepEqual(shown(two), shown(one));
  const again = zip([...files].map(([path, data]) => ({ name: `mine/${path}`, data })));
  const { world: three, result: other } = await openedBy(new File([again], "anything"));
  assert.equal(other.opened.iteration, 300);
  assert.deepEqual(shown(three), shown(one));
});

test("500 own pictures and a trained network: saved and opened in time", async (t) => {
  const one = await openSession({ meta: { source: "drawn", settings: { n_px: 64 } } });
  await one.session.start();
  for (const y of /** @type {const} */ ([0, 1]))
    await one.session.addFiles(Array.from({ length: 250 }, (_, i) => picture(`${i}.png`, { seed: i + 1 + 500 * y, bright: y })), y); // prettier-ignore
  await train(one, 30, { hidden: [16], engine: "gram" });
  let began = performance.now();
  const file = await save(one.session);
  t.diagnostic(`saved in ${Math.round(performance.now() - began)} ms, ${file.size} bytes`);
  began = performance.now();
  const { world: two, result } = await openedBy(file);
  t.diagnostic(`opened in ${Math.round(performance.now() - began)} ms`);
  assert.equal(result.opened.n, 500);
  assert.deepEqual(shown(two), shown(one));
});

test("mirrored copies know their originals again", async () => {
  const one = await openTrained();
  await one.session.mirror();
  await train(one, 20);
  const { world: two } = await openedBy(await save(one.session));
  assert.deepEqual(said(await rest(two, (e) => e.iteration === 20, 0)), said(one.last("train")));
  /** Names of copies and of what they are copies of. @param {World} world */
  const pairs = ({ session: { pictures: all } }) =>
    all.all().flatMap(({ name, of }) => (of === undefined ? [] : [[name, all.get(of)?.name]]));
  assert.ok(pairs(two).length >= 8 && pairs(two).every(([copy, name]) => copy === `${name} ⇄`));
  assert.deepEqual(pairs(two), pairs(one));
  for (const { session } of [one, two]) await session.change({ share: 0.5 });
  assert.deepEqual(shown(two), shown(one));
});
