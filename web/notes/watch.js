/* Fetches a figure when it comes near the screen: its code, its words and its look; starts it while it is on the screen,
   and stops it when it leaves. */
import { openCore } from "../core/core.js";
import { addWords } from "../i18n/i18n.js";
import { failed } from "./failed.js";
import { fileOf } from "./files.js";

const NEAR = "700px";

/** One core for all figures, opened with the first. @type {Promise<import('../core/core.js').Core> | null} */
let opening = null;
const core = () => (opening ??= openCore(fetch(new URL("../notes.wasm", import.meta.url))));

/** The style sheet of a figure, in force when this resolves. @param {string} name */
function addLook(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = fileOf(`${name}/figure.css`);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(link.href));
    document.head.append(link);
  });
}

/**
 * Loads the figure of a section, once. Resolves to what its mount gave.
 * @param {HTMLElement} section @returns {Promise<{visible?: (on: boolean) => void}>}
 */
async function load(section) {
  const stage = section.querySelector(".stage");
  const name = String(section.dataset.figure);
  try {
    const [figure, opened] = await Promise.all([
      import(`./${name}/figure.js`),
      core(),
      addWords((ending) => import(`./${name}/words.${ending}.js`)),
      addLook(name),
    ]);
    const mounted = await figure.mount(stage, { core: opened });
    section.dataset.ready = "";
    return mounted ?? {};
  } catch (error) {
    stage.append(failed("notes.failed", () => startAgainAt(name)));
    section.dataset.failed = String(error);
    return {};
  }
}

/** A browser may remember that a module did not come; a fresh page does not. @param {string} name */
function startAgainAt(name) {
  location.hash = name;
  location.reload();
}

/** @param {HTMLElement[]} sections */
export function watch(sections) {
  /** @type {Map<Element, ReturnType<typeof load>>} */
  const loaded = new Map();
  const figureOf = (/** @type {HTMLElement} */ section) => {
    const figure = loaded.get(section) ?? load(section);
    loaded.set(section, figure);
    return figure;
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) figureOf(/** @type {HTMLElement} */ (target));
    },
    { rootMargin: `${NEAR} 0px` },
  );
  const seen = new IntersectionObserver(
    async (entries) => {
      for (const { target, isIntersecting } of entries) {
        const section = /** @type {HTMLElement} */ (target.closest("section"));
        if (isIntersecting || loaded.has(section)) (await figureOf(section)).visible?.(isIntersecting);
      }
    },
    { threshold: 0.1 },
  );
  for (const section of sections) {
    near.observe(section);
    seen.observe(section.querySelector(".stage"));
  }
}
