// Undo and redo: whatever was done to the pictures is one step; back and forth, what is there, what is stored and what
// was learned are what they were.
import assert from "node:assert/strict";
import test from "node:test";
import { isDeepStrictEqual } from "node:util";
import { random } from "../shared/reference.js";
import { badFile, leftBy, openSession, openTrained, part, picture, pictures } from "./session-fakes.js";

/** @typedef {Awaited<ReturnType<typeof openSession>>} World */

const SMALL = { meta: { source: "drawn", settings: { n_px: 32 } } };

/** @param {any} data */
const summary = ({ source, names, id, y, test: isTest, n_px, share, sizes, missing, settings }) => ({
  ...{ source, names, id: [...id], y: [...y], test: [...isTest], n_px, share, sizes, missing },
  settings: [settings.n_px, settings.share],
});

/** All that a step may change: what the page is told, the pixels, and what is stored. @param {World} world */
async function everything({ session, store, last }) {
  const { meta } = store;
  const [data, ids] = [summary(last("data")), [...last("data").id]];
  return structuredClone({
    data,
    files: await session.names(ids),
    pixels: (await session.pixels(ids)).rgb,
    kept: [...store.kept.values()].sort((a, b) => a.id - b.id),
    set: [meta.source, meta.names, meta.settings?.n_px, meta.settings?.share],
  });
}

/** What is stored is what is there. @param {Awaited<ReturnType<typeof everything>>} all */
function assertKept({ data, kept, set }) {
  const own = data.source === "drawn" ? [] : data.id;
  assert.deepEqual(
    kept.map(({ id }) => id),
    own,
  );
  if (own.length) assert.deepEqual(kept.map(({ y }) => y), data.y); // prettier-ignore
  assert.deepEqual(set.slice(0, 2), [data.source, data.names]);
  assert.deepEqual(set.slice(2), [data.n_px, data.share]);
}

/** A command made up. @param {World} world @param {(n: number) => number} next whole number below n @param {number} k */
function anything({ session, last }, next, k) {
  const { id } = last("data");
  const y = /** @type {0 | 1} */ (next(2));
  const some = Array.from(id).filter(() => next(6) === 0);
  const files = [...pictures(1 + next(3), y, 10 * k), ...(next(3) === 0 ? [badFile(`bad ${k}`)] : [])];
  const set = [part(next(2) === 0, 4, 40, k), ...(next(2) ? [part(false, 3, 40, k + 1)] : [])];
  const commands = [
    () => session.addFiles(files, y),
    () => session.addFiles(files, y),
    () => session.addPixels(picture("", { seed: k, px: 64 }).rgb, 64, y, `drawing ${k}`),
    () => session.addFiles([badFile("none.txt")], y),
    () => session.remove(some),
    () => session.relabel(some, y),
    () => session.empty(y),
    () => session.setNames([undefined, next(3) ? `name ${k}` : ""]),
    () => session.loadDrawn(),
    () => session.addFiles([{ name: `${k}.h5`, h5: set, names: [`a${k}`, "b"] }], null),
    () => session.change({ n_px: [32, 64][next(2)] }),
    () => session.change({ share: [0.2, 0.5, "own"][next(3)] }),
  ];
  return commands[next(commands.length)]();
}

for (const seed of [1, 2])
  test(`200 rounds of changes, undo and redo made up from seed ${seed}, against a list of all that was there`, async () => {
    const world = await openSession(SMALL);
    const { session, last } = world;
    await session.start();
    const next = random(seed);
    /** @type {any[]} */
    const [moments, at] = [[await everything(world)], { now: 0 }];
    let steps = 0;
    for (let k = 1; k <= 200; k++) {
      const way = next(10);
      if (way < 3) {
        await session.undo();
        at.now = Math.max(0, at.now - 1);
      } else if (way < 5) {
        await session.redo();
        at.now = Math.min(moments.length - 1, at.now + 1);
      } else {
        await anything(world, next, k);
        const now = await everything(world);
        const { data, files, pixels } = moments[at.now];
        if (!isDeepStrictEqual([now.data, now.files, now.pixels], [data, files, pixels])) {
          moments.splice(++at.now, Infinity, now);
          steps++;
        }
      }
      const all = await everything(world);
      if (at.now > 0) assertKept(all);
      assert.deepEqual(all.data, moments[at.now].data, `round ${k}`);
      assert.ok(isDeepStrictEqual(all.kept, moments[at.now].kept), `stored, round ${k}`);
      assert.ok(isDeepStrictEqual(all.pixels, moments[at.now].pixels), `pixels, round ${k}`);
      assert.deepEqual(all.files, moments[at.now].files, `names, round ${k}`);
      const { undo, redo } = last("data");
      assert.deepEqual(
        [undo !== null, redo !== null],
        [at.now > 0, at.now < moments.length - 1],
        `round ${k}`,
      );
      if (k % 20 !== 0) continue;
      const later = await openSession(leftBy(world));
      await later.session.start();
      const found = summary(later.last("data"));
      // Drawn pictures are not stored: the whole set is found, or what stands in the place of none.
      if (all.data.source === "drawn" || all.data.id.length === 0) assert.equal(found.source, "drawn");
      else assert.deepEqual(found, all.data, `reloaded in round ${k}`);
    }
    assert.ok(steps > 40 && moments.length < 50, `${steps} steps, ${moments.length} at the end`);
  });

