/* Which tasks are done, and with which numbers: kept in this browser only, until the reader has it forgotten. Where nothing may
   be kept it lasts as long as the page. */

const KEY = "one-neuron.tasks";

/** @typedef {Record<string, string | number>} Found numbers of the sentence that says why it is met */

/** By <figure>.<id>. @type {Map<string, Found>} */
const done = new Map(read());
/** @type {Set<() => void>} */
const listeners = new Set();

/** What was kept, as far as it is what this page writes. @returns {[string, Found][]} */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const plain = (/** @type {unknown} */ v) => ["string", "number"].includes(typeof v);
    return Object.entries(kept).filter(
      ([, found]) => found && typeof found === "object" && Object.values(found).every(plain),
    );
  } catch {
    return []; // forbidden, or not ours
  }
}

function write() {
  try {
    if (done.size) localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(done)));
    else localStorage.removeItem(KEY);
  } catch {
    // Forbidden: it lasts as long as the page.
  }
  for (const fn of listeners) fn();
}

/** Calls fn after every change. @param {() => void} fn */
export const onProgress = (fn) => listeners.add(fn);

/** With which numbers it was done; undefined: it is not. @param {string} key */
export const foundOf = (key) => done.get(key);

/** How many of these are done. @param {string} figure @param {string[]} ids */
export const countDone = (figure, ids) => ids.filter((id) => done.has(`${figure}.${id}`)).length;

/** @param {string} key @param {Found} found */
export function finish(key, found) {
  done.set(key, found);
  write();
}

export function forgetAll() {
  done.clear();
  write();
}
