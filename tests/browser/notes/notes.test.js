// The notes as a whole: every figure loads and stays quiet, in both languages and themes, on a narrow screen as well.
import assert from "node:assert/strict";
import test from "node:test";
import { ALL_LOOKS, assertAccessible } from "../shared/axe.js";
import { FIGURES } from "../../../web/notes/figures.js";
import { SOURCES } from "../shared/browser.js";
import { browserTests } from "../shared/visitor.js";

const { newPage } = browserTests({ folders: { "/sources/": SOURCES } });
/** The page as it is published, with its prose in it, and as it is in the sources, where a script brings it. */
const PAGES = ["/notes.html", "/sources/notes.html"];

/** Scrolls through the whole page, so that every figure loads. */
async function readAll(page) {
  const ids = await page.locator("section[data-figure]").evaluateAll((list) => list.map(({ id }) => id));
  for (const id of ids) {
    await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView());
    await page.waitForSelector(`#${id}[data-ready], #${id}[data-failed]`, { state: "attached" });
  }
  return ids;
}

test("all figures load, each linked from the contents, without an error or a foreign request", async (t) => {
  const { page } = await newPage(t);
  await page.goto("/notes.html");
  const ids = await readAll(page);
  assert.deepEqual(
    ids,
    FIGURES.map(({ name }) => name),
  );
  const failed = await page
    .locator("[data-failed]")
    .evaluateAll((list) => list.map((section) => section.dataset.failed));
  assert.deepEqual(failed, []);
  const links = await page
    .locator(".contents :is(ol, ul) a")
    .evaluateAll((list) => list.map((a) => a.getAttribute("href")));
  assert.deepEqual(
    links,
    [...ids, "tasks", "lectures", "questions", "glossary"].map((id) => `#${id}`),
  );
});

test("headings and contents are numbered in the order of the list, also where figures have come", async (t) => {
  const { page, context } = await newPage(t);
  await page.goto("/notes.html");
  await readAll(page);
  const devtools = await context.newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** What is drawn of a node: the number before a title is no part of its name. @returns {string} */
  const drawn = (/** @type {typeof nodes[number] | undefined} */ node) =>
    node?.role?.value === "StaticText"
      ? String(node.name?.value)
      : (node?.childIds ?? []).map((id) => drawn(byId.get(id))).join("");
  const links = nodes.filter(({ role }) => role?.value === "link").map(drawn);
  for (const [i, { name }] of FIGURES.entries()) {
    const title = (await page.locator(`#${name} > h2`).innerText()).trim();
    const found = links.filter((text) => text.replace(/^\d+/, "") === title);
    assert.deepEqual(found, Array(3).fill(`${i + 1}${title}`), `${name}: contents, heading, list of tasks`);
  }
});

test("figures wait until they come near", async (t) => {
  const { page } = await newPage(t, { height: 700 });
  await page.goto("/notes.html");
  const [first, last] = [FIGURES[0], FIGURES[FIGURES.length - 1]];
  await page.waitForSelector(`#${first.name}[data-ready]`, { state: "attached" });
  assert.equal(await page.locator(`#${last.name}[data-ready]`).count(), 0);
});