test("fifty steps back and forth; the one before them is forgotten", async () => {
  const world = await openSession(SMALL);
  const { session, last } = world;
  await session.start();
  const counts = () => last("data").counts[1];
  for (let k = 0; k < 53; k++) await session.addFiles(pictures(1, 1, k), 1);
  for (let k = 0; k < 60; k++) await session.undo();
  assert.deepEqual([counts(), last("data").undo, world.store.kept.size], [3, null, 3]);
  for (let k = 0; k < 60; k++) await session.redo();
  assert.deepEqual([counts(), last("data").redo, world.store.kept.size], [53, null, 53]);
  await session.undo();
  await session.setNames(["a", "b"]);
  await session.redo();
  assert.deepEqual(
    [counts(), last("data").redo],
    [52, null],
    "after another change there is nothing to redo",
  );
});

test("many files are one step, those of which the rest was stopped as well", async () => {
  const { session, last, until, store } = await openSession(SMALL);
  await session.start();
  await session.setNames(["Hund", "Katze"]);
  const file = picture("same.png", { px: 8 });
  const many = Array.from({ length: 3000 }, () => file);
  await session.addFiles(many, 1);
  const { undo, counts } = last("data");
  assert.deepEqual([counts[1], undo.code, undo.count, undo.y], [3000, "first", 3000, 1]);
  const adding = session.addFiles(many, 0);
  await until("adding", ({ done }) => done >= 100);
  await session.stopAdding();
  const { added, stopped, step } = await adding;
  assert.ok(stopped && added >= 100 && added < 3000, `${added}`);
  assert.deepEqual(
    [last("data").undo.code, last("data").undo.count, last("data").undo.id],
    ["added", added, step],
  );
  await session.undo();
  assert.deepEqual([last("data").counts, store.kept.size], [[0, 3000], 3000]);
  await session.undo();
  assert.deepEqual(
    [last("data").source, last("data").names, store.kept.size],
    ["drawn", ["Hund", "Katze"], 0],
  );
});

test("each step says what it did, and to which class", async () => {
  const { session, last } = await openSession(SMALL);
  await session.start();
  const said = async (/** @type {Promise<any>} */ command) => {
    await command;
    const { code, count, y, name, value } = last("data").undo;
    return [code, count, y, name?.given, ...(code === "size" || code === "share" ? [value] : [])];
  };
  await session.setNames(["dogs", "cats"]);
  assert.deepEqual(await said(session.addFiles(pictures(2, 0), 0)), ["first", 2, 0, "dogs"]);
  assert.deepEqual(await said(session.addFiles(pictures(5, 1), 1)), ["added", 5, 1, "cats"]);
  const [a, b, c] = last("data").id;
  assert.deepEqual(await said(session.relabel([a, c], 1)), ["relabelled", 1, 1, "cats"]);
  assert.deepEqual(await said(session.remove([b, c])), ["removed", 2, null, undefined]);
  assert.deepEqual(await said(session.setNames([undefined, "Miez"])), ["named", 0, 1, "Miez"]);
  assert.deepEqual(await said(session.change({ n_px: 64 })), ["size", 0, null, undefined, 64]);
  assert.deepEqual(await said(session.change({ share: 0.4 })), ["share", 0, null, undefined, 0.4]);
  assert.deepEqual(await said(session.empty(1)), ["emptied", 5, 1, "Miez"]);
  assert.deepEqual(await said(session.addFiles([{ name: "x.h5", h5: [part(false, 6, 32)] }], null)), ["set", 6, null, undefined]); // prettier-ignore
  assert.deepEqual(await said(session.loadDrawn()), ["drawn", 250, null, undefined]);
});

// --- what was learned ------------------------------------------------------------------------

const rest = (
  /** @type {World} */ { until, events },
  more = (/** @type {any} */ _e) => true,
  from = events.length,
) => until("train", (e) => !e.running && e.engine && !e.preparing && more(e), from);

/** @param {any} event */
function numbers({
  iteration,
  end,
  cost,
  testCost,
  accuracy,
  testAccuracy,
  b,
  w,
  engine,
  spentMs,
  shownMs,
  network,
}) {
  return {
    iteration,
    end,
    cost,
    testCost,
    accuracy,
    testAccuracy,
    b,
    w,
    engine,
    choiceMs: [spentMs > 0, shownMs],
    W: network?.W,
  };
}

/** The costs that the page has. @param {any[]} events */
function costsOf(events) {
  /** @type {[number[], number[]]} */
  let [train, tests] = [[], []];
  for (const { type, from, costs, testCosts } of events) {
    if (type !== "train") continue;
    train = [...train.slice(0, from), ...costs];
    tests = [...tests.slice(0, from), ...testCosts];
  }
  return { train, tests };
}

