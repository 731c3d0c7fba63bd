// What is no file of this page, or one that lies: one sentence, and everything that was there stays. And files of other
// versions: what is understood is taken, what is not is said.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import ofFiles from "../../../web/page/refused/words.en.js";
import en from "../../../web/ui/words.en.js";
import { STATE_VERSION } from "../../../web/saved/format.js";
import { pixelsIn, pngOf } from "../../../web/saved/png.js";
import { npy, zip } from "../shared/zip.js";
import { openSession, openTrained } from "../training/session-fakes.js";
import { filesIn, save, settingsIn } from "./saved-fakes.js";

/** @type {Map<string, Uint8Array>} */
let files;
/** @type {Awaited<ReturnType<typeof openTrained>>} */
let visitor;

before(async () => {
  const one = await openTrained();
  files = await filesIn(await save(one.session));
  visitor = await openTrained({ iterations: 60 });
  await visitor.session.setNames(["dog", "fox"]);
  await visitor.session.undo(); // the page is told of everything as it is
});

const bytes = (/** @type {any} */ value) => new TextEncoder().encode(JSON.stringify(value));

/** The file with some of its entries changed. @param {Record<string, any>} others Uint8Array, fields of Entry, or null to
 *  leave it out @param {Parameters<typeof zip>[1]} [how] */
function changed(others, how) {
  const all = { ...Object.fromEntries(files), ...others };
  const list = Object.entries(all).filter(([, data]) => data !== null);
  const entry = ([name, data]) =>
    data instanceof Uint8Array ? { name, data } : { name, data: files.get(name), ...data };
  return new File([zip(list.map(entry), how)], "bad.zip");
}

/** Another settings.json. @param {(said: any) => void} change */
function says(change) {
  const said = settingsIn(files);
  change(said);
  return changed({ "settings.json": bytes(said) });
}

const FIRST = "pictures/other/0-0.png";
const w = (values, shape = [3072, 1]) => npy("<f8", shape, new Uint8Array(Float64Array.from(values).buffer));
const model = (array) => zip([{ name: "w.npy", data: array }, { name: "b.npy", data: w([0], []) }]); // prettier-ignore
const zeros = () => new Float64Array(3072);
const withNaN = () => zeros().fill(NaN, 7, 8);