for (const lang of ["en-US", "zh-CN"])
  test(`each part stands between what is to be moved and what was seen, ${lang}`, async (t) => {
    const { page } = await newPage(t, { width: 1024, height: 768, lang });
    await page.goto("/notes.html");
    await readAll(page);
    const sections = await page.locator("section[data-figure]").evaluateAll((all) =>
      all.map((section) => ({
        id: section.id,
        blocks: [...section.querySelectorAll(".prose, .figure-part")].map((block) => ({
          part: block.dataset.part ?? Object.entries(block.dataset).flat().join(" "),
          shown: block.checkVisibility(),
          empty: block.dataset.part ? block.clientHeight < 100 : !/[.。）)]/.test(block.textContent),
          top: block.getBoundingClientRect().top,
        })),
      })),
    );
    for (const { id, blocks } of sections) {
      const { parts, later = [] } = FIGURES[FIGURES.findIndex(({ name }) => name === id)];
      const order = parts.flatMap((part) => [`of ${part}`, part, `after ${part}`]);
      assert.deepEqual(blocks.map(({ part }) => part), [...order, ""], id); // prettier-ignore
      const hidden = blocks.filter(({ part, shown }) => !shown && /^(?!after)./.test(part));
      assert.deepEqual(hidden.map(({ part }) => part.replace("of ", "")), later.flatMap((part) => [part, part]), id); // prettier-ignore
      const seen = blocks.filter(({ shown }) => shown);
      assert.ok(
        seen.every(({ empty, top: y }, i) => !empty && (i === 0 || y > seen[i - 1].top)),
        `${id}: one below the other, none empty`,
      );
    }
  });

for (const lang of ["en", "zh"])
  test(`at 1024 × 768 a figure’s first sentence, what to move and what moves are on one screen, ${lang}`, async (t) => {
    const { page } = await newPage(t, { width: 1024, height: 768, still: true });
    for (const { name, parts } of FIGURES) {
      await page.goto(`/notes.html?lang=${lang}#${name}`);
      await page.waitForSelector(`#${name}[data-ready]`, { state: "attached" });
      const seen = await page.locator(`#${name}`).evaluate((section, part) => {
        const { top } = section.querySelector("h2").getBoundingClientRect();
        const first = section.querySelector(`[data-part="${part}"]`);
        const whole = (/** @type {Element} */ node) => {
          const { bottom, height } = node.getBoundingClientRect();
          return height > 0 && bottom <= innerHeight;
        };
        const moved = [...first.querySelectorAll("button, input, [tabindex='0']")].filter(whole).length;
        return { top, room: innerHeight - first.getBoundingClientRect().top, moved };
      }, parts[0]);
      assert.ok(Math.abs(seen.top - 48) < 4, `${name} is opened at its heading, not ${seen.top}`);
      assert.ok(seen.room > 500, `${name} has ${seen.room} px of the screen below its first sentences`);
      assert.ok(seen.moved > 0, `${name}: something to move`);
    }
  });

test("axe finds nothing on the whole page, in both languages and themes", async (t) => {
  const { page } = await newPage(t, { still: true });
  await page.goto("/notes.html");
  await readAll(page);
  await assertAccessible(page, { looks: ALL_LOOKS });
});

