// Everything of the training page that is fetched later, in the order in which one visitor asks for it: the control that needs
// it, and what is there when it came.
import { dirname } from "node:path";
import { npy, zip } from "../../unit/shared/zip.js";
import { drop, h5, onDisk, pictures } from "./files.js";
import { card, choose, finish, press, says } from "./training-page.js";
import { until } from "./wait.js";

/** @typedef {import('playwright-core').Page} Page */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(page: Page) => Promise<unknown>} ask the control, pressed again when it did not come
 * @property {(page: Page) => Promise<unknown>} there resolves when it came
 * @property {(page: Page) => Promise<unknown>} [before] what must be there first @property {(page: Page) => Promise<unknown>} [after]
 *   what makes way for the next
 */

/** @param {string} selector @returns {Step["there"]} */
const seen = (selector) => (page) => page.locator(selector).first().waitFor();
const button = (/** @type {Page} */ page, /** @type {string} */ key) =>
  page.getByRole("button", { name: says(key), exact: true });
const escape = (/** @type {Page} */ page) => page.keyboard.press("Escape");
const closeDialog = async (/** @type {Page} */ page) => {
  await page.evaluate(() => /** @type {any} */ (document.querySelector("dialog[open]"))?.close());
  await page
    .locator("dialog[open]")
    .first()
    .waitFor({ state: "detached" })
    .catch(() => {});
};
const set = async (/** @type {Page} */ page, /** @type {string} */ id, /** @type {string} */ value) => {
  await page.locator(`#${id}`).fill(value);
  await page.locator(`#${id}`).press("Enter");
};
/** Trained from 0. @param {Page} page @param {string} alpha */
async function train(page, alpha) {
  await page.locator("h1").click();
  await page.keyboard.press("r");
  await until(page, () => window.heard.train.iteration === 0 && !window.heard.train.running);
  await set(page, "alpha", alpha);
  await set(page, "iterations", "30");
  await page.locator("#play").click();
  await finish(page);
}

