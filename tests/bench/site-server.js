// site/ served as GitHub Pages does it, compressed, for measuring what a visit costs.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const SITE = fileURLToPath(new URL("../../site/", import.meta.url));
/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json",
};

/**
 * `sent` fills up with what was asked for: path -> bytes, compressed and not.
 * @returns {Promise<{url: string, sent: Map<string, {gzip: number, raw: number}>, close: () => void}>}
 */
export function serveSite() {
  /** @type {Map<string, {gzip: number, raw: number}>} */
  const sent = new Map();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    try {
      if (path.includes("..")) throw new Error("outside");
      const raw = await readFile(join(SITE, path));
      const body = gzipSync(raw, { level: 9 });
      sent.set(path, { gzip: body.length, raw: raw.length });
      const type = TYPES[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, {
        "content-type": type,
        "content-encoding": "gzip",
        "cache-control": "max-age=600",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ url: `http://127.0.0.1:${port}/`, sent, close });
    });
  });
}
