// Every field of settings.json and of runs.json, made everything that JSON has: what comes of it is a set, settings and a
// training like any other, or one sentence, and all that was there stays.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import ofFiles from "../../../web/page/refused/words.en.js";
import en from "../../../web/ui/words.en.js";
import { CAPACITY, MAX_ITERATIONS } from "../../../web/core/limits.js";
import { opened } from "../../../web/saved/open.js";
import { savedRuns } from "../../../web/saved/runs.js";
import { plainOf, runsIn } from "../../../web/training/runs/kept.js";
import { DEFAULTS, validSettings } from "../../../web/training/settings.js";
import { random } from "../shared/reference.js";
import { zip } from "../shared/zip.js";
import { openSession, picture } from "../training/session-fakes.js";
import { filesIn, save, settingsIn } from "./saved-fakes.js";

const deep = "[".repeat(3000) + "]".repeat(3000);
/** As text, so that each is one of its own. "" takes the field out. */
const VALUES = [
  ...["", "null", "true", "false", "0", "-1", "0.5", "1", "2147483648", "1e308", "1e999", '""', '"x"', '"__proto__"'],
  ...[`"${"y".repeat(5000)}"`, "[]", "[1]", "[null,{}]", "{}", '{"length":3}', '{"toString":1,"valueOf":null}', deep],
]; // prettier-ignore

/** A network on four pictures of its own, one of them at rest, and a run that was kept. */
async function openSmall() {
  const world = await openSession({ meta: { source: "drawn", settings: { n_px: 8 } } });
  const { session, until } = world;
  await session.start();
  for (const y of /** @type {const} */ ([0, 1]))
    await session.addFiles([1, 2, 3].map((i) => picture(`${y}-${i}.png`, { seed: i + 5 * y, bright: y, px: 8 })), y); // prettier-ignore
  await session.rest([session.pictures.all()[5].id]);
  for (const hidden of [[], [2, 1]]) {
    await session.change({ n_px: 8, hidden, iterations: 4, speed: Infinity });
    const done = until("train", (e) => e.finished && !e.running);
    await session.play();
    await done;
  }
  return world;
}

/** @type {Map<string, Uint8Array>} */
let files;
before(async () => {
  files = await filesIn(await save((await openSmall()).session));
});

/** Where a value is: the keys that lead to it. Of a long list only the first, second and last. @param {any} value
 *  @param {(string | number)[]} [at] @returns {(string | number)[][]} */
function placesIn(value, at = []) {
  if (value === null || typeof value !== "object") return [at];
  const keys = Array.isArray(value)
    ? [...new Set([0, 1, value.length - 1])].filter((i) => i >= 0 && i < value.length)
    : Object.keys(value);
  return [at, ...keys.flatMap((key) => placesIn(value[key], [...at, key]))];
}

/** The text of what is said, with other values in these places. @param {any} said
 *  @param {[place: (string | number)[], text: string][]} changes */
function textWith(said, changes) {
  const root = { said: structuredClone(said) };
  for (const [i, [place, text]] of changes.entries()) {
    /** @type {any} */
    let holder = root;
    let last = "said";
    for (const key of place) [holder, last] = [holder?.[last], String(key)];
    if (holder === null || typeof holder !== "object") continue; // another change was there before
    if (text !== "") holder[last] = `\u0001${i}`;
    else if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
  }
  // Put in as text: what is nested that deep can be read, but not be written.
  return (JSON.stringify(root.said) ?? "null").replace(/"\\u0001(\d+)"/g, (_, i) => changes[i][1]);
}

const sentences = { ...en, ...ofFiles };

/** The result, or null for one sentence. @template T @param {Promise<T>} result @param {string} where */
const orRefused = (result, where) =>
  result.catch((error) => {
    assert.equal(error.name, "Refusal", `${where}: ${error.stack}`);
    assert.ok(`refused.${error.code}` in sentences, `${where}: ${error.code}`);
    return null;
  });

/** @param {string} text settings.json */
const savedAs = (text) => ({
  name: "x.zip",
  said: JSON.parse(text),
  at: (/** @type {string} */ path) => {
    const bytes = files.get(path);
    return bytes ? { size: bytes.length, read: async () => bytes } : null;
  },
});
const means = { decode: () => assert.fail("all are PNG as they are written here"), progress: () => {} };
const isWhole = (/** @type {any} */ v, /** @type {number} */ most) =>
  Number.isSafeInteger(v) && v >= 0 && v <= most;

