// What tests of the saved file share: words to save with, a session that saves, and the file taken apart by Node alone.
import { mkdtemp, rm, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { listOf } from "../../../web/pictures/archive/directory.js";
import { unpacked, whole } from "../../../web/pictures/archive/entry.js";

const py = Object.fromEntries(
  ["head", "x", "y", "cost", "start", "updates", "last", "print", "differs", "batches", "mix", "out"].map(
    (key) => [key, `the words for ${key}`],
  ),
);

const lines = Object.fromEntries(
  ["title", "weights", "neurons", "numbers", "accuracy", "drop", "heading", "heading-rest", "sheet"].map(
    (key) => [key, `the line for ${key}`],
  ),
);

/** Words as the page would send them. @type {any} */
export const TEXTS = {
  ...{ names: ["other", "cat"], readme: "read me\n", use: "use it", pixels: "made small", check: "compares" },
  ...{ py, lines },
};

/** Saves; the file, as a visitor has it. */
export async function save(session, texts = TEXTS, name = "saved.zip", kind = "all") {
  const { blob } = await session.save(texts, kind);
  return new File([blob], name);
}

/** Every file in it: path -> bytes. @param {File} file @returns {Promise<Map<string, Uint8Array>>} */
export async function filesIn(file) {
  const all = new Map();
  for (const entry of await listOf(file)) all.set(entry.path, await whole(unpacked(file, entry), entry.size));
  return all;
}

/** settings.json. @param {Map<string, Uint8Array>} files */
export const settingsIn = (files) => JSON.parse(new TextDecoder().decode(files.get("settings.json")));

/** Unpacks into a folder of its own. @param {import('node:test').TestContext} t @param {Map<string, Uint8Array>} files */
export async function unzipped(t, files) {
  const folder = await mkdtemp(join(tmpdir(), "one-neuron-saved-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}
