// Folders and archives as they lie on a disk, dropped by the browser itself: two become two classes with their names, train
// and test the split, one asks; .npz and .zip come in; a class without a name asks for one.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { npy, zip } from "../../unit/shared/zip.js";
import { assertAccessible } from "../shared/axe.js";
import { drop, onDisk, pictures } from "../shared/files.js";
import { card, choose, counts, last, press, says, stored } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon } from "../shared/wait.js";

/** @typedef {import('playwright-core').Page} Page */

const { visit } = browserTests();
const words = { en: await allWords("en", ofTraining), zh: await allWords("zh", ofTraining) };

/** @param {Page} page */
const report = (page) => page.locator(".report");
/** Beside the cards: nobody has said which class. @param {Page} page */
const elsewhere = (page) => page.locator(".data-foot");
/** @param {Page} page @param {number} y */
const name = (page, y) => card(page, y).getByRole("textbox");
/** @param {Page} page */
const names = async (page) => [await name(page, 0).inputValue(), await name(page, 1).inputValue()];

/** Pictures by folder. @param {Record<string, number>} folders how many in each @returns {[string, Buffer][]} */
const inFolders = (folders) =>
  Object.entries(folders).flatMap(([folder, n], k) =>
    pictures(n, /** @type {0 | 1} */ (k % 2), { name: folder.replaceAll("/", " ") }).map(
      ({ name, buffer }) => /** @type {[string, Buffer]} */ ([`${folder}/${name}`, buffer]),
    ),
  );

/** A folder on the disk with these in it; gives its path.
 *  @param {import('node:test').TestContext} t @param {[string, Buffer | string][]} files */
async function folder(t, files) {
  const root = await mkdtemp(join(tmpdir(), "one-neuron-"));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [path, data] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), data);
  }
  return root;
}

/** @param {[string, Uint8Array][]} files @param {string} called */
const archive = (files, called) => ({
  name: called,
  mimeType: "application/zip",
  buffer: Buffer.from(zip(files.map(([path, data]) => ({ name: path, data })))),
});

test("a folder with two folders becomes two classes with their names, kept over a reload", async (t) => {
  const { page } = await visit(t);
  const files = inFolders({ "pets/dogs": 5, "pets/cats": 7 });
  const hidden = /** @type {[string, string][]} */ ([["pets/.DS_Store", "x"], ["pets/cats/Thumbs.db", "x"]]); // prettier-ignore
  const root = await folder(t, [...files, ...hidden]);
  await drop(page, elsewhere(page), [join(root, "pets")]);
  await counts(page, 5, 7);
  assert.deepEqual(await names(page), ["dogs", "cats"]);
  const sentence = says("added.both", {
    ones: 7,
    one: "\u2068cats\u2069",
    zeros: 5,
    zero: "\u2068dogs\u2069",
  });
  await soon(async () =>
    assert.equal((await report(page).locator("p").first().innerText()).replace(/[\u2068\u2069]/g, ""), sentence.replace(/[\u2068\u2069]/g, ""))); // prettier-ignore
  await stored(page, 12);
  await page.reload();
  await card(page, 1).waitFor();
  await counts(page, 5, 7);
  await soon(async () => assert.deepEqual(await names(page), ["dogs", "cats"]));
});

test("train and test inside are the split; two folders at once are two classes", async (t) => {
  const { page } = await visit(t);
  const root = await folder(t, inFolders({ "set/train/no": 4, "set/train/yes": 5, "set/test/no": 2, "set/test/yes": 3, "a/birds": 2, "a/fish": 3 })); // prettier-ignore
  await drop(page, elsewhere(page), [join(root, "set")]);
  await counts(page, 6, 8);
  const { m, m_test, share } = await last(page, "data");
  assert.deepEqual([m, m_test, share], [9, 5, "own"]);
  assert.deepEqual(await names(page), ["no", "yes"], "yes is y = 1, though it comes second");
  await drop(page, elsewhere(page), [join(root, "a/birds"), join(root, "a/fish")]);
  await counts(page, 3, 2);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await counts(page, 6, 8);
});

