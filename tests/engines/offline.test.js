// Without a network, in Chromium, Firefox and WebKitGTK: the site when its server is gone, and the single file from the disk.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { pathToFileURL } from "node:url";
import { SERVED } from "../browser/shared/browser.js";
import { h5, pictures } from "../browser/shared/files.js";
import { ENGINES, launch } from "./driver/driver.js";
import { FILES, counts, errorsOf, hearErrors, openTraining, press, savedCosts, serve, textOf, train } from "./visitor.js"; // prettier-ignore

const server = await serve();
server.offline = true;
const folder = mkdtempSync(join(tmpdir(), "one neuron "));
after(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
copyFileSync(join(SERVED, "one-neuron.html"), join(folder, "one-neuron.html"));
const file = pathToFileURL(join(folder, "one-neuron.html")).href;
const own = [...pictures(4, 1), await h5(10)].map(({ name, buffer }) => {
  writeFileSync(join(folder, name), buffer);
  return join(folder, name);
});
const [set, ...ones] = [own.at(-1), ...own.slice(0, -1)].map(String);

/** Costs of the drawn set, from the site and from the file, by engine. @type {Set<string>} */
const costs = new Set();

/** @param {import("./driver/driver.js").Browser} browser */
const figureReady = (browser) =>
  browser.until(() => document.querySelector("#broadcasting[data-ready]") !== null);

for (const engine of ENGINES)
  test(engine, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    await browser.resize(1280, 1000);

    await t.test("the server is gone after the first visit", async () => {
      server.away = false;
      await openTraining(browser, server.url);
      await browser.until(() => Boolean(navigator.serviceWorker.controller));
      server.away = true;
      await openTraining(browser, server.url);
      await browser.until(() => document.querySelector("#play").classList.contains("running"));
      await train(browser);
      costs.add(await savedCosts(browser));
      await browser.setFiles(FILES(1), ones);
      await counts(browser, 0, 4);
      await browser.setFiles(FILES(1), [set]);
      await counts(browser, 5, 5);
      await press(browser, "More settings");
      await browser.until(() => document.querySelector("#settings select")?.checkVisibility());
      await browser.click('[data-language="zh-Hans"]');
      await browser.until(() => document.documentElement.lang === "zh-Hans");
      assert.equal(await errorsOf(browser), "");
      await browser.goto(`${server.url}notes.html#broadcasting`);
      await figureReady(browser);
      assert.match(await textOf(browser, "#neuron h2"), /房子/);
    });

    await t.test("the single file opens from the disk, both pages of it", async () => {
      await openTraining(browser, file);
      await browser.until(() => document.querySelector("#play").classList.contains("running"));
      await train(browser);
      costs.add(await savedCosts(browser));
      await browser.setFiles(FILES(1), ones);
      await counts(browser, 0, 4);
      await browser.setFiles(FILES(1), [set]);
      await counts(browser, 5, 5);
      assert.equal(await errorsOf(browser), "");
      await browser.evaluate(() => document.querySelector('.pages a[href^="notes"]').click());
      await browser.until(() => document.querySelector("#neuron[data-ready]") !== null);
      await hearErrors(browser);
      await browser.evaluate(() => (location.hash = "#broadcasting"));
      await figureReady(browser);
      assert.equal(await errorsOf(browser), "");
    });
  });

test("the same costs everywhere, to the last bit", () => assert.equal(costs.size, 1));
