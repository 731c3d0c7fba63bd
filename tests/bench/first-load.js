// What the first visit to a page downloads: every file of site/ that Chromium asks for, until nothing more comes, worker
// and all.

import { openBrowser } from "../browser/shared/browser.js";
import { serveSite } from "./site-server.js";

const QUIET_MS = 3000;

/** @param {string} path of the page
 *  @returns {Promise<{files: [path: string, size: {gzip: number, raw: number}][], gzip: number, raw: number}>} */
export async function firstLoad(path) {
  const site = await serveSite();
  const browser = await openBrowser();
  try {
    const { page } = await browser.newPage();
    await page.goto(site.url + path, { waitUntil: "load" });
    for (let before = 0; before < site.sent.size;) {
      before = site.sent.size;
      await page.waitForTimeout(QUIET_MS);
    }
  } finally {
    await browser.close();
    site.close();
  }
  const files = [...site.sent].sort(([, a], [, b]) => b.gzip - a.gzip);
  const sum = (/** @type {'gzip' | 'raw'} */ key) => files.reduce((total, [, size]) => total + size[key], 0);
  return { files, gzip: sum("gzip"), raw: sum("raw") };
}
