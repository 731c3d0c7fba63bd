/* The light and the dark theme, and how much may move. boot.js has set one before the first paint; here is the button. */
const root = document.documentElement;
/** @type {Set<(theme: string) => void>} */
const listeners = new Set();

/** Whether the reader prefers less motion: then pictures change only every CALM_MS. */
export const calm = matchMedia("(prefers-reduced-motion: reduce)");
export const CALM_MS = 500;

/** Calls fn(theme) after every change of theme: canvases must be drawn again. @param {(theme: string) => void} fn */
export function onTheme(fn) {
  listeners.add(fn);
}

/** The value of a colour token, such as color('--ink'), in the theme in use. @param {string} token */
export const color = (token) => getComputedStyle(root).getPropertyValue(token).trim();

/** Calls fn while colours are those of the light theme; nothing is painted meanwhile. @param {() => void} fn */
export function inLight(fn) {
  const { theme } = root.dataset;
  root.dataset.theme = "light";
  try {
    fn();
  } finally {
    root.dataset.theme = theme;
  }
}

export const themeNow = () => root.dataset.theme ?? "light";

/** Shows another theme; the reader's choice stays. @param {string} theme */
export function showTheme(theme) {
  root.dataset.theme = theme;
  for (const fn of listeners) fn(theme);
}

/** Wires the theme button; follows the system as long as the reader has not chosen.
 *  @param {HTMLElement} button */
export function mountTheme(button) {
  const show = () => button.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
  onTheme(show);
  show();
  button.addEventListener("click", () => {
    const next = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("one-neuron.theme", next);
    } catch {
      // Storage forbidden: the choice lasts as long as the page.
    }
    showTheme(next);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
    /** @type {string | null} */
    let chosen = null;
    try {
      chosen = localStorage.getItem("one-neuron.theme");
    } catch {
      // Nothing stored, so the system decides.
    }
    if (!chosen && !/[?&]theme=/.test(window.location.search)) showTheme(event.matches ? "dark" : "light");
  });
}
