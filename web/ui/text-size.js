/* How large text is: as usual, or as a room reads it from a projector, by ?text=large or the key P; there must be a screen
   for it. boot.js has set it before the first paint. Sizes in style sheets are in rem; what is drawn asks here. */
import { put } from "../link/address.js";

const root = globalThis.document?.documentElement; // Node, which tests drawings without a page, has none
const USUAL = 16; // px
/** @type {Set<() => void>} */
const listeners = new Set();

/** How much larger text is than usual: the room it needs in a drawing grows with it. */
export const textScale = () => parseFloat(getComputedStyle(root).fontSize) / USUAL;

export const isLarge = () => root.dataset.text === "large";

/** Calls fn after every change: drawings must be drawn again. @param {() => void} fn */
export function onTextSize(fn) {
  listeners.add(fn);
}

/** From one to the other; it stays in the address. */
export function turnTextSize() {
  const large = !isLarge();
  if (large) root.dataset.text = "large";
  else delete root.dataset.text;
  put({ text: large ? "large" : null });
  for (const fn of listeners) fn();
}
