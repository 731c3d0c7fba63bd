// Visitors whose page is used by one test after the other, each time as new: for what only looks at a page, that takes a
// third less of the processor. A page on which a test has done what outlives an address is closed and never used again.

/** @typedef {import('./visitor.js').Visitor} Visitor */

const LASTING = {
  page: ["addInitScript", "close", "emulateMedia", "exposeFunction", "on", "route", "setViewportSize"],
  context: ["addInitScript", "grantPermissions", "newCDPSession", "newPage", "on", "route", "setOffline"],
};

/** @type {Map<string, Visitor[]>} */
const idle = new Map();
/** @type {WeakSet<Visitor>} */
const changed = new WeakSet();

/** Hears from now on of what outlives an address. @param {Visitor} visitor */
function hear(visitor) {
  for (const [who, names] of Object.entries(LASTING)) {
    const object = /** @type {any} */ (visitor)[who];
    for (const name of names) {
      const own = object[name].bind(object);
      object[name] = (/** @type {any[]} */ ...words) => {
        changed.add(visitor);
        return own(...words);
      };
    }
  }
}

/** An idle visitor of this kind, or a new one. @param {string} kind @param {() => Promise<Visitor>} make @returns {Promise<Visitor>} */
export async function borrow(kind, make) {
  const known = idle.get(kind)?.pop();
  if (known) return known;
  const visitor = await make();
  hear(visitor);
  return visitor;
}

/** Gives a visitor back: with an empty page, nothing stored and the mouse in a corner; or closes it. What was on the console
 *  is still in `errors`. @param {string} kind @param {Visitor} visitor @param {string} url of the site */
export async function giveBack(kind, visitor, url) {
  const { page, context } = visitor;
  if (changed.has(visitor) || context.pages().length !== 1) return visitor.close();
  try {
    await page.goto("about:blank");
    await page.mouse.move(0, 0);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes: "all" });
    await devtools.detach();
    changed.delete(visitor); // these were ours
    idle.set(kind, [...(idle.get(kind) ?? []), visitor]);
  } catch {
    await visitor.close();
  }
}
