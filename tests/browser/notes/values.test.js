// @ts-nocheck -- many functions here run in the page
// The values of a figure in the address: every figure with every control moved, opened again by another visitor. The sources
// are served, so that the controls can be asked what they say.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { SOURCES } from "../shared/browser.js";
import { browserTests } from "../shared/visitor.js";
import { soon } from "../shared/wait.js";

const { newPage } = browserTests({ folders: { "/sources/": SOURCES } });

async function open(t, address, name) {
  const { page } = await newPage(t, { still: true });
  await page.goto(address);
  await page.locator(`#${name}`).evaluate((section) => section.scrollIntoView());
  await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
  return page;
}

/** What the controls of a figure say, by their names. */
const valuesOf = (page, name) =>
  page.evaluate(async (name) => {
    const { keptIn } = await import("/sources/plot/kept.js");
    const all = [...keptIn(document.getElementById(name))];
    return Object.fromEntries(all.map(([key, { read }]) => [key, read()]));
  }, name);

/** In the page: the reader moves everything; what decides about the others first. */
const moveAll = async (name) => {
  const nodes = (selector) => document.querySelectorAll(`#${name} ${selector}`);
  const tell = (node, type) => node.dispatchEvent(new Event(type, { bubbles: true }));
  for (const node of nodes(".choice[data-kept]"))
    [...node.children]
      .findLast((one) => one.getAttribute("aria-pressed") !== "true" && !one.disabled)
      ?.click();
  await new Promise((done) => setTimeout(done, 100));
  for (const node of nodes(".check[data-kept] input")) node.click();
  for (const node of nodes(".slider[data-kept] input[type=range]")) {
    node.value = String(Number(node.min) + 0.7 * (Number(node.max) - Number(node.min)));
    tell(node, "input");
  }
  for (const node of nodes(".number[data-kept] input")) {
    node.value = node.value === "1" ? "0" : "1"; // which every field takes
    tell(node, "input");
    tell(node, "blur");
  }
};

test("every figure: what was moved is there again by its address", async (t) => {
  let moved = 0;
  for (const { name } of FIGURES) {
    const page = await open(t, `/sources/notes.html#${name}`, name);
    const first = await valuesOf(page, name);
    await page.evaluate(moveAll, name);
    await soon(async () => assert.match(page.url(), new RegExp(`[?&]figure=${name}&`)));
    const values = await valuesOf(page, name);
    moved += Object.keys(values).filter((key) => values[key] !== first[key]).length;
    const address = page.url();
    const again = await open(t, address, name);
    const kept = Object.fromEntries([...new URL(address).searchParams].filter(([key]) => key in values)); // a ball may roll on
    assert.deepEqual(await valuesOf(again, name), { ...values, ...kept }, address);
    for (const each of [page, again]) await each.close();
  }
  assert.ok(moved > 50, `${moved} values moved`);
});

test("handles and shapes: by keys and typing", async (t) => {
  const page = await open(t, "/sources/notes.html#gradient-descent", "gradient-descent");
  const ball = page.locator("#gradient-descent [data-kept=w]");
  for (let i = 0; i < 5; i++) await ball.press("ArrowRight");
  const { w } = await valuesOf(page, "gradient-descent");
  await soon(async () => assert.equal(new URL(page.url()).searchParams.get("w"), w));
  const again = await open(t, page.url(), "gradient-descent");
  assert.equal((await valuesOf(again, "gradient-descent")).w, w);

  const shapes = await open(t, "/sources/notes.html?figure=broadcasting&a=(5,1,3)&b=4,1", "broadcasting");
  assert.equal(await shapes.locator("[data-kept=a]").inputValue(), "(5, 1, 3)");
  await shapes.getByText("(5, 4, 3)").first().waitFor();
});

test("values that no reader could give change nothing", async (t) => {
  const plain = await valuesOf(await open(t, "/sources/notes.html#neuron", "neuron"), "neuron");
  for (const bad of ["w=1e999&b=x&alpha=-1&activation=__proto__", "w=&b=%00&alpha=0", "w=1&".repeat(2200)]) {
    const page = await open(t, `/sources/notes.html?figure=neuron&${bad}`, "neuron");
    assert.deepEqual(await valuesOf(page, "neuron"), plain, bad.slice(0, 40));
  }
  const shapes = await open(
    t,
    `/sources/notes.html?figure=broadcasting&a=${"9,".repeat(500)}&b=-1`,
    "broadcasting",
  );
  assert.equal(await shapes.locator("[data-kept=a]").inputValue(), "(3, 4)");
  assert.equal(
    await shapes.locator("#broadcasting .complaint").filter({ visible: true, hasText: /./ }).count(),
    0,
  );
});

test("the address is that of the figure that was touched last, and its place", async (t) => {
  const { page } = await newPage(t, { still: true });
  await page.goto("/notes.html?figure=derivatives&lang=en");
  await page.locator("#derivatives[data-ready]").waitFor();
  await soon(async () => {
    const { y } = await page.locator("#derivatives").boundingBox();
    assert.ok(Math.abs(y) < 700, String(y));
  });
  assert.equal(new URL(page.url()).search, "?figure=derivatives&lang=en");
});