for (const lang of /** @type {const} */ (["en", "zh"]))
  test(`one folder asks which class and names it; on a card nothing is asked (${lang})`, async (t) => {
    const { page } = await visit(t, { lang: lang === "zh" ? "zh-CN" : "en-GB" });
    const root = await folder(t, inFolders({ tabby: 3, "deep/a": 2, "deep/b/c": 2, "deep/d": 1 }));
    await drop(page, elsewhere(page), [join(root, "tabby")]);
    await page.getByText(says("drop.which.other", { n: 3 }, words[lang])).waitFor();
    await card(page, 1).locator(".class-question").click();
    await counts(page, 0, 3);
    await soon(async () => assert.deepEqual(await names(page), ["", "tabby"]));
    assert.equal(await name(page, 0).getAttribute("placeholder"), words[lang]["card.name.example0"]);
    await drop(page, card(page, 0), [join(root, "deep")]);
    await counts(page, 5, 3);
  });

test("three folders are refused, and named, in both languages; what was there stays", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(2, 1));
  await counts(page, 0, 2);
  const root = await folder(t, inFolders({ "x/a": 1, "x/b": 1, "x/c": 1 }));
  await drop(page, elsewhere(page), [join(root, "x")]);
  const line = (/** @type {"en" | "zh"} */ lang) => {
    const reason = says("refused.many-folders", { n: 3, found: "a, b, c" }, words[lang]);
    return says("refused.line", { name: "x", reason }, words[lang]);
  };
  const item = report(page).getByRole("listitem");
  await soon(async () => assert.equal(await item.innerText(), line("en")));
  await page.getByRole("button", { name: "中文" }).click();
  await soon(async () => assert.equal(await item.innerText(), line("zh")));
  await counts(page, 0, 2);
});

test("an archive of two folders comes in by either button; one with a wrong checksum does not", async (t) => {
  const { page } = await visit(t);
  const files = inFolders({ "pets/cats": 4, "pets/dogs": 3 });
  await choose(page, 0, archive(files, "pets.zip"));
  await counts(page, 3, 4);
  assert.deepEqual(await names(page), ["dogs", "cats"]);
  const broken = archive(files, "broken.zip");
  broken.buffer[200] ^= 255;
  await choose(page, 1, broken);
  const item = report(page).getByRole("listitem");
  await soon(async () => assert.match(await item.innerText(), /^broken\.zip: the archive is damaged.*nothing of it was taken/)); // prettier-ignore
  await counts(page, 3, 4);
  const paths = await onDisk(t, [archive(inFolders({ x: 3 }), "plain.zip")]);
  await drop(page, elsewhere(page), paths);
  await page.getByText(says("drop.which.other", { n: 3 })).waitFor();
  await press(page, says("drop.cancel"));
  await counts(page, 3, 4);
});

test("an .npz brings its set, as numpy writes it where there is one", async (t) => {
  const { page } = await visit(t);
  const root = await folder(t, []);
  const path = join(root, "cats.npz");
  const [m, n] = [12, 64];
  const script = `import numpy as np, sys
x = np.zeros((${m}, ${n}, ${n}, 3), np.uint8); x[::2] = 200
np.savez_compressed(sys.argv[1], train_set_x=x, train_set_y=(np.arange(${m}) % 2).reshape(1, -1), list_classes=np.array(['non-cat', 'cat']))`;
  const byNumpy = ["python3", "/usr/bin/python3"].some((python) => spawnSync(python, ["-c", script, path]).status === 0); // prettier-ignore
  if (!byNumpy) {
    const x = new Uint8Array(m * n * n * 3).map((_, i) => (Math.floor(i / (n * n * 3)) % 2 ? 0 : 200));
    const y = Uint8Array.from({ length: m }, (_, i) => i % 2);
    const arrays = { train_set_x: npy("|u1", [m, n, n, 3], x), train_set_y: npy("|u1", [1, m], y), list_classes: npy("|S7", [2], Buffer.from("non-catcat\0\0\0\0")) }; // prettier-ignore
    await writeFile(path, zip(Object.entries(arrays).map(([key, data]) => ({ name: `${key}.npy`, data }))));
  }
  t.diagnostic(byNumpy ? "written by numpy" : "written by the test");
  await drop(page, elsewhere(page), [path]);
  await counts(page, m / 2, m / 2);
  assert.deepEqual(await names(page), ["non-cat", "cat"]);
  const { source, n_px } = await last(page, "data");
  assert.deepEqual([source, n_px], ["h5", n]);
});