for (const lang of ["en-US", "zh-CN"]) {
  test(`nothing is wider than a screen of 320 px, ${lang}`, async (t) => {
    const { page } = await newPage(t, { width: 320, height: 700, lang, still: true });
    await page.goto("/notes.html");
    await readAll(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
}

test("the language switch changes prose, headings and figures together", async (t) => {
  const { page } = await newPage(t, { lang: "zh-CN" });
  await page.goto("/notes.html#derivatives");
  await page.waitForSelector("#derivatives[data-ready]");
  const visible = () => page.locator("#derivatives").innerText();
  assert.match(await visible(), /微小增量[^]*物极必反/);
  assert.doesNotMatch(await visible(), /nudge|Derivatives/);
  await page.getByRole("button", { name: "EN" }).click();
  await page.waitForFunction(() => document.querySelector("#derivatives").innerText.includes("nudge"));
  assert.doesNotMatch(await visible(), /\p{Script=Han}/u);
});

for (const lang of ["zh-CN", "en-US"])
  test(`the page shows the prose of the reader's language, ${lang}`, async (t) => {
    for (const path of PAGES) {
      const { page } = await newPage(t, { width: 820, lang });
      await page.goto(path);
      await page.waitForSelector("#neuron[data-ready]", { state: "attached" });
      const heading = await page.locator("#neuron h2").innerText();
      assert.match(heading, lang === "zh-CN" ? /房子/ : /house/, path);
      assert.equal(await page.locator("#neuron .prose").first().isVisible(), true);
    }
  });

test("where the prose of a language does not come: English, a sentence, and a button that gets it", async (t) => {
  for (const path of PAGES) {
    const { page, context } = await newPage(t, { lang: "zh-CN", clean: false });
    let blocked = true;
    await context.route(/prose\.zh/, (route) => (blocked ? route.abort() : route.continue()));
    await page.goto(path);
    await page.locator("#neuron[data-ready]").waitFor({ state: "attached" });
    assert.match(await page.locator("#neuron h2").innerText(), /house/);
    assert.equal(await page.locator("#neuron .prose").first().isVisible(), true);
    assert.equal(await page.locator("#neuron .prose").first().getAttribute("lang"), "en");
    blocked = false;
    await page.getByRole("alert").getByRole("button", { name: "再试一次" }).click();
    await page.locator("#neuron h2", { hasText: "房子" }).waitFor();
    assert.equal(await page.getByRole("alert").filter({ visible: true }).count(), 0);
    assert.equal(await page.locator("#neuron .prose").first().getAttribute("lang"), null);
  }
});

test("the language changes around the figures: what was done in them stays, and so does the place", async (t) => {
  const { page } = await newPage(t);
  await page.goto("/notes.html#derivatives");
  await page.waitForSelector("#derivatives[data-ready]");
  await page.locator("#derivatives .segment").nth(2).click();
  const top = () =>
    page.locator("#derivatives .stage").evaluate((stage) => stage.getBoundingClientRect().top);
  const before = await top();
  await page.evaluate(() => {
    window.heard = document.querySelector("#derivatives svg");
    document.querySelector("[data-language='zh-Hans']").click();
  });
  await page.locator("#derivatives h2", { hasText: "导数" }).waitFor();
  assert.ok(Math.abs((await top()) - before) < 40, `${before} ${await top()}`);
  assert.equal(await page.locator("#derivatives .segment").nth(2).getAttribute("aria-pressed"), "true");
  assert.ok(await page.evaluate(() => window.heard.isConnected));
});

test("a figure that does not come says so, and its button starts the page again at it", async (t) => {
  const { page, context } = await newPage(t, { clean: false });
  let blocked = true;
  await context.route("**/derivatives/figure.js", (route) => (blocked ? route.abort() : route.continue()));
  await page.goto("/sources/notes.html#derivatives");
  await page.locator("#derivatives[data-failed]").waitFor({ state: "attached" });
  blocked = false;
  await page.locator("#derivatives").getByRole("button", { name: "Try again" }).click();
  await page.locator("#derivatives[data-ready]").waitFor({ state: "attached" });
});

/** What a phone has to show whole: the names of features, tables, listings. */
const WHOLE =
  ".net-name, .net-bar-name, #inputs .scroll, #scale .scroll, #m-examples .listing, .listings .listing, .ledger-scroll";

for (const lang of ["en-US", "zh-CN"])
  test(`on a phone no name is cut off, and no table or listing needs to be pushed sideways, ${lang}`, async (t) => {
    const { page } = await newPage(t, { width: 390, height: 844, lang, still: true });
    await page.goto("/notes.html");
    for (const id of ["network", "inputs", "scale", "m-examples", "no-loops"]) {
      await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView());
      await page.waitForSelector(`#${id}[data-ready]`, { state: "attached" });
    }
    const cut = (nodes) =>
      nodes
        .filter(
          (node) => node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 4,
        )
        .map(
          (node) =>
            `${node.className} ${node.scrollWidth} in ${node.clientWidth}: ${node.textContent.slice(0, 40)}`,
        );
    const all = page.locator(WHOLE);
    assert.ok((await all.count()) >= 30, String(await all.count()));
    assert.deepEqual(await all.evaluateAll(cut), []);
  });
