// Runs in the saved file: any list comes back as it was; one that lies makes the file one that is not taken; a file without
// one opens as before.
import assert from "node:assert/strict";
import test from "node:test";
import { arrived, runsText, savedRuns } from "../../../web/saved/runs.js";
import { thinned } from "../../../web/training/runs/curve.js";
import { random } from "../shared/reference.js";
import { zip } from "../shared/zip.js";
import { openSession, openTrained } from "../training/session-fakes.js";
import { filesIn, save } from "./saved-fakes.js";

const DRAWN = 2 ** 31;

/** A run of anything, on pictures 5 .. 5 + n, or drawn ones. @param {(n: number) => number} next */
function anyRun(next, id) {
  const number = () => (next(10) === 0 ? NaN : next(2 ** 30) / 7 / 2 ** next(40));
  const n = 2 + next(6);
  const first = next(2) ? 5 : DRAWN;
  const hidden = Array.from({ length: next(4) }, () => 1 + next(9));
  const end = 1 + next(900);
  const cuts = [...new Set([next(end), next(end), end])].filter(Boolean).sort((p, q) => p - q);
  const alphas = cuts.map((to, i) => ({
    from: cuts[i - 1] ?? 0,
    to,
    alpha: (1 + next(999)) / 2 ** next(30),
  }));
  const costs = Float64Array.from({ length: end + 1 }, number);
  const test = Uint8Array.from({ length: n }, (_, i) => (i ? next(2) : 0));
  const m = test.filter((v) => v === 0).length;
  return {
    id,
    name: next(2) ? `“${next(1000)}”, <b>\n"` : null,
    source: {
      id: Uint32Array.from({ length: n }, (_, i) => first + i),
      y: test.map(() => next(2)),
      test,
      n_px: 32,
    },
    ...{ share: next(2) ? "own" : next(9) / 10, m, m_test: n - m, engine: "gram" },
    ...{ made: { engine: "auto", hidden, seed: 1 + next(99), batch: next(64) }, choice: null },
    ...{ iterations: 1 + next(5000), alphas, end, cost: costs[end], testCost: number() },
    removals: hidden.length ? [[next(end), 1, next(hidden[0]), true]] : [],
    ...{ accuracy: next(100) / 99.5, testAccuracy: NaN, curve: thinned(costs, costs.slice().reverse()) },
  };
}

const inFile = (/** @type {string | null} */ text) => ({
  name: "x.zip",
  said: {},
  at: (path) =>
    text !== null && path === "runs.json"
      ? { size: text.length, read: async () => new TextEncoder().encode(text) }
      : null,
});
/** @type {any} */
const five = { kept: () => Array.from({ length: 6 }, (_, i) => ({ id: 5 + i })) }; // 5 .. 10 are there, 11 and 12 are gone

test("any list comes back as it was, its pictures under their new ids", async () => {
  const next = random(11);
  for (let round = 0; round < 60; round++) {
    const list = Array.from({ length: next(6) }, (_, i) => anyRun(next, i + 1));
    const back = arrived(await savedRuns(inFile(runsText(/** @type {any} */ (list), five))), 105);
    const id = (/** @type {number} */ v) => (v >= DRAWN ? v : v <= 10 ? v + 100 : 2 ** 32 - 1);
    assert.deepEqual(
      back,
      list.map((run) => ({
        ...run,
        name: run.name && run.name.trim(),
        source: { ...run.source, id: run.source.id.map(id) },
      })),
    );
  }
});

/** @type {Record<string, (plain: any) => void>} */
const LIES = {
  "a run that ends elsewhere": ({ runs }) => (runs[0].end += 1),
  "a rate below 0": ({ runs }) => (runs[0].alphas[0].alpha = -1),
  "a gap between the rates": ({ runs }) => (runs[0].alphas[0].from = 1),
  "pictures that are not there": ({ runs }) => (runs[0].source = 7),
  "another class": ({ sources }) => (sources[0].y[0] = 2),
  "labels of other length": ({ sources }) => sources[0].y.pop(),
  "a curve that goes back": ({ runs }) => runs[0].curve.t.reverse(),
  "words for J": ({ runs }) => (runs[0].cost = "low"),
  "an accuracy above 1": ({ runs }) => (runs[0].accuracy = 1.5),
  "no engine": ({ runs }) => (runs[0].engine = "magic"),
  "layers that are none": ({ runs }) => (runs[0].made.hidden = { length: 2 }),
  "too many runs": (plain) => (plain.runs = Array(51).fill(plain.runs[0])),
  "no lists": (plain) => (plain.runs = 3),
};

test("a list that lies makes one sentence, and everything that was there stays", async () => {
  const one = await openTrained({ iterations: 20 });
  await one.session.reset();
  await one.session.runs("make", [{ alpha: 0.01 }, { alpha: 0.1 }]);
  const files = await filesIn(await save(one.session));
  const text = new TextDecoder().decode(files.get("runs.json"));
  const others = [...files].filter(([name]) => name !== "runs.json").map(([name, data]) => ({ name, data }));
  const withRuns = (/** @type {{name: string, data: string}[]} */ ...runs) =>
    new File([zip([...others, ...runs])], "bad.zip");
  const two = await openTrained({ iterations: 10 });
  const before = two.session.pictures.all();
  const bad = [...Object.values(LIES), null].map((change) => {
    if (!change) return text.slice(0, 100);
    const plain = JSON.parse(text);
    change(plain);
    return JSON.stringify(plain);
  });
  for (const [i, lie] of bad.entries()) {
    const { refused } = await two.session.addFiles([withRuns({ name: "runs.json", data: lie })], null);
    assert.deepEqual(
      refused.map(({ code, inside }) => [code, inside]),
      [["saved-damaged", "runs.json"]],
      Object.keys(LIES)[i],
    );
  }
  assert.deepEqual(two.session.pictures.all(), before);

  const { refused, opened } = await two.session.addFiles([withRuns()], null); // of an older version
  assert.deepEqual([refused, opened.notes], [[], []]);
});

test("opened, the list takes the place of the one that was there; Undo brings that back, Redo the other", async () => {
  const trained = async (/** @type {number[]} */ alphas) => {
    const world = await openTrained({ iterations: 20 });
    await world.session.runs(
      "make",
      alphas.map((alpha) => ({ alpha })),
    );
    return world;
  };
  const alphas = async ({ session, events }) => {
    await session.runs("stop");
    const { list } = events.findLast((e) => e.type === "runs" && e.list);
    return list.map(({ alphas: [{ alpha }], differs }) => `${alpha} ${differs}`);
  };
  const one = await trained([0.01, 0.02]);
  const two = await trained([0.03]);
  const file = await save(one.session);
  const there = await alphas(two);
  await two.session.addFiles([file], null);
  assert.deepEqual(await alphas(two), ["0.001 ", "0.01 ", "0.02 "]);
  const { list } = two.events.findLast((e) => e.type === "runs" && e.list);
  assert.deepEqual(await two.session.runs("again", list[2].id), { exact: true });
  await two.session.undo();
  assert.deepEqual(await alphas(two), there);
  await two.session.redo();
  assert.deepEqual(await alphas(two), ["0.001 ", "0.01 ", "0.02 "]);

  // Another browser, with the drawn pictures.
  const three = await openSession({ meta: { source: "drawn", settings: { n_px: 32 } } });
  await three.session.start();
  await three.session.addFiles([file], null);
  assert.deepEqual(await alphas(three), ["0.001 ", "0.01 ", "0.02 "]);
});
