// @ts-nocheck -- many functions here run in the page
// one-neuron.html from the disk, and nothing else: no server, no other file beside it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { FIGURES } from "../../../web/notes/figures.js";
import { inside, pageOf } from "../../../web/single/links.js";
import { filesIn } from "../../unit/saved/saved-fakes.js";
import { answersOf } from "../../unit/shared/onnx.js";
import { assertAccessible } from "../shared/axe.js";
import { SERVED } from "../shared/browser.js";
import { UNASKED } from "../shared/camera.js";
import { h5, pictures } from "../shared/files.js";
import { card, choose, counts, hearWorker, press, says, stored } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { newPage } = browserTests({ args: ["--use-fake-device-for-media-stream", UNASKED] });
const learns = (page) => until(page, () => Number(document.getElementById("iteration")?.innerText) > 0);

/** A copy of the file in a folder of its own, opened. `asked` fills up with requests beyond it. */
async function opened(t, { init, search = "", ...how } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "one neuron ")); // as folders are called
  t.after(() => rm(folder, { recursive: true }));
  await copyFile(join(SERVED, "one-neuron.html"), join(folder, "one-neuron.html"));
  const address = pathToFileURL(join(folder, "one-neuron.html")).href;
  const visitor = await newPage(t, { clean: false, ...how });
  const { page, context, errors } = visitor;
  const asked = [];
  context.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url().replace(/[?#].*/, ""));
  });
  await page.addInitScript(hearWorker);
  if (init) await page.addInitScript(init);
  await page.goto(address + search);
  const clean = () => {
    assert.deepEqual(errors, []);
    assert.deepEqual([...new Set(asked)], [address], "nothing but the file itself");
  };
  return { ...visitor, address, clean };
}

test("a link into the disk is said to be one, and has neither a QR code nor HTML for a course page", async (t) => {
  const { page, clean } = await opened(t);
  await learns(page);
  await press(page, "More settings");
  await press(page, "Link for a class, or to embed");
  const dialog = page.getByRole("dialog", { name: "Link for a class" });
  await dialog.getByText("opened from the disk").waitFor();
  const link = dialog.getByRole("textbox", { name: "Link, with the settings" });
  await soon(async () => assert.match(await link.inputValue(), /^file:.*one-neuron\.html\?/));
  assert.equal(await dialog.locator(".link-qr svg").count(), 0);
  assert.equal(await dialog.getByRole("button", { name: "Large, for the wall" }).count(), 0);
  for (const words of ["shorten the task", "Embed in a course page"])
    assert.equal(await dialog.getByText(words).count(), 0, words);
  clean();
});

test("it learns, takes pictures, an .h5 and a language, and has all that after a reload", async (t) => {
  const { page, clean } = await opened(t);
  await learns(page);
  await choose(page, 1, pictures(4, 1));
  await choose(page, 0, pictures(3, 0));
  await counts(page, 3, 4);
  await press(page, "More settings");
  await page.locator("#settings select").first().waitFor();
  await press(page, "中文");
  await until(page, () => document.documentElement.lang === "zh-Hans");
  await stored(page, 7);
  await page.reload();
  await until(page, () => document.querySelector(".class-count"));
  await counts(page, 3, 4);
  await page.locator("#data", { hasText: "图片" }).waitFor();
  await choose(page, 1, await h5(10));
  await counts(page, 5, 5);
  clean();
});

test("both pages are in it, their links lead to one another, and every figure runs", async (t) => {
  const { page, address, clean } = await opened(t);
  await learns(page);
  await page.getByRole("link", { name: "Notes", exact: true }).click();
  await page.locator("#neuron[data-ready]").waitFor({ state: "attached" });
  assert.equal(page.url(), `${address}?page=notes`);
  for (const { name } of FIGURES) {
    await page.locator(`#${name}`).evaluate((section) => section.scrollIntoView());
    await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
  }
  await assertAccessible(page);
  await press(page, "中文");
  await page.locator("#neuron h2", { hasText: "房子" }).waitFor();
  await page.locator("#gradient-descent .own a").click();
  await learns(page);
  const there = new URL(page.url());
  assert.equal(there.href.replace(there.search, ""), `${address}#alpha-label`);
  assert.deepEqual([there.searchParams.get("page"), there.searchParams.get("lang")], ["index", "zh"]);
  clean();
});

test("what looks are fetched later on a server are in force", async (t) => {
  const { page, clean } = await opened(t);
  await learns(page);
  await page.locator("#picture").click();
  await page.locator(".picture-menu").waitFor();
  assert.equal(
    await page.locator(".picture-menu").evaluate((menu) => getComputedStyle(menu).position),
    "absolute",
  );
  await page.getByRole("button", { name: "iteration", exact: true }).click();
  await page.locator(".explanation").waitFor();
  assert.equal(
    await page.locator(".explanation").evaluate((window) => getComputedStyle(window).position),
    "fixed",
  );
  clean();
});

