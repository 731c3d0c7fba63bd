// Visitors whose page is used by one test after the other, each time as new: for what only looks at a page, that takes a
// third less of the processor. A page on which a test has done what outlives an address is closed and never used again.

/** @typedef {import('./visitor.js').Visitor} Visitor */

const LASTING = {
  page: [
    "addInitScript",
    "close",
    "emulateMedia",
    "exposeBinding",
    "exposeFunction",
    "on",
    "once",
    "route",
    "setViewportSize",
  ],
  context: ["addInitScript", "grantPermissions", "newCDPSession", "newPage", "on", "route", "setOffline"],
};

/** @typedef {{visitor: Visitor, devtools: import('playwright-core').CDPSession, changed: boolean}} Lent */
/** @type {Map<string, Lent[]>} */
const idle = new Map();

/** Hears from now on of what outlives an address. @param {Lent} lent */
function hear(lent) {
  for (const [who, names] of Object.entries(LASTING)) {
    const object = /** @type {any} */ (lent.visitor)[who];
    for (const name of names) {
      const own = object[name].bind(object);
      object[name] = (/** @type {any[]} */ ...words) => {
        lent.changed = true;
        return own(...words);
      };
    }
  }
}

/** An idle visitor of this kind, or a new one; to be given back. @param {string} kind @param {() => Promise<Visitor>} make
 *  @returns {Promise<Lent>} */
export async function borrow(kind, make) {
  const known = idle.get(kind)?.pop();
  if (known) return known;
  const visitor = await make();
  const lent = { visitor, devtools: await visitor.context.newCDPSession(visitor.page), changed: false };
  hear(lent);
  return lent;
}

/** Gives a visitor back: with an empty page, nothing stored and the mouse in a corner; or closes it. What was on the console
 *  is still in `errors`. @param {string} kind @param {Lent} lent @param {string} url of the site */
export async function giveBack(kind, lent, url) {
  const { page, context, close } = lent.visitor;
  if (lent.changed || context.pages().length !== 1) return close();
  try {
    await page.goto("about:blank");
    await page.mouse.move(0, 0);
    const { origin } = new URL(url);
    await lent.devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    idle.set(kind, [...(idle.get(kind) ?? []), lent]);
  } catch {
    await close();
  }
}