/** What was saved on the way, to be opened later. @param {import('node:test').TestContext} t @returns {Step[]} */
export function stepsOf(t) {
  /** @type {Record<string, Buffer>} */
  const saved = {};
  let came = 0;
  /** One of the files that can be saved. @param {string} key @returns {Step} */
  const saving = (key) => ({
    name: `saved: ${key}`,
    async ask(page) {
      await closeDialog(page);
      came = await page.evaluate(() => /** @type {any} */ (window).saved.length);
      await page
        .locator(".data-foot")
        .getByRole("button", { name: says("data.save") })
        .click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: says(`save.${key}`) })
        .click();
    },
    async there(page) {
      await until(page, (n) => /** @type {any} */ (window).saved.length > n, came);
      const base64 = await page.evaluate(async () => {
        const bytes = new Uint8Array(await /** @type {any} */ (window).saved.at(-1).arrayBuffer());
        return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
      });
      saved[key] = Buffer.from(base64, "base64");
    },
  });
  /** Files chosen for a class. @param {string} name @param {() => Promise<any>} files @param {(data: any) => boolean} there @returns {Step} */
  const chosen = (name, files, there) => ({
    name,
    ask: async (page) => choose(page, 1, await files()),
    there: async (page) => {
      for (;;) {
        const { counts, source, undo } = await page.evaluate(() => window.heard.data);
        if (there({ counts, source, undo })) return;
        await new Promise((go) => setTimeout(go, 50));
      }
    },
  });
  const mime = "application/octet-stream";
  return [
    {
      name: "what a result means",
      ask: (page) => train(page, "0.01"),
      there: (page) =>
        until(page, () => /\d+ (of|\/)|%/.test(document.querySelector("#meaning").textContent)),
    },
    {
      name: "the table of costs",
      ask: (page) => page.locator("#cost-table summary").click(),
      there: seen("#cost-table[open] tbody tr"),
    },
    { name: "more settings", ask: (page) => press(page, "More settings"), there: seen("#settings select") },
    {
      name: "the whole core, by another engine",
      ask: async (page) => {
        await page.getByRole("combobox", { name: "Engine" }).selectOption({ label: "loop" });
        await page.locator("#play").click();
      },
      there: (page) =>
        until(page, () => window.heard.train.engine === "loop" && window.heard.train.iteration > 0),
      after: async (page) => {
        await page.getByRole("combobox", { name: "Engine" }).selectOption({ label: "automatic" });
        await train(page, "0.02");
      },
    },
    {
      name: "a network",
      ask: (page) => page.locator("#network").selectOption("[4]"),
      there: seen(".hidden-neuron"),
      after: async (page) => {
        await page.locator("#network").selectOption("[]");
        await train(page, "0.03");
      },
    },
    {
      name: "the list of runs",
      ask: (page) => train(page, `0.0${5 + (came++ % 4)}`),
      there: seen("#runs summary"),
    },
    {
      name: "the chart as a picture",
      ask: (page) => page.locator("#picture").evaluate((one) => /** @type {any} */ (one).click()),
      there: seen(".picture-menu"),
      after: escape,
    },
    {
      name: "the sliders",
      ask: async (page) => {
        await page.locator("h1").hover();
        await page.locator("#live input[name=alpha]").hover();
        await page.locator("h1").click();
        await page.locator("#live input[name=alpha]").focus();
      },
      there: (page) => page.locator(".live-line").waitFor({ state: "attached" }),
    },
    {
      name: "the numbers of a weight",
      ask: async (page) => {
        await page.locator("h1").click();
        await page.locator("#weights-canvas").focus();
        await page.keyboard.press("ArrowRight");
      },
      there: seen("#pixel td"),
      after: (page) => page.locator("h1").click(),
    },
    { name: "why this answer", ask: (page) => press(page, "Why?"), there: seen("#why-panel .why-z td") },
    {
      name: "what if",
      ask: (page) => page.locator("#what-if > summary").click(),
      there: seen("#what-if[open] h4"),
    },
    {
      name: "other splits",
      ask: (page) => button(page, "whatif.splits.start").click(),
      there: (page) =>
        until(
          page,
          () => /50 splits/.test(document.querySelector(".whatif-result")?.textContent ?? ""),
          null,
          { ms: 120_000 },
        ),
    },
    {
      name: "one's own program",
      ask: (page) => page.locator("#doctor > summary").click(),
      there: seen("#doctor-text"),
    },
    {
      name: "the pad",
      ask: (page) => card(page, 1).getByRole("button", { name: "Draw" }).click(),
      there: seen("dialog[open] [role=application]"),
      after: closeDialog,
    },
    {
      name: "the camera",
      ask: (page) => card(page, 1).getByRole("button", { name: "Camera" }).click(),
      there: seen("dialog[open] .camera-hold"),
      after: closeDialog,
    },
    {
      name: "the microphone",
      ask: (page) => card(page, 1).getByRole("button", { name: "Microphone", exact: true }).click(),
      there: seen("dialog[open] .sound-hold:enabled"),
      after: closeDialog,
    },
    {
      name: "the camera under test",
      ask: (page) =>
        page
          .locator("#test")
          .getByRole("button", { name: "Camera" })
          .evaluate((one) => /** @type {any} */ (one).click()),
      there: seen("#test .camera-live"),
      after: (page) =>
        page
          .locator("#test .camera-live")
          .getByRole("button", { name: says("camera.stop") })
          .evaluate((one) => /** @type {any} */ (one).click()),
    },
    {
      name: "the question before forgetting",
      ask: (page) => page.getByRole("button", { name: /^Forget/ }).click(),
      there: seen("dialog[open] button"),
      after: closeDialog,
    },
    {
      name: "a term",
      ask: (page) => page.locator("#cost .term").first().click(),
      there: seen(".explanation"),
      after: escape,
    },
    {
      name: "the keys",
      ask: async (page) => {
        await page.locator("h1").click();
        await page.keyboard.press("?");
      },
      there: (page) => page.getByRole("dialog", { name: "Keys" }).waitFor(),
      after: closeDialog,
    },
    {
      name: "printing",
      ask: async (page) => {
        await page.locator("h1").click();
        await page.keyboard.press("Control+p");
      },
      there: (page) => until(page, () => /** @type {any} */ (window).printed > 0),
    },
    {
      name: "a link for a class",
      ask: (page) => page.getByRole("button", { name: /^Link for a class/ }).click(),
      there: seen("dialog[open] .link-qr, dialog[open] .qr, dialog[open] input"),
      after: closeDialog,
    },
    {
      name: "the list of what can be saved",
      ask: (page) =>
        page
          .locator(".data-foot")
          .getByRole("button", { name: says("data.save") })
          .click(),
      there: seen(".save-list button"),
      after: closeDialog,
    },
    ...["all", "model-png", "sheet", "npz", "onnx", "onnx-test"].map(saving),
    chosen(
      "a file that is no picture",
      async () => ({ name: "bad.png", mimeType: "image/png", buffer: Buffer.from("nothing") }),
      () => true,
    ),
    chosen(
      "pictures",
      async () => pictures(3, 1),
      ({ source, counts }) => source === "own" && counts[1] === 3,
    ),
    {
      name: "pictures at rest",
      ask: async (page) => {
        await card(page, 1).locator(".thumbs button").first().click();
        await press(page, says("card.rest"));
      },
      there: seen(".resting li"),
    },
    chosen(
      "a zip of pictures",
      async () => ({
        name: "more.zip",
        mimeType: "application/zip",
        buffer: Buffer.from(
          zip(pictures(2, 1, { name: "z" }).map(({ name, buffer }) => ({ name: `a/${name}`, data: buffer }))),
        ),
      }),
      ({ counts }) => counts[1] === 4,
    ),
    chosen(
      "an .npy",
      async () => ({
        name: "train_set_x.npy",
        mimeType: mime,
        buffer: Buffer.from(
          npy(
            "|u1",
            [4, 8, 8, 3],
            new Uint8Array(4 * 8 * 8 * 3).map((_, i) => i * 7),
          ),
        ),
      }),
      ({ counts }) => counts[1] === 8,
    ),
    {
      name: "a folder",
      ask: async (page) => {
        const [path] = await onDisk(t, pictures(1, 1, { name: "f" }));
        await drop(page, card(page, 1), [dirname(path)]);
      },
      there: (page) => until(page, () => window.heard.data.counts[1] === 9),
    },
    {
      ...chosen(
        "a model in a picture",
        async () => ({ name: "model.png", mimeType: "image/png", buffer: saved["model-png"] }),
        () => false,
      ),
      there: seen(".brought"),
    },
    chosen(
      "a sheet",
      async () => ({ name: "sheet.png", mimeType: "image/png", buffer: saved.sheet }),
      ({ undo }) => undo?.code === "opened",
    ),
    chosen(
      "an .h5",
      async () => h5(6),
      ({ source }) => source === "h5",
    ),
    chosen(
      "everything that was saved",
      async () => ({ name: "all.zip", mimeType: "application/zip", buffer: saved.all }),
      ({ undo, source }) => undo?.code === "opened" && source === "drawn",
    ),
    {
      name: "layers of one's own",
      ask: (page) => page.locator("#network").selectOption("null"),
      there: seen("input.layers"),
    },
    {
      name: "the other language",
      ask: (page) => page.locator('[data-language="zh-Hans"]').click(),
      there: (page) => until(page, () => document.documentElement.lang === "zh-Hans"),
    },
  ];
}

/** In the page, before its scripts: what it would print, and the files it saves, for which there is a processor to spare. */
export function keepSaved() {
  const page = /** @type {any} */ (window);
  Object.defineProperty(navigator, "hardwareConcurrency", { value: 2 });
  page.printed = 0;
  page.print = () => page.printed++;
  page.saved = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (/** @type {any} */ blob) => {
    if (!/javascript/.test(blob.type)) page.saved.push(blob);
    return make.call(URL, blob);
  };
}
