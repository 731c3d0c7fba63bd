// @ts-nocheck -- lists of mixed things, and functions that run in the page
// Bad input: one clear sentence for each, in the reader's language, and nothing that was there is lost.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import * as h5wasm from "../../../web/vendor/h5wasm.js";
import { allWords, ofTraining } from "../../unit/shared/words.js";
import { drop, onDisk, pictures, png } from "../shared/files.js";
import { boxOf } from "../shared/layout.js";
import { card, choose, counts, last, press, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const course = process.env.COURSE_DATA;
const zh = await allWords("zh", ofTraining);

const { visit } = browserTests();

const report = (page) => page.locator(".report");
const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));
const line = (name, key, params = {}, words = undefined) =>
  says("refused.line", { name, reason: says(`refused.${key}`, params, words) }, words);

/** Bad files: [name, bytes, key of the sentence, its parameters]. */
async function badFiles() {
  const good = png(50, 50, (x, y) => [x, y, 99]);
  const huge = Buffer.from(good);
  huge.writeUInt32BE(65536, 16);
  huge.writeUInt32BE(65536, 20);
  const wide = bytes(
    [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 14000 >> 8, 14000 & 255, 20000 >> 8, 20000 & 255, 3],
    Buffer.alloc(2000, 1),
  );
  return [
    ["<img src=x onerror=boom()>.png", bytes("this is a letter, not a picture at all"), "not-image"],
    ["nothing.jpg", bytes(), "empty-file"],
    ["half.png", good.subarray(0, good.length - 40), "truncated"],
    ["huge.png", huge, "too-large", { width: 65536, height: 65536, most: 50 }],
    ["wide.jpg", wide, "too-large", { width: 20000, height: 14000, most: 50 }],
    [
      "phone.heic",
      bytes([0, 0, 0, 24], "ftypheic", [0, 0, 0, 0], "mif1heic", Buffer.alloc(300)),
      "undecodable",
      { format: "HEIC" },
    ],
    ["scan.tiff", bytes("II*\0", [8, 0, 0, 0], Buffer.alloc(200)), "undecodable", { format: "TIFF" }],
    ["drawing.svg", bytes('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), "svg"],
    ["not.h5", bytes("not HDF5"), "not-hdf5"],
    [
      "other.h5",
      await h5({ photos: [4, 8, 8, 3], labels: [4], more: [4] }),
      "set-keys",
      { wanted: "train_set_x, train_set_y", found: "labels (4), more (4), photos (4 × 8 × 8 × 3)" },
    ],
    [
      "shape.h5",
      await h5({ train_set_x: [4, 8, 9, 3], train_set_y: [4] }),
      "set-shape",
      { key: "train_set_x", shape: "4 × 8 × 9 × 3" },
    ],
  ].map(([name, buffer, key, params]) => ({ name, buffer, key, params }));
}

async function h5(shapes) {
  const { FS } = await h5wasm.ready;
  const file = new h5wasm.File("/bad.h5", "w");
  for (const [name, shape] of Object.entries(shapes)) {
    const data = new Uint8Array(shape.reduce((a, b) => a * b));
    file.create_dataset({ name, data, shape, dtype: "<B" });
  }
  file.close();
  return Buffer.from(FS.readFile("/bad.h5"));
}

test("each bad file among good ones has its own sentence, in both languages; the good ones stay", async (t) => {
  const { page } = await visit(t);
  const bad = await badFiles();
  const folder = await mkdtemp(join(tmpdir(), "one-neuron-"));
  t.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "holiday"));
  const paths = await onDisk(t, [...pictures(2, 1), ...bad, ...pictures(1, 0)]);
  await drop(page, card(page, 1), [...paths, join(folder, "holiday")]);
  await counts(page, 0, 3);
  const expected = (words) =>
    [...bad, { name: "holiday", key: "no-pictures" }]
      .map(({ name, key, params }) => line(name, key, params, words))
      .sort();
  const shown = async () => (await report(page).getByRole("listitem").allInnerTexts()).sort();
  await soon(async () => assert.deepEqual(await shown(), expected()));
  assert.equal(
    await report(page).locator("p").first().innerText(),
    says("added.refused.other", { n: 3, refused: 12 }),
  );
  await page.getByRole("button", { name: "中文" }).click();
  await soon(async () => assert.deepEqual(await shown(), expected(zh)));
  await report(page).getByRole("button", { name: "关闭" }).click();
  await report(page).waitFor({ state: "hidden" });
});

test("what was refused stays to be read when more is added, and none of it moves the page", async (t) => {
  const { page } = await visit(t);
  const top = () =>
    page.locator(".class-cards").evaluate((node) => node.getBoundingClientRect().top + scrollY);
  const before = await top();
  const bad = { name: "letter.png", mimeType: "image/png", buffer: bytes("this is a letter") };
  await choose(page, 1, [...pictures(2, 1), bad]);
  await counts(page, 0, 2);
  const refused = line("letter.png", "not-image");
  await report(page).getByText(refused).waitFor();
  assert.equal(await top(), before, "with what was refused");
  await card(page, 1).getByRole("button", { name: "Paste", exact: true }).hover(); // nothing lies over the cards
  await choose(page, 0, pictures(3, 0));
  await counts(page, 3, 2);
  await report(page)
    .getByText(says("added.to.other", { n: 3, name: says("class0.own") }))
    .waitFor();
  assert.deepEqual(await report(page).getByRole("listitem").allInnerTexts(), [refused]);
  await press(page, "Train");
  await until(page, () => window.heard.train.running);
  assert.ok(await report(page).getByText(refused).isVisible(), "while it trains as well");
  await report(page)
    .getByRole("button", { name: says("close") })
    .click();
  await report(page).waitFor({ state: "hidden" });
  assert.equal(await top(), before, "closed");
});

