/* The part of the address behind "?": what it asks for, and what is written there as the reader changes things. The hash is
   the place on the page, and no affair of this. */
import { onLanguage } from "../i18n/i18n.js";

const LONGEST = 8000; // characters; of a longer one nothing is read
/** What a link from one page to the other takes along. Settings are not among it: the browser keeps them meanwhile. */
export const CARRIED = ["lang", "theme", "text", "task", "hide", "paused", "one", "zero", "file"];
/** How often the address is written: Safari takes 100 times in 30 s. */
const BURST = 30;
const EVERY_MS = 500;

/** A key that comes twice counts the first time. @param {string} search of an address */
export function parsed(search) {
  const query = new URLSearchParams();
  if (search.length > LONGEST) return query;
  for (const [key, value] of new URLSearchParams(search)) if (!query.has(key)) query.set(key, value);
  return query;
}

/** As it is written: no more is encoded than must be. @param {URLSearchParams} query */
export function written(query) {
  const text = String(query)
    .replace(/%(?:2C|28|29|3A)/g, decodeURIComponent)
    .replace(/=(?=&|$)/g, "");
  return text && `?${text}`;
}

/** What this page's address asks for. */
export const query = parsed(globalThis.location?.search ?? "");

/** Writes into the address; null: not there. @param {Record<string, string | null>} changes */
export function put(changes) {
  for (const [key, value] of Object.entries(changes))
    if (value === null) query.delete(key);
    else query.set(key, value);
  write();
}

let left = BURST;
let last = 0;
/** @type {any} */
let timer = 0;

function write() {
  const search = written(query);
  const { pathname, hash } = window.location;
  if (timer || search === window.location.search) return;
  const now = performance.now();
  left = Math.min(BURST, left + (now - last) / EVERY_MS);
  last = now;
  if (left < 1) {
    timer = setTimeout(() => {
      timer = 0;
      write();
    }, EVERY_MS);
    return;
  }
  left -= 1;
  try {
    window.history.replaceState(window.history.state, "", pathname + search + hash);
  } catch {
    // A page on the disk may have no address of its own: then it has no state in it either.
  }
}

/** Where a link to one of the two pages leads with what it takes along; null: it is no such link.
 *  @param {string} href as it is written @param {URLSearchParams} from of the page it is on @returns {string | null} */
export function carried(href, from) {
  const found = /^((?:index|notes)\.html)?(\?[^#]*)?(#.*)?$/.exec(href);
  if (!found) return null;
  const [, page = "", search = "", hash = ""] = found;
  const to = parsed(search);
  if (!page && !to.has("page")) return null;
  for (const key of CARRIED) if (from.has(key)) to.set(key, String(from.get(key)));
  return page + written(to) + hash;
}

/** Keeps language and theme in the address where they were in it or are chosen now, and lets links take them along.
 *  @param {HTMLElement} theme its button, wired already */
export function mountAddress(theme) {
  onLanguage((tag) => put({ lang: tag.split("-")[0] }));
  theme.addEventListener("click", () => put({ theme: String(document.documentElement.dataset.theme) }));
  const turn = (/** @type {Event} */ { target }) => {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    const to = link && carried(String(link.getAttribute("href")), query);
    if (!to) return;
    link.setAttribute("href", to);
    if (query.has("embed")) link.setAttribute("target", "_blank"); // a course page keeps its frame
  };
  for (const type of ["pointerover", "pointerdown", "focusin", "click"])
    document.addEventListener(type, turn, true);
}

/** What a teacher's link shows, or what a frame is, where this address is one; null: it is none, or that did not come. */
export async function openTeachers() {
  if (!["task", "hide", "embed", "pictures", "one", "file"].some((key) => query.has(key))) return null;
  try {
    const part = await import("./class.js");
    await part.openClass();
    return part;
  } catch (error) {
    console.warn(error);
    return null;
  }
}
