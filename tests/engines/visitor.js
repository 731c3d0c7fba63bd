// What a visitor does on the two pages, in any of the three engines, and what they then see. Everything goes through the
// page itself: its buttons, its numbers, the file that it saves.

import { createServer } from "node:http";
import sirv from "sirv";
import { SERVED } from "../browser/shared/browser.js";

/** A page that shows another in a frame of a phone's width, which no window can have here. */
const frame = (/** @type {string} */ path) =>
  `<!doctype html><title>Frame</title><iframe src="${path}" width="360" height="740" style="border:0"></iframe>`;

/** Serves the pages; /frame?notes.html shows one in a frame. While away is true, nobody gets an answer. Nothing is kept for
 *  when there is no network unless offline is true. @returns {Promise<{url: string, away: boolean, offline: boolean,
 *  close: () => void}>} */
export function serve() {
  const files = sirv(SERVED, { dev: true });
  const served = { url: "", away: false, offline: false, close() {} };
  const server = createServer((request, response) => {
    if (served.away) return request.socket.destroy();
    const [path, query] = String(request.url).split("?");
    if (path === "/offline.js" && !served.offline) return void response.writeHead(404).end();
    if (path !== "/frame") return files(request, response);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(frame(query));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve(Object.assign(served, { url: `http://127.0.0.1:${port}/`, close }));
    });
  });
}

/** @typedef {import('./driver/driver.js').Browser} Browser */

/** Notes from now on what goes wrong on the page, which WebDriver does not tell. @param {Browser} browser */
export const hearErrors = (browser) =>
  browser.evaluate(() => {
    const root = document.documentElement;
    root.dataset.errors = "";
    const note = (/** @type {any} */ event) => {
      root.dataset.errors += `${event.message ?? event.reason}\n`;
    };
    addEventListener("error", note);
    addEventListener("unhandledrejection", note);
    document.addEventListener("securitypolicyviolation", (event) =>
      note({ message: event.violatedDirective }),
    );
  });

/** @param {Browser} browser @returns {Promise<string>} */
export const errorsOf = (browser) => browser.evaluate(() => document.documentElement.dataset.errors);

/** The page, learning. @param {Browser} browser @param {string} url */
export async function openTraining(browser, url) {
  await browser.goto(url);
  await hearErrors(browser);
  await browser.until(() => Number(document.querySelector("#iteration").textContent) > 0);
}

/** @param {Browser} browser @param {string} css @returns {Promise<string>} */
export const textOf = (browser, css) =>
  browser.evaluate((css) => document.querySelector(css).textContent.trim(), css);

/** Waits until the cards count so many pictures. @param {Browser} browser @param {number} zeros @param {number} ones */
export const counts = (browser, zeros, ones) =>
  browser.until(
    (/** @type {string} */ wanted) =>
      [0, 1]
        .map((y) => document.querySelector(`.class-card[data-y="${y}"] .class-count`).innerText)
        .join() === wanted,
    `${zeros},${ones}`,
  );

export const FILES = (/** @type {0 | 1} */ y) => `.class-card[data-y="${y}"] input[type=file]`;

/** Presses the button with these words, once it is there and can be pressed. @param {Browser} browser @param {string} words
 *  @param {string} [within] */
export const press = (browser, words, within = "body") =>
  browser.until(
    (words, within) => {
      const buttons = [...document.querySelectorAll(`${within} button`)];
      const button = buttons.find((one) => one.innerText.trim() === words && one.checkVisibility());
      if (!button || button.disabled) return false;
      button.click();
      return true;
    },
    words,
    within,
  );

/** Chooses a value of a list, once the list has it. @param {Browser} browser @param {string} css @param {string} value */
export const choose = (browser, css, value) =>
  browser.until(
    (css, value) => {
      const select = document.querySelector(css);
      if (![...(select?.options ?? [])].some((option) => option.value === value)) return false;
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    },
    css,
    value,
  );

/** Trains to the end. @param {Browser} browser @param {string} iterations as the counter writes it */
export async function train(browser, iterations = "2000") {
  await browser.evaluate(() => {
    const speed = document.querySelector("#speed");
    speed.value = speed.max;
    speed.dispatchEvent(new Event("input", { bubbles: true }));
    speed.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await browser.evaluate(() => delete document.querySelector("#play").dataset.pressed);
  // A run that is under way ends by itself. What is no longer so may stand there for a frame or two more: pressed, once, when
  // neither is.
  await browser.until((/** @type {string} */ t) => {
    const play = document.querySelector("#play");
    const running = play.classList.contains("running");
    const done = document.querySelector("#iteration").textContent === t;
    if (!running && !done && !play.disabled && !play.dataset.pressed) {
      play.dataset.pressed = "yes"; // a script's own variables do not outlast it in Firefox
      play.click();
    }
    return !running && done;
  }, iterations);
}

/** The file of costs that the page saves: its text. @param {Browser} browser @returns {Promise<string>} */
export async function savedCosts(browser) {
  await browser.evaluate(() => {
    document.querySelector("#cost-table").open = true;
  });
  await browser.until(() => !document.querySelector("#csv").hidden);
  await browser.evaluate(() => {
    const root = document.documentElement;
    root.dataset.saved = "";
    const plain = URL.createObjectURL;
    URL.createObjectURL = (/** @type {Blob} */ blob) => {
      blob.text().then((text) => (root.dataset.saved = text));
      return plain.call(URL, blob);
    };
    document.querySelector("#csv").click();
    URL.createObjectURL = plain;
  });
  await browser.until(() => document.documentElement.dataset.saved);
  return browser.evaluate(() => document.documentElement.dataset.saved);
}

/** The pictures stored here: a digest of each one's bytes, in order of their names. @param {Browser} browser */
export const storedPictures = (browser) =>
  browser.evaluate(async () => {
    const answer = (/** @type {IDBRequest} */ request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const digests = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(String(name)));
      for (const store of database.objectStoreNames) {
        const records = await answer(database.transaction(store).objectStore(store).getAll());
        for (const record of records) {
          if (!record?.rgb || !record.name) continue;
          const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", record.rgb));
          digests.push(`${record.name} ${Array.from(digest.slice(0, 8), (v) => v.toString(16)).join("")}`);
        }
      }
      database.close();
    }
    return digests.sort();
  });