/** @type {Record<string, (world: World) => Promise<any>>} */
const CHANGES = {
  files: ({ session }) => session.addFiles(pictures(3, 1, 40), 1),
  pad: ({ session }) => session.addPixels(picture("", { px: 32 }).rgb, 32, 0, "pad"),
  deleted: ({ session, last }) => session.remove([last("data").id[0], last("data").id[7]]),
  moved: ({ session, last }) => session.relabel([last("data").id[1]], 1),
  emptied: ({ session }) => session.empty(0),
  drawn: ({ session }) => session.loadDrawn(),
  set: ({ session }) => session.addFiles([{ name: "a.h5", h5: [part(false, 6, 20)] }], null),
  size: ({ session }) => session.change({ n_px: 64 }),
  share: ({ session }) => session.change({ share: 0.5 }),
};

for (const how of [{ engine: "auto" }, { engine: "vectorized" }, { engine: "vectorized", hidden: [4] }])
  test(`${JSON.stringify(how)}: after a change and its undo, what was learned is there, to the last bit`, async () => {
    for (const [name, change] of Object.entries(CHANGES)) {
      const world = await openTrained({ iterations: 20 });
      const { session, last, events, store } = world;
      // Gaps among the places, and some filled again out of order.
      await session.remove([...last("data").id].slice(2, 5));
      await session.addFiles(pictures(2, 0, 70), 0);
      await session.change(how);
      let at = rest(world, (e) => e.iteration === 20);
      await session.play();
      await at;
      const [before, costs, learned] = [numbers(last("train")), costsOf(events), store.learned];
      await change(world);
      const from = events.length;
      await session.undo();
      await rest(world, (e) => e.iteration === 20, from);
      assert.deepEqual(numbers(last("train")), before, name);
      assert.deepEqual(costsOf(events), costs, name);
      assert.deepEqual({ ...store.learned, spentMs: 0 }, { ...learned, spentMs: 0 }, `${name}: stored again`);
      // It goes on with the digits of one that was never interrupted.
      const other = await openSession({ ...leftBy(world), learned });
      await other.session.start();
      await rest(other, () => true, 0);
      for (const each of [world, other]) {
        await each.session.change({ iterations: 40, speed: Infinity });
        at = rest(each, (e) => e.iteration === 40);
        await each.session.play();
        await at;
      }
      const said = [world, other].map((each) => ({ ...numbers(each.last("train")), choiceMs: [] }));
      assert.deepEqual(said[0], said[1], name);
    }
  });

test("what was learned after a change comes back with a redo, what was learned before it with an undo", async () => {
  const world = await openTrained({ iterations: 20 });
  const { session, last, events } = world;
  const before = numbers(last("train"));
  await session.addFiles(pictures(3, 1, 40), 1);
  await session.change({ iterations: 30 });
  const done = rest(world, (e) => e.iteration === 30);
  await session.play();
  await done;
  const after = numbers(last("train"));
  for (const [way, t, wanted] of /** @type {const} */ ([
    ["undo", 20, before],
    ["redo", 30, after],
    ["undo", 20, before],
  ])) {
    // prettier-ignore
    const from = events.length;
    await session[way]();
    await rest(world, (e) => e.iteration === t, from);
    assert.deepEqual(numbers(last("train")), wanted, way);
  }
});

test("trained another way meanwhile, or reset: then nothing of before comes back", async () => {
  const world = await openTrained({ iterations: 20 });
  const { session, events } = world;
  await session.addFiles(pictures(3, 1, 40), 1);
  await session.change({ engine: "loop" });
  let from = events.length;
  await session.undo();
  assert.deepEqual((await rest(world, () => true, from)).end, 0);
  const other = await openTrained({ iterations: 20 });
  await other.session.reset();
  await other.session.addFiles(pictures(3, 1, 40), 1);
  from = other.events.length;
  await other.session.undo();
  assert.deepEqual((await rest(other, () => true, from)).end, 0);
});

test("new data never stand beside numbers of a training that was dropped", async () => {
  for (const [name, change] of Object.entries(CHANGES)) {
    const world = await openTrained({ iterations: 20 });
    const { session, events } = world;
    await change(world);
    await session.undo();
    await session.redo();
    await rest(world, () => true, 0);
    /** What a page would have. @type {{data: any, train: any, since: any}} */
    const page = { data: null, train: null, since: null };
    let changes = 0;
    for (const event of events) {
      const train = event.type === "train" ? event : event.train;
      if (train) Object.assign(page, { train, since: null });
      if (event.type !== "data") continue;
      const [now, before] = [event, page.data].map((data) => data && { ...summary(data), names: null });
      page.data = event;
      if (!before || JSON.stringify(now) === JSON.stringify(before)) continue;
      changes++;
      assert.equal(page.train?.engine ?? null, null, `${name}: data ${changes} beside a training`);
    }
    assert.ok(changes >= 5, name);
  }
});