test("its policy allows its own scripts and style sheets, each by its hash, and no request at all", async () => {
  const html = await readFile(join(SERVED, "one-neuron.html"), "utf8");
  const policy = Object.fromEntries(
    /http-equiv="Content-Security-Policy" content="([^"]*)"/
      .exec(html)[1]
      .split("; ")
      .map((rule) => {
        const [name, ...sources] = rule.split(" ");
        return [name, sources];
      }),
  );
  const hashes = (pattern) =>
    [...html.matchAll(pattern)].map(([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`); // prettier-ignore
  const scripts = hashes(/<script(?: type="module")?>([^]*?)<\/script>/g);
  assert.equal(scripts.length, 3);
  assert.deepEqual(policy["script-src"], [...scripts, "'wasm-unsafe-eval'"]);
  assert.deepEqual(policy["style-src"], hashes(/<style>([^]*?)<\/style>/g));
  assert.deepEqual(policy["default-src"], ["'none'"]);
  assert.equal("connect-src" in policy, false);
  assert.doesNotMatch(html.replace(/<script[^]*?<\/script>/g, ""), /(?:src|srcset)="(?!data:)/);
});

test("the model leaves it for other programs", async (t) => {
  const { page, clean } = await opened(t);
  await learns(page);
  await press(page, "Save …");
  const choice = page.getByRole("dialog").getByRole("button", { name: /\.onnx/ });
  const [download] = await Promise.all([page.waitForEvent("download"), choice.click()]);
  const [y_hat] = await answersOf(await readFile(await download.path()), new Uint8Array(64 * 64 * 3), 64);
  assert.ok(y_hat > 0 && y_hat < 1, `${y_hat}`);
  clean();
});

/** In the page, before its scripts: a processor to spare, and how many workers came that pack pictures. */
function countPackers() {
  Object.defineProperty(navigator, "hardwareConcurrency", { value: 2 });
  window.packers = 0;
  window.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => (window.packers += data === "there"));
    }
  };
}

test("everything leaves it, packed with the help of a worker", async (t) => {
  const { page, clean } = await opened(t, { init: countPackers });
  await learns(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  const file = new File([await readFile(await download.path())], "saved.zip");
  const files = [...(await filesIn(file)).keys()];
  assert.equal(files.filter((path) => path.endsWith(".png")).length, 250);
  await until(page, () => window.packers === 1);
  clean();
});

test("it says why, and what if, and keeps runs", async (t) => {
  const { page, clean } = await opened(t, { search: "?iterations=50" });
  await learns(page);
  await press(page, "Why?");
  await page.locator("#why-panel .why-z").waitFor();
  await page.locator("#what-if > summary").click();
  await press(page, "Try 50 other splits");
  await page.getByText(/^\d+% ± \d+ on \d+ test pictures: 50 splits/).waitFor();
  await press(page, "Compare three learning rates");
  await press(page, "Keep as runs, in the cost chart");
  await page.locator(".runs-legend li").nth(2).waitFor();
  clean();
});

test("where nothing may be stored it says so, and works", async (t) => {
  const { page } = await opened(t, {
    init: () => {
      const plain = window.Blob;
      // as the worker would see it: a browser that forbids storage
      window.Blob = class extends plain {
        constructor(parts, options) {
          super(["Object.defineProperty(globalThis,'indexedDB',{get(){throw new DOMException('no','SecurityError')}});", ...parts], options); // prettier-ignore
        }
      };
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("no", "SecurityError");
        },
      });
    },
  });
  await page.getByText("This browser lets the page store nothing.").waitFor();
  await learns(page);
});

test("the microphone records, without a worklet, which its policy could not let in", async (t) => {
  const { page, clean } = await opened(t);
  await learns(page);
  await card(page, 1).getByRole("button", { name: "Microphone", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const button = dialog.getByRole("button", { name: "Hold to record" });
  await soon(async () => assert.ok(await button.isEnabled()));
  await button.hover();
  await page.mouse.down();
  await dialog.getByText(says("sound.added.other", { n: 2 })).waitFor();
  await page.mouse.up();
  // Chromium's microphone beeps: some of what is seen is bright, the rest is silence.
  const rows = await dialog.locator("canvas").evaluate((node) => {
    const { data } = node.getContext("2d").getImageData(0, 0, node.width, node.height);
    return [Math.min(...data), Math.max(...data.filter((_, i) => i % 4 === 0))];
  });
  assert.ok(rows[1] - rows[0] > 50, `${rows}`);
  await dialog.getByRole("button", { name: "Done" }).click();
  await until(page, () => window.heard.data.counts[1] >= 2);
  clean();
});

test("the camera takes pictures for a class", async (t) => {
  const { page, clean } = await opened(t);
  await learns(page);
  await card(page, 0).getByRole("button", { name: "Camera", exact: true }).click();
  const hold = page.getByRole("dialog").getByRole("button", { name: "Hold to record" });
  await soon(async () => assert.ok(await hold.isEnabled()));
  await hold.hover();
  await page.mouse.down();
  await until(page, () => window.heard.data.counts[0] >= 3 && window.heard.data.source === "own");
  await page.mouse.up();
  clean();
});

test("in a browser that is too old it says so, as the pages do", async (t) => {
  const { page } = await opened(t, { init: () => (WebAssembly.validate = () => false) });
  await page.locator("#cannot p", { hasText: "no WebAssembly SIMD" }).waitFor();
  assert.equal(page.workers().length, 0);
});

test("links between the pages become links inside the file", () => {
  assert.equal(inside("notes.html#scale"), "?page=notes#scale");
  assert.equal(inside("index.html?lang=zh#data"), "?lang=zh&page=index#data");
  assert.equal(inside("notes.html"), "?page=notes");
  assert.equal(inside("#scale"), null);
  assert.equal(inside("https://example.org/notes.html"), null);
  assert.equal(pageOf("?lang=zh&page=notes"), "notes");
  assert.equal(pageOf(""), "index");
});
