// Measures how high figures of the notes are, on windows as wide as web/notes/rooms.js says, and writes the numbers
// there, after a figure was added or changed its height. It measures web/ as it is, so nothing need be built but the core.
//
//   node tests/bench/rooms.js         every figure: two minutes
//   node tests/bench/rooms.js scale   only those named
import { readFile, writeFile } from "node:fs/promises";
import { FIGURES } from "../../web/notes/figures.js";
import { WIDTHS } from "../../web/notes/rooms.js";
import { SOURCES, openBrowser } from "../browser/shared/browser.js";

const ROOMS = new URL("../../web/notes/rooms.js", import.meta.url);
const SETTLED_MS = 1000;

const asked = process.argv.slice(2);
const figures = FIGURES.filter(({ name }) => asked.length === 0 || asked.includes(name));
const unknown = asked.find((name) => !FIGURES.some((figure) => figure.name === name));
if (unknown !== undefined)
  throw new Error(`${unknown}: first a line in web/notes/figures.js, and { part: [] } in rooms.js`);

/** The heights of their parts in a window so wide, by the names of both.
 *  @param {Awaited<ReturnType<typeof openBrowser>>} browser @param {number} width */
async function heights(browser, width) {
  const { page, close } = await browser.newPage({ width, height: 900, still: true });
  await page.goto(`${browser.url}sources/notes.html`);
  /** @type {Record<string, number>} */
  const found = {};
  for (const { name, parts, later = [] } of figures) {
    await page.waitForSelector(`#${name}`, { state: "attached" });
    await page.locator(`#${name}`).evaluate((section) => section.scrollIntoView());
    await page.waitForSelector(`#${name}[data-ready]`, { state: "attached" });
    await page.waitForTimeout(SETTLED_MS);
    for (const part of parts.filter((one) => !later.includes(one)))
      found[`${name} ${part}`] = await page
        .locator(`#${name} .figure-part[data-part="${part}"]`)
        .evaluate((node) => Math.round(node.getBoundingClientRect().height));
  }
  await close();
  return found;
}

const browser = await openBrowser({ whole: true, folders: { "/sources/": SOURCES } });
/** @type {Record<string, number>[]} */
const all = [];
for (const width of WIDTHS) all.push(await heights(browser, width));
await browser.close();
let source = await readFile(ROOMS, "utf8");
for (const name of Object.keys(all[0])) {
  const [figure, part] = name.split(" ");
  const room = all.map((found) => found[name]);
  const place = new RegExp(`(\\b${figure}"?: \\{[^}]*?\\b${part}: \\[)[^\\]]*`);
  source = source.replace(place, (_, before) => before + room.join(", "));
  console.log(name.padEnd(32), room.join(" "));
}
await writeFile(ROOMS, source);