/** @type {Record<string, [code: string, make: () => File]>} */
const BAD = {
  "a zip bomb": ["zip-bomb", () => changed({ "state.bin": { size: 2 ** 31, packed: 100 } })],
  "a bomb within the limits of an archive": [
    "zip-crc",
    () => changed({ "pictures/cat/1-0.png": { data: new Uint8Array(2 ** 20), size: 1000 } }),
  ],
  "a name that leads out": ["zip-names", () => changed({ "../../evil.txt": new Uint8Array(3) })],
  "100 000 entries": ["zip-entries", () => new File([many(100_000)], "bad.zip")],
  "a wrong CRC": ["zip-crc", () => changed({ [FIRST]: { crc: 1 } })],
  "a wrong CRC of settings.json": ["zip-crc", () => changed({ "settings.json": { crc: 1 } })],
  "a password": ["zip-encrypted", () => changed({ [FIRST]: { flags: 0x801 } })],
  "a PNG that is not one": [
    "saved-damaged",
    () => changed({ [FIRST]: new TextEncoder().encode("GIF89a, or so") }),
  ],
  "a PNG cut short": [
    "saved-damaged",
    () => changed({ [FIRST]: /** @type {any} */ (files.get(FIRST)).slice(0, 200) }),
  ],
  "a model of another shape": ["saved-model", () => changed({ "model.npz": model(w(zeros(), [1, 3072])) })],
  "a model that says more than it has": [
    "saved-model",
    () => changed({ "model.npz": model(w(zeros(), [6144, 1])) }),
  ],
  "NaN among the weights": ["saved-model", () => changed({ "model.npz": model(w(withNaN())) })],
  "no weights": ["saved-model", () => changed({ "model.npz": zip([]) })],
  "a state that is cut": [
    "saved-damaged",
    () => changed({ "state.bin": /** @type {any} */ (files.get("state.bin")).slice(0, -8) }),
  ],
  "pictures that are no list": ["saved-damaged", () => says((all) => (all.pictures = { length: 3 }))],
  "a third class": ["saved-damaged", () => says((all) => (all.pictures[2].y = 2))],
  "two pictures in one place": [
    "saved-damaged",
    () => says((all) => (all.pictures[2].place = all.pictures[1].place)),
  ],
  "20 000 pictures": [
    "set-capacity",
    () => says((all) => (all.pictures = new Array(20_000).fill(all.pictures[0]))),
  ],
  "no pictures": ["no-pictures", () => says((all) => (all.pictures = []))],
  "an end of the format for more than 4 GB": ["zip-damaged", () => wide()],
  "more settings than fit into memory": [
    "saved-damaged",
    () => changed({ "settings.json": new Uint8Array(33 * 2 ** 20).fill(0x20) }),
  ],
  "settings that are nested a million deep": [
    "saved-damaged",
    () => changed({ "settings.json": new TextEncoder().encode(`${"[".repeat(1e6)}${"]".repeat(1e6)}`) }),
  ],
  "settings with a comma too many": [
    "saved-damaged",
    () => changed({ "settings.json": new TextEncoder().encode('{"format":"one-neuron",}') }),
  ],
  "settings of something else": ["saved-damaged", () => says((all) => (all.format = "two-neurons"))],
  "an iteration that it does not stand at": [
    "saved-damaged",
    () => says((all) => (all.training.iteration = 299)),
  ],
  "a last iteration that is another": ["saved-damaged", () => says((all) => (all.training.end = 301))],
  "an iteration that is no number": [
    "saved-damaged",
    () => says((all) => (all.training.iteration = { toString: 1, valueOf: null })),
  ],
  "names that are a text": ["saved-damaged", () => says((all) => (all.names = "xy"))],
  "settings that are a text": ["saved-damaged", () => says((all) => (all.settings = "y".repeat(100_000)))],
  "a training that is true": ["saved-damaged", () => says((all) => (all.training = true))],
  "runs that are no JSON": ["saved-damaged", () => changed({ "runs.json": new TextEncoder().encode("{") })],
  "a brought model that is none": [
    "saved-damaged",
    () => changed({ "brought.png": /** @type {any} */ (files.get(FIRST)) }),
  ],
  "no version": ["saved-damaged", () => says((all) => delete all.version)],
  "an unknown source": ["saved-damaged", () => says((all) => (all.source = "net"))],
};

/** The end of the list says that its place is said elsewhere, in 64 bits. */
function wide() {
  const bytes = zip([...files].map(([name, data]) => ({ name, data })));
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(bytes.length - 6, 0xffffffff, true);
  return new File([/** @type {any} */ (bytes)], "bad.zip");
}

const sentences = { ...en, ...ofFiles };

/** @param {number} n */
function many(n) {
  const bytes = zip(
    Array.from({ length: 3 }, (_, i) => ({ name: `${i}`, data: "" })),
    { entries: 60_000 },
  );
  assert.ok(n > 60_000);
  return bytes;
}

/** Everything that a visitor would miss. */
const present = ({ session, last }) => {
  const { iteration, cost, b } = last("train");
  const { settings, names, source } = last("data");
  return { iteration, cost, b, settings, names, source, all: session.pictures.all() };
};

for (const [what, [code, make]] of Object.entries(BAD))
  test(`${what}: ${code}, and what was there stays`, async () => {
    const before = present(visitor);
    const { undo } = visitor.last("data");
    const result = await visitor.session.addFiles([make()], null);
    assert.deepEqual(result.refused.map((each) => each.code), [code]); // prettier-ignore
    assert.ok(`refused.${code}` in sentences);
    assert.equal(result.opened, undefined);
    assert.deepEqual(present(visitor), before);
    assert.deepEqual(visitor.last("data").undo, undo);
  });

test("with other files it is not opened, nor are they", async () => {
  const before = present(visitor);
  const { refused } = await visitor.session.addFiles([changed({}), new File(["x"], "x.png")], 1);
  assert.deepEqual(refused.map(({ code }) => code), ["saved-alone"]); // prettier-ignore
  assert.deepEqual(present(visitor), before);
});

