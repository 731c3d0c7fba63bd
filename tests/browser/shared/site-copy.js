// The site as another server has it: at a path of its own, in versions of its own, and gone when a test wants that.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sirv from "sirv";
import { writeOffline } from "../../../.config/site/offline.js";
import { SERVED, SOURCES } from "./browser.js";

/**
 * Serves a copy of the site below `path`, as GitHub Pages serves that of a repository.
 * @param {import('node:test').TestContext} t after which all of it is gone @param {string} path such as "/one-neuron/"
 */
export async function copyOfSite(t, path) {
  const folder = await mkdtemp(join(tmpdir(), "one-neuron-site-"));
  await cp(SERVED, folder, { recursive: true, filter: (file) => !/\.map$|one-neuron\.html$/.test(file) });
  const copy = {
    url: "",
    /** What was asked for since it was last emptied. @type {string[]} */
    asked: [],
    /** Answers in the place of the file, or "none". @type {Map<string, "none" | string>} */
    instead: new Map(),
    close: () => Promise.resolve(),
    /** Serves again, at the same address. */
    open,
    /** What is published next: both pages say which version they are. @param {string} version */
    async publish(version) {
      for (const page of ["index.html", "notes.html"]) {
        const html = await readFile(join(folder, page), "utf8");
        const unmarked = html.replace(/ data-version="[^"]*"/, "");
        await writeFile(join(folder, page), unmarked.replace("<html", `<html data-version="${version}"`));
      }
      await rm(join(folder, "offline.js"));
      const source = await readFile(join(SOURCES, "offline/worker.js"), "utf8");
      await writeOffline(folder, source, ["chrome108"]);
    },
    /** @param {string} file */
    read: (file) => readFile(join(folder, file), "utf8"),
  };
  const files = sirv(folder, { dev: true, etag: false });

  async function open(port = 0) {
    const server = createServer((request, response) => {
      const address = String(request.url);
      if (!address.startsWith(path)) return void response.writeHead(404).end();
      const file = address.slice(path.length).replace(/\?.*/, "") || "index.html";
      copy.asked.push(file);
      if (file === "offline.js") response.setHeader("cache-control", "no-store");
      const instead = copy.instead.get(file);
      if (instead === "none") return void request.socket.destroy();
      if (instead !== undefined) {
        response.setHeader("content-type", "text/html; charset=utf-8");
        return void response.end(instead);
      }
      request.url = `/${address.slice(path.length)}`;
      files(request, response);
    });
    await new Promise((listening) => server.listen(port, "127.0.0.1", () => listening(undefined)));
    const { port: own } = /** @type {import('node:net').AddressInfo} */ (server.address());
    copy.url = `http://127.0.0.1:${own}${path}`;
    copy.open = () => open(own);
    copy.close = () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
  }

  await open();
  t.after(async () => {
    await copy.close();
    await rm(folder, { recursive: true });
  });
  return copy;
}