for (const lang of ["en-US", "zh-CN"])
  test(`the choices below it are not covered, three lines are read without scrolling, ${lang}`, async (t) => {
    const { page } = await visit(t, { width: 1440, height: 900, lang });
    const some = (/** @type {number} */ n) =>
      Array.from({ length: n }, (_, i) => ({
        name: `${i}.png`,
        mimeType: "image/png",
        buffer: bytes("none"),
      }));
    for (const n of [1, 9]) {
      await choose(page, 1, some(n));
      await soon(async () =>
        assert.equal(await report(page).getByRole("listitem").count(), n === 1 ? 1 : 10),
      );
      const said = await boxOf(page.locator(".data-said"));
      const below = await boxOf(page.locator(".data-view"));
      assert.ok(said.y + said.height < below.y, JSON.stringify({ n, said, below }));
      const hidden = await page.locator(".data-said").evaluate((e) => e.scrollHeight - e.clientHeight);
      assert.equal(hidden > 0, n > 1, `${hidden} px to scroll`);
    }
  });

test("fifty files of which three are bad: 47 are kept, the three named", async (t) => {
  const { page } = await visit(t);
  const files = pictures(50, 1).map((file, i) =>
    i % 20 === 7 ? { ...file, name: `bad ${i}.png`, buffer: file.buffer.subarray(0, 60) } : file,
  );
  await choose(page, 1, files);
  await counts(page, 0, 47);
  await report(page)
    .getByText(says("added.refused.other", { n: 47, refused: 3 }))
    .waitFor();
  const lines = await report(page).getByRole("listitem").allInnerTexts();
  assert.deepEqual(
    lines,
    [7, 27, 47].map((i) => line(`bad ${i}.png`, "truncated")),
  );
});

test("one class empty; all pictures the same", async (t) => {
  const { page } = await visit(t);
  const [same] = pictures(1, 1);
  const copies = [1, 2, 3].map((i) => ({ ...same, name: `copy ${i}.png` }));
  await choose(page, 1, copies);
  await counts(page, 0, 3);
  await page.getByText(says("missing.class0-empty", { name0: "y = 0" })).waitFor();
  for (const name of ["Train", "One iteration"])
    assert.ok(await page.getByRole("button", { name, exact: true }).isDisabled());
  await choose(page, 0, copies);
  await counts(page, 3, 3);
  await page.getByText(says("warning.all-same")).first().waitFor();
  await press(page, "Train"); // it may be tried all the same
  await until(page, () => window.heard.train.finished);
  await card(page, 1).getByRole("button", { name: "Empty this class" }).click();
  await card(page, 0).getByRole("button", { name: "Empty this class" }).click();
  await counts(page, 0, 0);
  await page.getByText(says("missing.both-empty")).waitFor();
});

test("α too large: it stops, says at which iteration, goes back and uses a rate that works", async (t) => {
  const { page } = await visit(t, { goes: true });
  const alpha = page.getByRole("textbox", { name: "learning rate α" });
  await alpha.fill("1e300");
  await alpha.press("Enter");
  const alert = page.getByRole("alert").filter({ visible: true });
  await alert.waitFor();
  const notice = await page.evaluate(() => window.heard.notices.at(-1));
  assert.equal(notice.code, "diverged");
  const { iteration, back } = notice;
  assert.equal(await alert.locator("p").innerText(), says("notice.diverged", { iteration, alpha: "1e300" }));
  assert.equal((await last(page, "train")).running, false);
  const goBack = alert.getByRole("button", { name: new RegExp(`^Go back to iteration ${back}`) });
  await goBack.click();
  await until(page, () => window.heard.train.alpha < 1);
  await until(page, (t) => window.heard.train.iteration > t + 20, back); // and it goes on, downwards
  const { costs } = await page.evaluate(() => ({ costs: window.heard.train.cost }));
  assert.ok(costs < 0.69, `J = ${costs}`);
  await alpha.fill("0.005");
  await alpha.press("Enter");
  await press(page, "Reset to iteration 0");
  await press(page, "Train");
  await until(page, () => window.heard.train.iteration > 20 && window.heard.train.cost < 0.7);
});

test(
  "every odd file of the course is a picture or a sentence",
  { skip: course ? false : "COURSE_DATA is not set" },
  async (t) => {
    const { page } = await visit(t);
    const folder = join(course, "images", "odd");
    const names = (await readdir(folder)).sort();
    const trees = (await readdir(join(course, "images", "trees"), { withFileTypes: true, recursive: true }))
      .filter((each) => each.isFile())
      .map(({ name }) => name);
    await drop(page, card(page, 1), [
      ...names.map((name) => join(folder, name)),
      join(course, "images", "trees"),
    ]);
    await report(page).waitFor();
    const lines = await report(page).getByRole("listitem").allInnerTexts();
    const refused = lines.map((text) => text.split(": ")[0]);
    for (const name of [
      "made_zero.jpg",
      "pillow_broken.png",
      "sharp_truncated.png",
      "sharp_tifftag-photoshop.tiff",
      "sharp_check.svg",
      "LICENSE.md",
    ])
      assert.ok(refused.includes(name), name);
    for (const text of lines) assert.doesNotMatch(text, /could not be opened|undefined|\{/);
    const { counts } = await last(page, "data");
    assert.equal(counts[1] + lines.length, names.length + trees.length, "each file is either there or named");
    assert.ok(counts[1] >= 30 + trees.length - 1, `${counts[1]} are pictures`);
  },
);
