// What every browser test needs: a browser, and visitors of its own who leave a clean console behind.
//
//   const { visit, openFigure } = browserTests();
//   test("…", async (t) => {
//     const { page } = await visit(t, { lang: "zh-CN" });        // the training page, already learning
//     const { figure } = await openFigure(t, "neuron");          // the notes at one figure, ready
//
// After the test each visitor is gone, and the test has failed if anything was wrong on the console or if anybody else was
// asked for anything.
import assert from "node:assert/strict";
import { after } from "node:test";
import { openBrowser } from "./browser.js";
import { borrow, giveBack } from "./reused.js";
import { hearWorker } from "./training-page.js";
import { until } from "./wait.js";

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */
/** @typedef {Awaited<ReturnType<Browser["newPage"]>>} Visitor */
/** @typedef {import('node:test').TestContext} TestContext */
/**
 * @typedef {NonNullable<Parameters<Browser["newPage"]>[0]> & {
 *   clean?: boolean, permissions?: string[], prepare?: (visitor: Visitor) => unknown}} How
 *   clean: false for the tests that make a request fail, which the browser itself puts on the console;
 *   prepare: what is done before any address is opened, for example a slow connection
 */

/** The console stayed empty and nothing was asked of anybody else. @param {Pick<Visitor, "errors" | "foreign">} visitor */
function assertClean({ errors, foreign }) {
  assert.deepEqual(errors, [], "errors on the console");
  assert.deepEqual(foreign, [], "requests to another origin");
}

/** The test is over. @param {TestContext} t @param {Visitor} visitor @param {boolean} clean @param {() => Promise<unknown>} end */
async function leave(t, { errors, foreign }, clean, end) {
  await end();
  const [said, asked] = [errors.splice(0), foreign.splice(0)];
  for (const error of said) t.diagnostic(`on the console: ${error}`); // also of a test that failed already
  if (clean) assertClean({ errors: said, foreign: asked });
}

/** What is done with a page before it is used for the first time. @param {Visitor} visitor */
async function hearing({ page }) {
  page.setDefaultTimeout(40_000);
  await page.addInitScript(hearWorker);
}
const reading = async () => {};

/** @param {Visitor} visitor */
async function untilLearning({ page, errors }) {
  const learning = () => window.heard.data && window.heard.train?.iteration > 0;
  await until(page, learning).catch(async () => {
    const { notices, counts } = await page.evaluate(() => window.heard);
    throw new Error(`the page does not start: ${JSON.stringify({ errors, notices, counts })}`);
  });
}

/** Stops the training, whatever the language of its button. @param {import('playwright-core').Page} page */
async function rest(page) {
  await page.evaluate(() => window.heard.train.running && document.getElementById("play")?.click());
  await until(page, () => !window.heard.train.running);
}

/** The browsers of this process, by what was asked of them: files that run together share theirs. @type {Map<string, Promise<Browser>>} */
const browsers = new Map();

/** @param {Parameters<typeof openBrowser>[0]} options @returns {Promise<Browser>} */
async function browserFor(options) {
  const key = JSON.stringify(options);
  const opening = browsers.get(key) ?? openBrowser(options);
  browsers.set(key, opening);
  const opened = await opening;
  if (opened.browser.isConnected()) return opened;
  browsers.delete(key); // a test was too much for it
  return browserFor(options);
}

after(() => Promise.all([...browsers.values()].map(async (browser) => (await browser).close())));

/**
 * A browser for the tests of a file, opened when the first of them wants it.
 * @param {Parameters<typeof openBrowser>[0]} [options] as openBrowser
 */
export function browserTests(options = {}) {
  const opened = () => browserFor(options);

  /** A page in a context of its own, as browser.js gives it, until the test is over. Nothing is opened yet: addresses are
   *  relative to the site. @param {TestContext} t @param {How} [how] */
  async function newPage(t, { clean = true, permissions = [], prepare, ...how } = {}) {
    const browser = await opened();
    const visitor = await browser.newPage(how);
    if (permissions.length > 0) await visitor.context.grantPermissions(permissions, { origin: browser.url });
    await prepare?.(visitor);
    t.after(() => leave(t, visitor, clean, visitor.close));
    return visitor;
  }

  /** The same where any page will do that is as new. @param {TestContext} t @param {How} how
   *  @param {(visitor: Visitor) => Promise<unknown>} begin what is done with a page before it is used for the first time */
  async function anyPage(t, how, begin) {
    const { clean = true, permissions = [], prepare, ...looks } = how;
    if (!clean || permissions.length > 0 || prepare || looks.offline) {
      const visitor = await newPage(t, how);
      await begin(visitor);
      return visitor;
    }
    const browser = await opened();
    const kind = `${browser.url} ${begin.name} ${JSON.stringify(looks)}`;
    const lent = await borrow(kind, async () => {
      const made = await browser.newPage(looks);
      await begin(made);
      return made;
    });
    t.after(() => leave(t, lent.visitor, clean, () => giveBack(kind, lent, browser.url)));
    return lent.visitor;
  }

  /**
   * Opens the training page as a first visitor would.
   * @param {TestContext} t
   * @param {How & {init?: (arg: any) => void, arg?: any, ready?: boolean, goes?: boolean, path?: string}} [how]
   *   init: runs in the page before its own scripts; ready: false does not wait until it learns; goes: it goes on learning,
   *   which takes more of the processor than most tests themselves
   */
  async function visit(t, { init, arg, ready = true, goes = false, path = "/", ...how } = {}) {
    const visitor = await anyPage(t, how, hearing);
    const { page } = visitor;
    if (init) await page.addInitScript(init, arg);
    await page.goto(path);
    if (ready) await untilLearning(visitor);
    if (ready && !goes) await rest(page);
    return visitor;
  }

  /** Opens the notes at one figure, ready. @param {TestContext} t @param {string} id @param {How} [how] */
  async function openFigure(t, id, how = {}) {
    const visitor = await anyPage(t, how, reading);
    const { page } = visitor;
    await goToFigure(page, id);
    const part = (/** @type {string} */ name) => page.locator(`#${id} [data-part="${name}"]`);
    return { ...visitor, part, figure: page.locator(`#${id}`) };
  }

  /**
   * One page that all tests of the file share: `begin` takes it where it starts.
   * @param {(visitor: Visitor) => Promise<unknown>} begin
   */
  async function sharedPage(begin) {
    const visitor = await (await opened()).newPage();
    await begin(visitor);
    after(() => assertClean(visitor));
    return visitor;
  }

  return { newPage, visit, openFigure, sharedPage };
}

/** Takes a page to one figure of the notes and waits until it is ready. @param {import('playwright-core').Page} page
 *  @param {string} id */
export async function goToFigure(page, id) {
  await page.goto(`/notes.html#${id}`);
  await page.waitForSelector(`#${id}[data-ready]`, { state: "attached" });
}
