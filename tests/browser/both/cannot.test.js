// @ts-nocheck -- many functions here run in the page
// Where the page cannot work it says so in both languages, the reader's first, and what to do.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import test from "node:test";
import { SERVED, SOURCES } from "../shared/browser.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const { newPage, visit } = browserTests();

/** The sentences that are shown: [language, text]. */
const sentences = async (page) => {
  await until(page, () => !document.getElementById("cannot").hidden);
  return page.locator("#cannot p").evaluateAll((list) => list.map((p) => [p.lang, p.innerText]));
};

/** In the page: as in Firefox 113, which knows no options of a worker but its name. */
const withoutModuleWorkers = () => {
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(address, { name } = {}) {
      super(address, { name });
    }
  };
};

for (const [what, init, english] of [
  ["WebAssembly", () => delete window.WebAssembly, /WebAssembly is switched off/],
  [
    "SIMD",
    () => (WebAssembly.validate = () => false),
    /no WebAssembly SIMD.*Chrome 108, Edge 108, Firefox 114/,
  ],
  ["module workers", withoutModuleWorkers, /no module workers.*Firefox 114, Safari 16\.4/],
]) {
  test(`without ${what}`, async (t) => {
    for (const lang of ["en-US", "zh-CN"]) {
      const { page } = await visit(t, { init, lang, ready: false });
      const shown = await sentences(page);
      const order = lang === "en-US" ? ["en", "zh-Hans"] : ["zh-Hans", "en"];
      assert.deepEqual(
        shown.map(([each]) => each),
        order,
      );
      assert.match(shown[order.indexOf("en")][1], english);
      assert.match(shown[order.indexOf("zh-Hans")][1], /WebAssembly|Firefox 114、Safari 16\.4/);
      assert.equal(page.workers().length, 0, "nothing is started");
    }
  });
}

for (const [what, folder] of [
  ["the site", SERVED],
  ["the sources", SOURCES],
])
  for (const name of ["index.html", "notes.html"])
    test(`opened from the disk: ${name} of ${what} names the file that can be`, async (t) => {
      const { page } = await newPage(t, { clean: false });
      await page.goto(pathToFileURL(`${folder}${name}`).href);
      const [[, english], [, chinese]] = await sentences(page);
      assert.match(english, /opened from the disk.*one-neuron\.html.*npm start/);
      assert.match(chinese, /one-neuron\.html.*npm start/);
    });

test("when the part that computes cannot be had: a sentence, and a button that reloads", async (t) => {
  const { page, context } = await newPage(t, { clean: false });
  let blocked = true;
  await context.route(/neuron[\w-]*\.wasm/, (route) =>
    blocked ? route.fulfill({ status: 404, body: "" }) : route.continue(),
  );
  await page.goto("/");
  const alert = page.getByRole("alert").filter({ visible: true });
  await alert.getByText("The part of the page that computes has stopped.").waitFor();
  blocked = false;
  await alert.getByRole("button", { name: "Reload" }).click();
  await until(page, () => Number(document.getElementById("iteration")?.innerText) > 5);
});
