// Every import() of the site tries again before it gives up. Firefox remembers for as long as a page lives that a module
// did not come, and all browsers that it threw: so a module, and all that it imports, is asked for by fetch() first, and
// imported when it is there. While a page opens there is nothing to ask beforehand: what it needs then imports nothing.

/** How the names of chunks with all that a module imports at once end. */
export const PARTS = "-parts";

/**
 * import(), in the browser; only its text is used here.
 * @param {(url: string) => Promise<unknown>} load import() itself @param {string} base beside it are all chunks
 * @param {string} file @param {boolean} [opening] the page still opens
 */
async function again(
  load,
  base,
  file,
  opening = (globalThis.document?.readyState ?? "complete") !== "complete",
) {
  /** @type {Set<string>} */
  const there = new Set();
  const reach = async (/** @type {string} */ url) => {
    if (there.has(url)) return;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const code = await response.text();
    there.add(url);
    const imported = [...code.matchAll(/\b(?:from|import)\s*"(\.\/[\w.-]+\.js)"/g)];
    await Promise.all(imported.map(([, next]) => reach(new URL(next, url).href)));
  };
  const { href } = new URL(file, base);
  let asks = !opening;
  for (let wait = 200; ; wait *= 3)
    try {
      if (asks) await reach(href);
      return await load(wait > 200 ? `${href}?${wait}` : href);
    } catch (error) {
      if (wait > 2000) throw error; // the fourth time
      asks = true;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
}

/** The plugin of Rollup. @returns {import('rollup').Plugin} */
export const againPlugin = () => ({
  name: "again",
  renderDynamicImport: () => ({ left: "importAgain(", right: ")" }),
});

/** What a chunk begins with: that with the parts of a page or a worker comes before all that fetch something later. Its text
 *  goes into workers as importAgain.again (web/ui/worker.js).
 *  @param {import('rollup').RenderedChunk} chunk */
export const intro = ({ name }) =>
  name.endsWith(PARTS)
    ? `globalThis.importAgain = ((again) => Object.assign((file) => again((url) => import(url), import.meta.url, file), { again }))(${again});`
    : "";