test("arrays in an archive beside a README bring their set; a part without labels is left out, and said in both languages", async (t) => {
  const { page } = await visit(t);
  const [m, n] = [12, 16];
  const x = Uint8Array.from({ length: m * n * n * 3 }, (_, i) => (Math.floor(i / (n * n * 3)) % 2 ? 0 : 200));
  const values = new Uint8Array(Float32Array.from(x).buffer);
  const words = Buffer.from("dogcat".repeat(m / 2));
  const files = /** @type {[string, Uint8Array][]} */ ([
    ["set/train_x.npy", npy("<f4", [m, n, n, 3], values)],
    ["set/train_y.npy", npy("|S3", [m], words)],
    ["set/test_x.npy", npy("|u1", [m, n, n, 3], x)],
    ["set/README.md", Buffer.from("what it is")],
  ]);
  await choose(page, 1, archive(files, "set.zip"));
  await counts(page, m / 2, m / 2);
  assert.deepEqual(await names(page), ["dog", "cat"]);
  const item = report(page).getByRole("listitem");
  await soon(async () => assert.equal(await item.innerText(), "set.zip: the pictures in set/test_x have no labels and were left out.")); // prettier-ignore
  await page.getByRole("button", { name: "中文" }).click();
  await soon(async () =>
    assert.equal(await item.innerText(), "set.zip：set/test_x 里的图片没有标签，没有放入。"),
  );
});

test("a class of the first own pictures asks for its name with an example, until it has one", async (t) => {
  const { page } = await visit(t);
  assert.ok(
    (await names(page)).every((each) => each !== ""),
    "the drawn ones have theirs",
  );
  await choose(page, 1, pictures(2, 1));
  await counts(page, 0, 2);
  await soon(async () => assert.deepEqual(await names(page), ["", ""]));
  for (const y of [0, 1]) {
    assert.equal(await name(page, y).getAttribute("placeholder"), says(`card.name.example${y}`));
    assert.match((await name(page, y).getAttribute("class")) ?? "", /\basks\b/);
  }
  await assertAccessible(page, { within: ".class-cards" });
  await name(page, 1).fill("hats");
  await name(page, 1).press("Enter");
  await soon(async () => assert.doesNotMatch((await name(page, 1).getAttribute("class")) ?? "", /\basks\b/));
  assert.deepEqual(await names(page), ["", "hats"]);
  await name(page, 1).fill("");
  await name(page, 1).press("Enter");
  await soon(async () => assert.match((await name(page, 1).getAttribute("class")) ?? "", /\basks\b/));
});

test("what opens archives and walks folders is fetched with the first of them", async (t) => {
  const { page } = await visit(t);
  const asked = /** @type {string[]} */ ([]);
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const parts = /walk|directory|entry|fflate|numpy/;
  await choose(page, 1, pictures(1, 1));
  await counts(page, 0, 1);
  assert.deepEqual(asked.filter((path) => parts.test(path)), []); // prettier-ignore
  await choose(page, 1, archive(inFolders({ a: 2, b: 2 }), "two.zip"));
  await counts(page, 2, 2);
  assert.ok(
    asked.some((path) => /directory|entry|fflate/.test(path)),
    asked.join(" "),
  );
});
