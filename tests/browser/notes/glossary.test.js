// @ts-nocheck -- many functions here run in the page
// What stands behind the figures: lectures, questions, the glossary; and words of the prose that explain themselves.
import assert from "node:assert/strict";
import test from "node:test";
import { LECTURES, QUESTIONS } from "../../../web/lectures/list.js";
import { numberOf } from "../../../web/notes/figures.js";
import { isListed, TERMS } from "../../../web/terms/list.js";
import { allWords } from "../../unit/shared/words.js";
import { assertAccessible } from "../shared/axe.js";
import { boxOf } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";
import { soon } from "../shared/wait.js";

const { newPage } = browserTests();
const en = await allWords("en");
const zh = await allWords("zh");
const listed = Object.keys(TERMS).filter(isListed);

async function openNotes(t, path, how) {
  const visitor = await newPage(t, { still: true, ...how });
  const asked = [];
  visitor.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await visitor.page.goto(`/notes.html${path}`);
  return { ...visitor, asked };
}

/** Its top is on the screen, and stays there. */
const inView = (locator, most = 120) =>
  soon(async () => {
    const { y } = await boxOf(locator);
    assert.ok(y > -5 && y < most, String(y));
  });

test("the glossary is fetched when it is wanted, and has every word in both languages, with its places", async (t) => {
  const { page, asked } = await openNotes(t, "");
  await page.locator("#neuron[data-ready]").waitFor();
  assert.deepEqual(
    asked.filter((path) => /glossary-/.test(path)),
    [],
  );
  await page.locator(".contents").getByRole("link", { name: "Glossary" }).click();
  await page.locator("#glossary-alpha").waitFor();
  await inView(page.locator("#glossary h2"));
  const entries = await page.locator(".glossary-entry").evaluateAll((list) =>
    list.map((entry) => ({
      id: entry.id,
      name: entry.querySelector("dt b").textContent,
      texts: [...entry.querySelectorAll("dd")].map((dd) => [dd.lang, dd.textContent]),
      links: [...entry.querySelectorAll("a")].map((a) => a.getAttribute("href")),
    })),
  );
  assert.deepEqual(entries.map(({ id }) => id).sort(), listed.map((name) => `glossary-${name}`).sort());
  for (const { id, name, texts, links } of entries) {
    const term = id.slice("glossary-".length);
    assert.equal(name, en[`term.${term}.name`]);
    assert.ok(texts[0][1].startsWith(en[`term.${term}`]) && texts[0][0] === "", id);
    assert.ok(texts[1][1].startsWith(`${zh[`term.${term}.name`]} ${zh[`term.${term}`]}`), id);
    assert.equal(texts[1][0], "zh-Hans");
    const { figure, own } = TERMS[term];
    assert.deepEqual(links, [`#${figure}`, ...(own ? [`index.html#${own}`] : [])]);
  }
  await page.getByRole("button", { name: "中文" }).click();
  await page.locator("#glossary-alpha dt", { hasText: zh["term.alpha.name"] }).waitFor();
  assert.equal(await page.locator("#glossary-alpha dd").nth(1).getAttribute("lang"), "en");
});

for (const [hash, width] of [
  ["glossary-alpha", 1440],
  ["glossary-gram", 390],
  ["questions-zeros", 390],
  ["lectures", 820],
])
  test(`an address with #${hash} opens there, ${width} px`, async (t) => {
    const { page } = await openNotes(t, `#${hash}`, { width, height: 844 });
    await page.locator(`#${hash}`).waitFor();
    await inView(page.locator(`#${hash}`), hash === "glossary-gram" ? 800 : 120); // near the end of the page
    if (hash.startsWith("questions"))
      await page.locator(`#${hash} p`).first().filter({ hasText: en["question.zeros.says"].slice(0, 40) }).waitFor(); // prettier-ignore
    await page.locator(".contents").getByRole("link", { name: "Glossary" }).click();
    await inView(page.locator("#glossary h2"));
  });

