// Drives a page in Chromium, Firefox or WebKitGTK, all three from Debian's packages and over W3C WebDriver.
//
//   const browser = await launch("webkit");
//   await browser.goto(url);
//   await browser.until(() => document.title !== "");

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { overHttp } from "./http.js";
import { overMarionette } from "./marionette.js";
import { sleep, start, within } from "./processes.js";

export const ENGINES = /** @type {const} */ (["chromium", "firefox", "webkit"]);

/** The key of an element in WebDriver's answers. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const TIMEOUTS = { script: 120_000, pageLoad: 60_000, implicit: 0 };
const CHROMIUM_ARGS = [
  ...["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  ...["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
];

/** @type {Promise<string> | undefined} */
let screen;

/** WebKitGTK has no headless mode: one virtual screen a test process, if there is none. @returns {Promise<string>} */
function display() {
  if (process.env.DISPLAY) return Promise.resolve(process.env.DISPLAY);
  return (screen ??= (async () => {
    const args = ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
    const server = start("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const answer = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    const line = (async () => {
      let text = "";
      for await (const part of answer) if ((text += part).includes("\n")) break;
      return text.trim();
    })();
    const number = await within(10_000, "Xvfb", line);
    server.unref();
    return `:${number}`;
  })());
}

function chromium() {
  const finder = fileURLToPath(new URL("../../chromium", import.meta.url));
  const binary = execFileSync("bash", [finder], { encoding: "utf8" }).trim();
  const args = [...CHROMIUM_ARGS, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const capabilities = {
    timeouts: TIMEOUTS,
    browserName: "chrome",
    "goog:chromeOptions": { binary, args },
  };
  return overHttp("chromedriver", (port) => [`--port=${port}`], capabilities);
}

async function webkit() {
  const architecture = process.arch === "arm64" ? "aarch64" : "x86_64";
  const binary = `/usr/lib/${architecture}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;
  const capabilities = { timeouts: TIMEOUTS, "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
  const env = { ...process.env, DISPLAY: await display(), GDK_BACKEND: "x11" };
  return overHttp("WebKitWebDriver", (port) => ["-p", String(port)], capabilities, env);
}

const LAUNCH = {
  chromium,
  firefox: () => overMarionette("firefox-esr", { timeouts: TIMEOUTS }),
  webkit,
};

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export class Browser {
  /** @param {string} engine @param {import('./http.js').Connection} connection */
  constructor(engine, { send, close }) {
    this.engine = engine;
    this.send = send;
    this.close = close;
  }

  /** @param {string} url */
  async goto(url) {
    await this.send("url", { url });
  }

  /** @param {number} width @param {number} height of the window; no engine makes it as narrow as a phone */
  async resize(width, height) {
    await this.send("window/rect", { width, height });
  }

  /** What fn gives in the page; plain values only. @param {string | ((...args: any[]) => any)} fn @param {any[]} args */
  async evaluate(fn, ...args) {
    const script = `const a = [...arguments], done = a.pop();
      (async () => (${fn})(...a))().then((v) => done({ v }), (e) => done({ e: e + " " + e?.stack }))`;
    const answer = await this.send("execute/async", { args, script });
    if (!answer) throw new Error("the page went away");
    if (answer.e) throw new Error(answer.e);
    return answer.v;
  }

  /** Asks again and again until the answer is true; survives reloads. @param {(...args: any[]) => any} look
   *  @param {any[]} args */
  async until(look, ...args) {
    const asked = `async (...a) => Boolean(await (${look})(...a))`; // elements and arrays cannot all leave the page
    const end = Date.now() + 60_000;
    for (let why = ""; ;) {
      try {
        if (await this.evaluate(asked, ...args)) return;
      } catch (error) {
        why = String(error);
      }
      if (Date.now() > end) throw new Error(`${this.engine}, not within a minute: ${look} ${why}`);
      await sleep(30);
    }
  }

  /** @param {string} css @returns {Promise<string>} */
  async find(css) {
    return (await this.send("element", { using: "css selector", value: css }))[ELEMENT];
  }

  /** @param {string} css */
  async click(css) {
    await this.evaluate((css) => document.querySelector(css).scrollIntoView({ block: "center" }), css);
    await this.send("click", {}, await this.find(css));
  }

  /** Into a file input, which may be hidden. @param {string} css @param {string[]} paths */
  async setFiles(css, paths) {
    const text = paths.map((path) => resolve(path)).join("\n");
    await this.send("value", { text }, await this.find(css));
  }

  /** @param {string} css @param {string} text */
  async type(css, text) {
    await this.send("value", { text }, await this.find(css));
  }

  /** A stroke of the mouse. @param {string} css @param {[number, number][]} points from the element's centre, in pixels */
  async draw(css, points) {
    const origin = { [ELEMENT]: await this.find(css) };
    const move = (/** @type {[number, number]} */ [x, y], duration = 20) => ({
      ...{ type: "pointerMove", duration, origin, x, y },
    });
    const [first, ...others] = points;
    const down = { type: "pointerDown", button: 0 };
    const up = { type: "pointerUp", button: 0 };
    const actions = [move(first, 0), down, ...others.map((point) => move(point)), up];
    const mouse = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
    await this.send("actions", { actions: [mouse] });
  }

  /** What axe finds on the page. @returns {Promise<string[]>} */
  async axe() {
    await this.send("execute/sync", { script: `${readFileSync(AXE, "utf8")};`, args: [] });
    return this.evaluate(async () => {
      await Promise.all(document.getAnimations().map((move) => move.finished.catch(() => {})));
      const { violations } = await /** @type {any} */ (window).axe.run({ resultTypes: ["violations"] });
      return violations.map(
        (/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(", ")}`,
      );
    });
  }

  /** @param {string} file */
  async screenshot(file) {
    const base64 = await this.send("screenshot", { full: false });
    writeFileSync(file, Buffer.from(base64, "base64"));
  }
}

/** @param {keyof typeof LAUNCH} engine */
export async function launch(engine) {
  return new Browser(engine, await LAUNCH[engine]());
}
