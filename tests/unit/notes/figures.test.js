// The list of the figures: everything that belongs to one is there, numbers come from the list alone, and the site gets
// the prose in the shape the page makes.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { withProse } from "../../../.config/site/prose.js";
import { LANGUAGES } from "../../../web/i18n/languages.js";
import { AFTER } from "../../../web/notes/after.js";
import { FIGURES, numberOf } from "../../../web/notes/figures.js";
import { ROOMS, WIDTHS, roomRules } from "../../../web/notes/rooms.js";

const ROOT = new URL("../../../", import.meta.url);
const NOTES = new URL("web/notes/", ROOT);
const text = (/** @type {string} */ path) => readFile(new URL(path, ROOT), "utf8");
const names = FIGURES.map(({ name }) => name);

test("every folder of a figure is in the list once, with its code, its look and its words", async () => {
  const entries = await readdir(NOTES, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !["shared", "tasks"].includes(entry.name));
  assert.deepEqual([...names].sort(), folders.map(({ name }) => name).sort());
  for (const name of names) {
    const files = await readdir(new URL(name, NOTES));
    const words = LANGUAGES.map(({ ending }) => `words.${ending}.js`);
    for (const file of ["figure.js", "figure.css", ...words])
      assert.ok(files.includes(file), `${name}/${file}`);
  }
});

for (const { tag, ending } of LANGUAGES)
  test(`the prose, ${tag}: an opening, a section for each figure, paragraphs for each part, and links only to what is on the page`, async () => {
    const prose = await text(`web/notes/prose.${ending}.html`);
    assert.match(prose, new RegExp(`<html lang="${tag}">`));
    const sections = [...prose.matchAll(/<section id="([\w-]+)">\s*<h2>[^<]+<\/h2>([^]*?)<\/section>/g)];
    assert.deepEqual(
      sections.map(([, id]) => id),
      names,
    );
    for (const [, id, text] of sections) {
      const places = [...text.matchAll(/<p(?: data-(of|after)="(\w+)")?>/g)].map(
        ([, where, part]) => where && `${where} ${part}`,
      );
      const { parts } = FIGURES[names.indexOf(id)];
      const order = [...parts.flatMap((part) => [`of ${part}`, `after ${part}`]), undefined];
      const met = [...new Set(places)];
      assert.deepEqual(met, order.filter((place) => new Set(places).has(/** @type {string} */ (place))), `${id}: in the order of the page`); // prettier-ignore
      assert.ok(parts.every((part) => met.includes(`of ${part}`)), `${id}: something about each part`); // prettier-ignore
    }
    for (const [, name] of prose.matchAll(/href="#([\w-]+)"/g))
      assert.ok(names.includes(name) || name in AFTER, name);
  });

test("what the prose leads to on the training page is there, in every language the same", async () => {
  const whatIf = ["luck", "influence", "rates", "advice/advice"].map((name) => `web/page/whatif/${name}.js`);
  const there = (await Promise.all(["web/index.html", ...whatIf].map(text))).join("");
  const led = await Promise.all(
    LANGUAGES.map(async ({ ending }) => {
      const prose = await text(`web/notes/prose.${ending}.html`);
      return [...prose.matchAll(/href="index\.html#([\w-]+)"/g)].map(([, id]) => id);
    }),
  );
  for (const ids of led) assert.deepEqual(ids, led[0]);
  assert.deepEqual(led[0], ["whatif-advice", "whatif-luck", "why", "cost"]);
  for (const id of led[0]) assert.ok(there.includes(`id="${id}"`) || there.includes(`section(app, "${id}"`), id); // prettier-ignore
});

test("no file says the number of a figure", async () => {
  const folders = ["web", "tests", "c", ".config"];
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(new URL(folder, ROOT), { recursive: true })).map((name) => `${folder}/${name}`),
    ),
  );
  const files = lists.flat().filter((name) => /\.(js|css|html|[ch])$/.test(name) && !/vendor/.test(name));
  assert.ok(files.length > 250, String(files.length));
  for (const name of [...files, "README.md"])
    assert.doesNotMatch(await text(name), /\bfigures? [0-9]+\b|图 ?[0-9]+|第 ?[0-9]+ ?幅/i, name);
});

test("every figure keeps room on every window that was measured", () => {
  assert.deepEqual(Object.keys(ROOMS), names);
  for (const { name, parts, later = [] } of FIGURES) {
    assert.deepEqual(Object.keys(ROOMS[name]), parts.filter((part) => !later.includes(part)), name); // prettier-ignore
    for (const [part, room] of Object.entries(ROOMS[name])) {
      assert.equal(room.length, WIDTHS.length, `${name} ${part}: node tests/bench/rooms.js`);
      assert.ok(
        room.every((height) => height > 60 && height < 6000),
        `${name} ${part}`,
      );
      assert.match(roomRules(), new RegExp(`#${name} \\[data-part=${part}\\]{--room:`));
    }
  }
});

test("the site's page has the prose in it: sections in order, contents, and numbers where a figure is referred to", async () => {
  const html = withProse(await text("web/notes.html"), await text("web/notes/prose.en.html"), "en");
  const ids = [...html.matchAll(/<section id="([\w-]+)" data-figure="\1">/g)].map(([, id]) => id);
  assert.deepEqual(ids, names);
  const contents = /<nav class="contents"[^]*?<\/ol>/.exec(html)?.[0] ?? "";
  assert.deepEqual(
    [...contents.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id),
    names,
  );
  for (const { name, parts, later = [] } of FIGURES) {
    const [, section] = new RegExp(`<section id="${name}"([^]*?)</section>`).exec(html) ?? [];
    const blocks = [
      ...section.matchAll(/<div class="([\w-]+)"(?: data-(of|after|part)="(\w+)")?( hidden)?>(?=(<p)?)/g),
    ];
    const [above, ...rest] = parts.flatMap((part) => {
      const hidden = later.includes(part) ? " hidden" : "";
      const said = new RegExp(`<p data-after="${part}"`).test(section) ? " <p" : "";
      return [`prose of ${part}${hidden} <p`, `figure-part part ${part}${hidden}`, `prose after ${part}${hidden}${said}`]; // prettier-ignore
    });
    assert.deepEqual(
      blocks.map(([, ...block]) => block.filter(Boolean).map((text) => text.trim()).join(" ")).slice(0, 2 + rest.length), // prettier-ignore
      [above, "stage", ...rest],
    );
  }
  assert.match(html, /class="notes-layout" data-prose="en"/);
  assert.ok(html.includes(`<a href="#broadcasting">${numberOf("broadcasting")}</a>`));
  assert.doesNotMatch(html, /<a href="[^"]*">\s*<\/a>/);
});