test("of a folder unzipped from it, settings that cannot be read are one sentence too", async () => {
  const before = present(visitor);
  const all = new Map([...files, ["settings.json", new TextEncoder().encode("{")]]);
  const list = [...all].map(
    ([path, data]) => new File([/** @type {any} */ (data)], path.replace(/.*\//, "")),
  );
  const { refused } = await visitor.session.addFiles(
    list,
    null,
    [...all.keys()].map((path) => `mine/${path}`),
  );
  assert.deepEqual(refused, [{ name: "mine", code: "saved-damaged", inside: "settings.json" }]);
  assert.deepEqual(present(visitor), before);
});

test("an archive with a settings.json of something else is an archive of pictures as before", async () => {
  const other = new File([zip([{ name: "settings.json", data: "{}" }, { name: "a/1.png", data: /** @type {any} */ (files.get(FIRST)) }])], "x.zip"); // prettier-ignore
  const { opened, refused } = await visitor.session.addFiles([other], null);
  assert.equal(opened, undefined);
  assert.deepEqual(refused, []);
});

/** @param {File} file */
async function noted(file) {
  const world = await openSession();
  await world.session.start();
  const { opened, refused } = await world.session.addFiles([file], null);
  assert.deepEqual(refused, []);
  return { world, opened, notes: Object.fromEntries(opened.notes.map(({ code, n }) => [code, n])) };
}

test("of a newer version what is understood is taken", async () => {
  const { opened, notes } = await noted(
    says((all) => {
      all.version = 2;
      all.settings.momentum = 0.9;
      all.settings.engine = "quantum";
      all.training.state.version = 2;
      for (const each of all.pictures) {
        delete each.part;
        delete each.place;
        each.weather = "fine";
      }
    }),
  );
  assert.deepEqual(notes, { newer: 1, settings: 2, state: 1 });
  assert.equal(opened.iteration, null);
  assert.equal(opened.n, 12);
});

test("pictures that are gone or others are said, and nothing learned is claimed for them", async () => {
  const other = new Uint8Array(3 * 32 * 32).fill(9);
  const png = new Uint8Array(await new Blob(/** @type {any} */ (await pngOf(other, 32))).arrayBuffer());
  const { opened, notes, world } = await noted(changed({ [FIRST]: png, "pictures/cat/1-3.png": null }));
  assert.deepEqual(notes, { missing: 1, changed: 1 });
  assert.equal(opened.n, 11);
  assert.equal(opened.iteration, null);
  assert.deepEqual(world.session.pictures.all()[0].rgb, other);
});

test("numbers in a state that are none: training begins anew, and that is said", async () => {
  const state = /** @type {any} */ (files.get("state.bin")).slice();
  const said = settingsIn(files);
  new DataView(state.buffer).setFloat64(state.length - 8, NaN, true);
  const { crc32 } = await import("node:zlib");
  said.training.state.crc32 = crc32(state);
  const { world } = await noted(changed({ "settings.json": bytes(said), "state.bin": state }));
  const heard = await world.until("notice", () => true, 0);
  assert.equal(heard.code, "saved-state");
  assert.equal((await world.until("train", (e) => e.engine, 0)).iteration, 0);
});

test("what is written as PNG is read back to the byte, with every filter", async () => {
  const { deflateSync, crc32 } = await import("node:zlib");
  const rows = Buffer.from(
    Array.from({ length: 5 * 16 }, (_, i) => (i % 16 === 0 ? i / 16 : (i * 37) % 256)),
  );
  const own = Buffer.from(Buffer.concat([...(await pngOf(new Uint8Array(75), 5))]));
  const data = deflateSync(rows);
  const idat = Buffer.concat([Buffer.alloc(4), Buffer.from("IDAT"), data, Buffer.alloc(4)]);
  idat.writeUInt32BE(data.length, 0);
  idat.writeUInt32BE(crc32(idat.subarray(4, -4)), idat.length - 4);
  const file = Buffer.concat([own.subarray(0, 33), idat, own.subarray(-12)]);
  const { rgb } = /** @type {any} */ (await pixelsIn(new Uint8Array(file)));
  const again = await pixelsIn(new Uint8Array(Buffer.concat([...(await pngOf(rgb, 5))])));
  assert.deepEqual(again?.rgb, rgb);
  assert.deepEqual([...rgb.subarray(0, 3)], [37, 74, 111]);
  // The second row says how much each differs from the one to its left.
  assert.equal(rgb[15 + 3], (((16 + 1) * 37) % 256 + ((16 + 4) * 37) % 256) & 255); // prettier-ignore
});

test("the version of the state that is written is the one that C writes", () => {
  const state = /** @type {any} */ (files.get("state.bin")).slice();
  assert.equal(new DataView(state.buffer).getUint32(4, true), STATE_VERSION);
});
