/* Printing all of a page: what would be fetched later is fetched, what is folded is opened, everything is laid out as wide
   as paper is and in light colours; then the browser prints, and the page is as it was. */
import { showTheme, themeNow } from "../ui/theme.js";

const FRAMES = 3; // until plots have heard of their new width and have drawn

/** What undoes what was done for paper. @type {(() => void)[]} */
const undo = [];

function restore() {
  for (const back of undo.splice(0).reverse()) back();
}

/** Opens what is folded; what fills itself when it is opened does so at once. @param {Promise<unknown>[]} [more] what takes
 *  a moment is done too, and goes in here */
function unfold(more) {
  for (const details of document.querySelectorAll("main details:not([open])")) {
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    undo.push(() => (details.open = false));
  }
  document.dispatchEvent(new CustomEvent("unfold", { detail: more })); // what shows one thing or another shows all
  undo.push(() => document.dispatchEvent(new Event("fold")));
}

/** What would have to be scrolled is made smaller. */
function shrink() {
  for (const node of document.querySelectorAll("main *")) {
    if (node.clientWidth < 2 || node.scrollWidth <= node.clientWidth + 1) continue;
    if (!/auto|scroll/.test(getComputedStyle(node).overflowX)) continue;
    node.style.zoom = String(node.clientWidth / node.scrollWidth);
    undo.push(() => (node.style.zoom = ""));
  }
}

function lighten() {
  const theme = themeNow();
  if (theme === "light") return;
  showTheme("light");
  undo.push(() => showTheme(theme));
}

/** All that can be done without waiting. */
function lay() {
  if (undo.length > 0) return; // done already
  lighten();
  unfold();
}

const PATIENCE_MS = 10_000;

/** What was opened may fetch what fills it. */
async function filled() {
  const until = performance.now() + PATIENCE_MS;
  const { classList } = document.documentElement;
  while (classList.contains("fetching") && performance.now() < until) await frame();
}

const frame = () => new Promise((done) => requestAnimationFrame(done));

/** @param {() => Promise<unknown>} [fetchAll] what is not there yet */
export async function printAll(fetchAll) {
  await fetchAll?.();
  const { scrollX, scrollY } = window;
  const { classList } = document.documentElement;
  classList.add("on-paper");
  undo.push(() => {
    classList.remove("on-paper");
    window.scrollTo(scrollX, scrollY);
  });
  lighten();
  const more = /** @type {Promise<unknown>[]} */ ([]);
  unfold(more);
  await filled();
  await Promise.race([Promise.all(more), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  for (let k = 0; k < FRAMES; k++) await frame();
  shrink();
  await frame();
  window.print();
}

// Printed by the browser's own menu, which waits for nothing: as much as can be done at once.
window.addEventListener("beforeprint", lay);
window.addEventListener("afterprint", restore);