/** That it is a set like any other. @param {import('../../../web/saved/open.js').Opened} what @param {string} where */
function assertSound(what, where) {
  const right = (/** @type {boolean} */ holds, /** @type {string} */ of) =>
    assert.ok(holds, `${where}: ${of}`);
  const { source, names, list, shown, parts, settings, speedChosen, trained, iteration, notes } = what;
  right(["own", "h5", "drawn"].includes(source), "source");
  right(names.length === 2 && names.every((n) => n === null || (n.length > 0 && n.length <= 60)), "names");
  right(list.length > 0 && list.length === shown.length && list.length === parts.length, "lengths");
  right(new Set(shown).size === shown.length && shown.every((i) => isWhole(i, CAPACITY)), "places");
  right(parts.every((part) => [null, "train", "test"].includes(part)), "parts"); // prettier-ignore
  for (const { y, test: own, name, px, rgb, of, drawn, rests } of list) {
    right((y === 0 || y === 1) && [null, true, false].includes(own), "class and part");
    right(typeof name === "string" && name.length <= 255, "name");
    right(rgb === null ? isWhole(drawn, 2 ** 53) : rgb.length === 3 * px * px, "pixels");
    right((of === undefined || isWhole(of, CAPACITY)) && (rests === undefined || rests), "what else is said");
  }
  assert.deepEqual(Object.keys(validSettings(settings)).sort(), Object.keys(DEFAULTS).sort(), where);
  right(typeof speedChosen === "boolean", "speedChosen");
  right((trained === null) === (iteration === null), "an iteration without what was learned");
  if (trained) {
    right(isWhole(iteration, MAX_ITERATIONS) && trained.state.length > 100, "state");
    right(Number.isFinite(trained.spentMs + trained.shownMs), "times");
  }
  right(
    [...notes.values()].every((n) => n < 100),
    "notes by the thousand",
  );
}

test("any field of settings.json made anything: a sound set, or one sentence", async () => {
  const said = settingsIn(files);
  const seen = { taken: 0, refused: 0 };
  for (const place of placesIn(said).slice(1))
    for (const text of VALUES) {
      const where = `${place.join(".")} = ${text.slice(0, 30) || "gone"}`;
      const what = await orRefused(opened(savedAs(textWith(said, [[place, text]])), means), where);
      if (what) assertSound(what, where);
      seen[what ? "taken" : "refused"] += 1;
    }
  assert.ok(seen.taken > 300 && seen.refused > 300, JSON.stringify(seen));
});

test("several at once: a sound set, or one sentence", async () => {
  const said = settingsIn(files);
  const places = placesIn(said).slice(1);
  const next = random(5);
  for (let round = 0; round < 600; round++) {
    const changes = Array.from(
      { length: 2 + next(4) },
      () => /** @type {[any[], string]} */ ([places[next(places.length)], VALUES[next(VALUES.length)]]),
    );
    const where = changes.map(([place, text]) => `${place.join(".")} = ${text.slice(0, 30)}`).join("; ");
    const what = await orRefused(opened(savedAs(textWith(said, changes)), means), where);
    if (what) assertSound(what, where);
  }
});

test("any field of runs.json made anything: runs that are as good when saved again, or one sentence", async () => {
  const plain = JSON.parse(new TextDecoder().decode(files.get("runs.json")));
  assert.equal(plain.runs.length, 2);
  const seen = { taken: 0, refused: 0 };
  for (const place of placesIn(plain))
    for (const text of VALUES) {
      const where = `${place.join(".")} = ${text.slice(0, 30) || "gone"}`;
      const bytes = new TextEncoder().encode(textWith(plain, [[place, text]]));
      const at = () => ({ size: bytes.length, read: async () => bytes });
      const list = await orRefused(savedRuns({ name: "x", said: {}, at }), where);
      if (list) assert.deepEqual(runsIn(JSON.parse(JSON.stringify(plainOf(list), listed))), list, where);
      seen[list ? "taken" : "refused"] += 1;
    }
  assert.ok(seen.taken > 100 && seen.refused > 300, JSON.stringify(seen));
});

/** @param {string} _ @param {any} v */
const listed = (_, v) => (ArrayBuffer.isView(v) ? Array.from(/** @type {any} */ (v)) : v);

test("whatever a file says, the page has either all of it as it was, or all that was opened and an Undo", async () => {
  const { session, last, events, until } = await openSmall();
  const present = () => {
    const { settings, names, source, undo } = last("data");
    const { iteration, cost, b } = last("train");
    const all = session.pictures.all().map((each) => ({ ...each, rgb: each.rgb && Buffer.from(each.rgb) }));
    return { settings, names, source, undo, iteration, cost, b, all };
  };
  const there = present();
  const said = settingsIn(files);
  const places = placesIn(said).filter((place) => ["names", "settings", "training", "version"].includes(String(place[0]))); // prettier-ignore
  for (const [i, place] of places.entries()) {
    const text = VALUES[(5 * i) % VALUES.length];
    const where = `${place.join(".")} = ${text.slice(0, 30)}`;
    const bytes = new TextEncoder().encode(textWith(said, [[place, text]]));
    const all = new Map([...files, ["settings.json", bytes]]);
    const file = new File([zip([...all].map(([name, data]) => ({ name, data })))], "x.zip");
    const result = await session.addFiles([file], null);
    if (result.opened) {
      assert.deepEqual(result.refused, [], where);
      assert.equal(last("data").undo.code, "opened", where);
      const from = events.length;
      await session.undo();
      await until("train", (e) => e.iteration === there.iteration && !e.preparing && e.b === there.b, from);
    } else assert.deepEqual(result.refused.map(({ code }) => /^saved-/.test(code)), [true], where); // prettier-ignore
    assert.deepEqual(present(), there, where);
  }
});
