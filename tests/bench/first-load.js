// What the first visit downloads: every file that Chromium asks for, until nothing more comes, worker and all.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import sirv from "sirv";

const WEB = fileURLToPath(new URL("../../web", import.meta.url));
const QUIET_MS = 3000;

/** Serves web/ and writes down the files that were there. @param {Set<string>} files */
function serve(files) {
  const web = sirv(WEB, { dev: true, setHeaders: (_, path) => files.add(path.split("?")[0]) });
  return new Promise((resolve) => {
    const server = createServer((request, response) => web(request, response));
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

async function main() {
  /** @type {Set<string>} */
  const files = new Set();
  const server = await serve(files);
  const finder = fileURLToPath(new URL("../chromium", import.meta.url));
  const executablePath = execFileSync("bash", [finder], { encoding: "utf8", stdio: "pipe" }).trim();
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: "load" });
    for (let before = 0; before < files.size;) {
      before = files.size;
      await page.waitForTimeout(QUIET_MS);
    }
  } finally {
    await browser.close();
    server.close();
  }
  let raw = 0;
  let gzip = 0;
  for (const path of files) {
    const file = path === "/" ? "/index.html" : path;
    const bytes = await readFile(WEB + file);
    raw += bytes.length;
    gzip += gzipSync(bytes, { level: 9 }).length;
  }
  console.log(JSON.stringify({ files: [...files], raw, gzip }));
}

await main();
