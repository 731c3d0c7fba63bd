// One server and one headless Chromium, for the tests of one file (see visitor.js) and for the measurements of tests/bench.
//
//   const { newPage, close } = await openBrowser();
//   const { page, errors, foreign } = await newPage({ lang: 'zh-CN', theme: 'dark', width: 390 });

import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sirv from "sirv";

/** The folder that is served and tested: what visitors get (npm run site). */
export const SERVED = fileURLToPath(new URL("../../../site/", import.meta.url));
/** The sources, for tests of single modules: served in `folders` beside what visitors get. */
export const SOURCES = fileURLToPath(new URL("../../../web/", import.meta.url));
const FIND_CHROMIUM = fileURLToPath(new URL("../../chromium", import.meta.url));

/**
 * Serves the site as GitHub Pages does, whose files may be kept for ten minutes, and beside it what a test needs.
 * @param {Record<string, string>} pages address -> HTML of a page that only a test has, e.g. '/bare.html'
 * @param {Record<string, string>} folders address -> folder, e.g. '/course/'
 */
async function serve(pages, folders) {
  const site = sirv(SERVED, { maxAge: 600 });
  const beside = Object.entries(folders).map(([prefix, folder]) => ({
    prefix,
    files: sirv(folder, { dev: true }),
  }));
  const server = createServer((request, response) => {
    const address = request.url ?? "/";
    const path = new URL(address, "http://x").pathname;
    if (Object.hasOwn(pages, path)) {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(pages[path]);
      return;
    }
    const other = beside.find(({ prefix }) => path.startsWith(prefix));
    if (other) request.url = address.slice(other.prefix.length - 1);
    (other?.files ?? site)(request, response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/`, close };
}

/** @param {string[]} args @param {boolean} bare @param {boolean} whole */
async function launch(args, bare, whole) {
  const wanted = whole ? [] : ["--shell"];
  const executablePath = execFileSync("bash", [FIND_CHROMIUM, ...wanted], { encoding: "utf8" }).trim();
  const quiet = [
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
  ];
  const chromiumSandbox = process.getuid?.() !== 0;
  if (!bare) return chromium.launch({ executablePath, args: [...quiet, ...args], chromiumSandbox });
  const profile = await mkdtemp(join(tmpdir(), "one-neuron-profile-"));
  const own = ["--headless", "--remote-debugging-pipe", `--user-data-dir=${profile}`];
  const root = chromiumSandbox ? [] : ["--no-sandbox"];
  const browser = await chromium.launch({
    executablePath,
    ignoreDefaultArgs: true,
    args: [...own, ...root, ...quiet, ...args],
  });
  browser.on("disconnected", () => rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })); // prettier-ignore
  return browser;
}

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} url
 */
function watch(context, url) {
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const foreign = [];
  const own = (/** @type {string} */ address) =>
    address.startsWith(url) || /^(data|blob|about):/.test(address);
  context.on("request", (request) => {
    if (!own(request.url())) foreign.push(request.url());
  });
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("weberror", (error) => errors.push(String(error.error())));
  return { errors, foreign };
}

/**
 * @param {object} [options]
 * @param {Record<string, string>} [options.pages] address -> HTML, for pages that only the test has
 * @param {Record<string, string>} [options.folders] address (ending in a slash) -> folder that is served there
 * @param {string[]} [options.args] more switches for Chromium
 * @param {boolean} [options.bare] without Playwright's switches: with them a service worker is looked for anew after 40 s
 * @param {boolean} [options.whole] with the windows of its own that a browser asks its user in; all else takes half as long
 *   without them
 */
export async function openBrowser({ pages = {}, folders = {}, args = [], bare = false, whole = false } = {}) {
  const server = await serve(pages, folders);
  const browser = await launch(args, bare, whole).catch(async (error) => {
    await server.close();
    throw error;
  });
  return {
    browser,
    url: server.url,
    /**
     * A page in a context of its own, with empty storage. `errors` and `foreign` fill up while it lives: messages
     * of level error and uncaught exceptions, also of workers; requests to any other origin.
     * @param {{lang?: string, theme?: 'light' | 'dark', width?: number, height?: number, still?: boolean, touch?: boolean,
     *   offline?: boolean}} [options] still: prefers-reduced-motion; touch: a phone, with fingers and no mouse; offline:
     *   with the service worker, which in other tests would load the whole site and answer what they hold back
     */
    async newPage(options = {}) {
      const { lang = "en-US", theme = "light", width = 1280, height = 900 } = options;
      const { still = false, touch = false, offline = false } = options;
      const context = await browser.newContext({
        baseURL: server.url,
        locale: lang,
        colorScheme: theme,
        reducedMotion: still ? "reduce" : "no-preference",
        viewport: { width, height },
        hasTouch: touch,
        isMobile: touch,
        serviceWorkers: offline ? "allow" : "block",
      });
      const watched = watch(context, server.url);
      const page = await context.newPage();
      return { page, context, ...watched, close: () => context.close() };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
