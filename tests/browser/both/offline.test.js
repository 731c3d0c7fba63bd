// @ts-nocheck -- many functions here run in the page
// Without a network: after the first visit the server may be gone. A newer version comes whole or not at all.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { zip } from "../../unit/shared/zip.js";
import { assertAccessible } from "../shared/axe.js";
import { h5, pictures } from "../shared/files.js";
import { copyOfSite } from "../shared/site-copy.js";
import { card, choose, counts, press } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { newPage } = browserTests({ bare: true });
const PATH = "/one-neuron/"; // as GitHub Pages has it
const learns = (page) => until(page, () => Number(document.getElementById("iteration")?.innerText) > 0);
const versionOf = (page) => page.evaluate(() => document.documentElement.dataset.version);
/** While the page reloads there is none to ask. */
const reloadedAs = (page, version) => soon(async () => assert.equal(await versionOf(page), version));
const caches = (page) => page.evaluate(() => window.caches.keys());
/** What each version that is kept has, by its name: the files and what is in them. */
const keptFiles = (page) =>
  page.evaluate(async () => {
    const read = async (cache, request) => {
      const bytes = await (await cache.match(request)).arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      return [request.url.replace(/.*\//, ""), hash.join()];
    };
    const files = async (name) => {
      const cache = await window.caches.open(name);
      const list = await Promise.all((await cache.keys()).map((request) => read(cache, request)));
      return [name, Object.fromEntries(list)];
    };
    return Object.fromEntries(await Promise.all((await window.caches.keys()).map(files)));
  });

/** A visitor of a copy of the site, when all of it is kept and the page is served from there. */
async function visitor(t, how = {}) {
  const site = await copyOfSite(t, PATH);
  await site.publish("1");
  const visitor = await newPage(t, { offline: true, clean: false, ...how });
  const { page } = visitor;
  await page.goto(site.url);
  await learns(page);
  await until(page, () => Boolean(navigator.serviceWorker.controller));
  return { ...visitor, site };
}

/** Scrolls to every figure until it is there. */
async function readFigures(page) {
  for (const { name } of FIGURES) {
    await page.locator(`#${name}`).evaluate((section) => section.scrollIntoView());
    await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
  }
}

/** An archive of two folders. */
const archive = () => ({
  name: "two.zip",
  mimeType: "application/zip",
  buffer: Buffer.from(
    zip([0, 1].flatMap((y) => pictures(3, y).map(({ name, buffer }) => ({ name: `${y ? "cat" : "dog"}/${name}`, data: buffer })))), // prettier-ignore
  ),
});

test("the server is gone after the first visit: both pages, figures, languages, files, and what is fetched later", async (t) => {
  const { page, site, errors } = await visitor(t);
  await site.close();
  await page.reload();
  await learns(page);
  await choose(page, 1, archive());
  await counts(page, 3, 3);
  await choose(page, 1, await h5(10));
  await counts(page, 5, 5);
  for (const name of ["Draw", "Camera", "Microphone"]) {
    await card(page, 1).getByRole("button", { name, exact: true }).click();
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
  await press(page, "More settings");
  await page.locator("#settings select").first().waitFor();
  await page.locator("#cost .term").first().click();
  await page.locator("#cost .term[aria-expanded=true]").first().waitFor();
  await press(page, "中文");
  await page.getByText("训练", { exact: true }).first().waitFor();
  await page.goto(`${site.url}notes.html?lang=en#broadcasting`);
  await readFigures(page);
  await page.goto(`${site.url}notes.html`);
  await page.locator("#neuron h2", { hasText: "房子" }).waitFor();
  await page.goto(`${site.url}index.html`);
  await page.locator(".class-count", { hasText: "5" }).nth(1).waitFor();
  assert.deepEqual(errors, []);
});

test("what is kept is what the pages can ask for, and the page can be installed", async (t) => {
  const { page, site, context } = await visitor(t);
  const [kept] = Object.values(await keptFiles(page)).map(Object.keys);
  for (const file of ["index.html", "notes.html", "boot.js", "cannot.js", "icon-192.png"])
    assert.ok(kept.includes(file), file);
  assert.equal(kept.filter((file) => /\.map$|^offline\.js$/.test(file)).length, 0);
  assert.equal(new Set(site.asked.filter((file) => /^core-.*wasm$/.test(file))).size, 1);
  const devtools = await context.newCDPSession(page);
  const { errors, url } = await devtools.send("Page.getAppManifest");
  assert.deepEqual([errors, url], [[], `${site.url}manifest.webmanifest`]);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  const reasons = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito");
  assert.deepEqual(reasons, []);
});

test("a newer version that is interrupted, or not yet whole on the server, changes nothing; whole, it is told of", async (t) => {
  const { page, site, errors } = await visitor(t);
  const old = await site.read("notes.html");
  const [[first, whole]] = Object.entries(await keptFiles(page));
  await site.publish("2");
  for (const instead of ["none", old]) {
    site.instead.set("notes.html", instead);
    site.asked.length = 0;
    await page.reload();
    await learns(page);
    await soon(async () => assert.ok(site.asked.includes("notes.html"), "the new version was tried"));
    await until(page, async () => {
      const { installing, waiting } = await navigator.serviceWorker.getRegistration();
      return !installing && !waiting;
    });
    await site.close();
    for (const path of ["", "notes.html"]) {
      await page.goto(site.url + path);
      assert.equal(await versionOf(page), "1", path);
    }
    assert.deepEqual((await keptFiles(page))[first], whole);
    await site.open();
    await page.goto(site.url);
  }
  site.instead.clear();
  site.asked.length = 0;
  await page.goto(`${site.url}notes.html`);
  const told = page.getByRole("status").filter({ hasText: "newer version" });
  await told.waitFor();
  assert.deepEqual(site.asked.filter((file) => /-[\w-]{8}\.\w+$/.test(file)), [], "only what is new is loaded"); // prettier-ignore
  assert.equal(await versionOf(page), "1");
  await assertAccessible(page);
  await told.getByRole("button", { name: "Reload" }).click();
  await reloadedAs(page, "2");
  await site.close();
  for (const path of ["", "notes.html"]) {
    await page.goto(site.url + path);
    assert.equal(await versionOf(page), "2", path);
  }
  await readFigures(page);
  await soon(async () => assert.equal((await caches(page)).length, 1, "the older version is gone"));
  assert.deepEqual(errors.filter((text) => !/net::ERR|notes\.html|integrity/.test(text)), []); // prettier-ignore
});

test("another tab keeps the version it has, until it is closed", async (t) => {
  const { page, context, site } = await visitor(t);
  const other = await context.newPage();
  await other.goto(`${site.url}notes.html`);
  await site.publish("2");
  await page.reload();
  await page.getByRole("status").getByRole("button", { name: "Reload" }).click();
  await reloadedAs(page, "2");
  await site.close();
  await readFigures(other);
  assert.equal(await versionOf(other), "1");
  assert.equal((await caches(page)).length, 2);
  await other.close();
  await page.reload();
  await soon(async () => assert.equal((await caches(page)).length, 1));
});

test("a figure that did not come tries again when the network is back", async (t) => {
  const { page, context } = await newPage(t, { clean: false });
  await page.goto("/notes.html");
  await page.locator("#neuron[data-ready]").waitFor({ state: "attached" });
  await context.setOffline(true);
  await page.locator("#broadcasting").evaluate((section) => section.scrollIntoView());
  await page.locator("#broadcasting[data-failed]").waitFor({ state: "attached" });
  await page.locator("#broadcasting").getByRole("button", { name: "Try again" }).waitFor();
  await context.setOffline(false);
  await page.locator("#broadcasting[data-ready]").waitFor({ state: "attached" });
});
