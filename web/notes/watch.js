/* Fetches a figure when it comes near the screen: its code, its words and its look; starts it while it is on the screen,
   and stops it when it leaves. */
import { openCore } from "../core/core.js";
import { addWords } from "../i18n/i18n.js";
import { addLook, fetched } from "../ui/fetched.js";
import { once } from "../ui/once.js";
import { failed } from "./failed.js";
import { offerPicture } from "./picture.js";
import { openValues } from "./values.js";

const NEAR = "700px";

/** One core for all figures, opened with the first. */
const core = once(() => openCore(fetched(new URL("../notes.wasm", import.meta.url))));

/** What puts tasks below a figure; a figure is there without them as well. */
async function taskBlock() {
  try {
    const block = await import("./tasks/block.js");
    await block.prepared();
    return block;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** The tasks of a figure; a sentence in their place where what makes them did not come.
 *  @param {HTMLElement} section @param {any[]} tasks @param {Awaited<ReturnType<typeof taskBlock>>} block */
function addTasks(section, tasks, block) {
  if (block) return block.mountTasks(section, tasks);
  const sentence = failed("notes.tasks-failed", async () => {
    sentence.remove();
    addTasks(section, tasks, await taskBlock());
  });
  section.append(sentence);
}

/**
 * Loads the figure of a section, once. Resolves to what its mount gave.
 * @param {HTMLElement} section @returns {Promise<{visible?: (on: boolean) => void}>}
 */
async function load(section) {
  const stage = section.querySelector(".stage");
  const name = String(section.dataset.figure);
  try {
    const [figure, opened, block] = await Promise.all([
      import(`./${name}/figure.js`),
      core(),
      taskBlock(),
      addWords((ending) => import(`./${name}/words.${ending}.js`)),
      addLook(new URL(`./${name}/figure.css`, import.meta.url).href),
    ]);
    const mounted = await figure.mount(stage, { core: opened });
    openValues(section);
    if (figure.tasks) addTasks(section, figure.tasks, block);
    section.dataset.ready = "";
    offerPicture(section);
    return mounted ?? {};
  } catch (error) {
    section.dataset.failed = String(error);
    return sorry(section);
  }
}

/** Says that a figure did not come. Resolves to the figure when the reader has asked for it again and it came.
 *  @param {HTMLElement} section @returns {ReturnType<typeof load>} */
const sorry = (section) =>
  new Promise((resolve) => {
    const sentence = failed("notes.failed", () => {
      sentence.remove();
      delete section.dataset.failed;
      resolve(load(section));
    });
    const [first, ...others] = section.querySelectorAll(".figure-part");
    first.replaceChildren(sentence); // nor what a figure that broke had begun
    for (const part of others) part.replaceChildren();
  });

/** @param {HTMLElement[]} sections
 *  @returns {(told: (there: number) => void) => Promise<unknown>} fetches all that is not there yet, and tells how many are */
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
  return (told) => {
    const settled = sections.map((section) => settles(figureOf(section), section).then(() => told(++there)));
    let there = 0;
    return Promise.all(settled);
  };
}

/** When a figure is there, or is known not to come. @param {Promise<unknown>} figure @param {HTMLElement} section */
const settles = (figure, section) =>
  Promise.race([
    figure,
    new Promise((done) => {
      const failing = new MutationObserver(() => "failed" in section.dataset && done(undefined));
      failing.observe(section, { attributeFilter: ["data-failed"] });
      if ("failed" in section.dataset) done(undefined);
    }),
  ]);