test("from a lecture to its figure: every row leads to what it names, in both languages", async (t) => {
  const { page } = await openNotes(t, "#lectures", { lang: "zh-CN" });
  await page.locator(".lectures-table").waitFor();
  const rows = await page.locator(".lectures-table tbody tr").evaluateAll(
    (list) =>
      list.map((row) => [row.querySelector("td [lang=en]")?.textContent, ...[...row.querySelectorAll("a")].map((a) => `${a.hash} ${a.textContent}`)]), // prettier-ignore
  );
  const expected = LECTURES.flat().map(([key, figures]) => [
    en[`lecture.${key}`],
    ...figures.map((figure) => `#${figure} ${numberOf(figure)}\u3000${zh[`figure.${figure}`]}`),
  ]);
  assert.deepEqual(rows.slice(0, -1), expected);
  await page.locator(".lectures-table a[href='#m-examples']").click();
  await page.locator("#m-examples[data-ready]").waitFor();
  await inView(page.locator("#m-examples h2"));
});

test("every question is folded, answers when it is opened, and stays open in the other language", async (t) => {
  const { page } = await openNotes(t, "#questions");
  const questions = page.locator(".question");
  await questions.first().waitFor();
  assert.equal(await questions.count(), Object.keys(QUESTIONS).length);
  assert.equal(await page.locator(".question[open]").count(), 0);
  await page.locator("#questions-divide summary").click();
  await page.getByText(en["question.divide.says"]).waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByText(zh["question.divide.says"]).waitFor();
});

for (const lang of ["en-US", "zh-CN"])
  test(`words of the prose explain themselves, by click and by keyboard, ${lang}`, async (t) => {
    const words = lang === "en-US" ? en : zh;
    const { page } = await openNotes(t, "#loss-and-cost", { lang, width: 390, height: 844 });
    const term = page.locator('#loss-and-cost .term[data-term="cost"]');
    await term.click();
    const box = page.locator(".explanation");
    await box.getByText(words["term.cost"]).waitFor();
    const links = await box.getByRole("link").evaluateAll((list) => list.map((a) => a.getAttribute("href")));
    assert.deepEqual(links, ["#loss-and-cost", "index.html#cost"]);
    const { x, width } = await boxOf(box);
    assert.ok(x >= 0 && x + width <= 390);
    await page.keyboard.press("Escape");
    await box.waitFor({ state: "hidden" });
    assert.ok(await term.evaluate((node) => node === document.activeElement));
    await page.keyboard.press("Enter");
    await box.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await box.waitFor({ state: "hidden" });
    assert.equal(await page.locator('#derivatives .term[data-term="b"]').count(), 0, "b is any number there");
    const names = await page.locator("main > section .prose .term").evaluateAll((list) => list.map((node) => `${node.closest("section").id} ${node.dataset.term}`)); // prettier-ignore
    assert.ok(names.length > 25, names.join());
    assert.equal(new Set(names).size, names.length, "each once in a section");
  });

test("printing brings lectures, questions and the glossary too", async (t) => {
  const { page } = await openNotes(t, "");
  await page.evaluate(() => (window.print = () => (window.printed = [...document.querySelectorAll(".after [aria-busy]")].length))); // prettier-ignore
  await page.getByRole("button", { name: "Print all of it" }).click();
  await page.waitForFunction(() => window.printed === 0, null, { timeout: 30_000 });
  assert.equal(await page.locator(".glossary-entry").count(), listed.length);
});

test("axe finds nothing in them, and they fit 320 px", async (t) => {
  const { page } = await openNotes(t, "#glossary", { width: 320, height: 700 });
  await page.locator(".glossary-entry").first().waitFor();
  await page.evaluate(() => document.querySelectorAll(".question").forEach((one) => (one.open = true)));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await assertAccessible(page, ".after");
});
