/* What stands behind the figures: the lectures, questions, the glossary. Each is fetched when it comes near the screen, when an
   address or a link names it or something in it, and for printing. */
import { onLanguage, t } from "../i18n/i18n.js";
import { el, say } from "../ui/elements.js";
import { addLook } from "../ui/fetched.js";
import { once } from "../ui/once.js";
import { failed } from "./failed.js";

const NEAR = "700px";

/** Their ids, which begin the ids of what is in them, and what makes them.
 *  @type {Record<string, {part: () => Promise<{mount: (host: HTMLElement) => Promise<void>}>, look: string}>} */
export const AFTER = {
  lectures: {
    part: () => import("../lectures/map.js"),
    look: new URL("../lectures/lectures.css", import.meta.url).href,
  },
  questions: {
    part: () => import("../lectures/questions.js"),
    look: new URL("../lectures/lectures.css", import.meta.url).href,
  },
  glossary: {
    part: () => import("../terms/glossary.js"),
    look: new URL("../terms/glossary.css", import.meta.url).href,
  },
};

/** Adds the sections, empty. @param {Element} main @returns {() => Promise<unknown>} fetches all of them */
export function mountAfter(main) {
  const speaker = { t, onLanguage };
  /** @type {Record<string, () => Promise<void>>} */
  const fill = {};
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) fill[target.id]();
    },
    { rootMargin: `${NEAR} 0px` },
  );
  const sections = Object.entries(AFTER).map(([id, { part, look }]) => {
    const host = el("div", { class: "after-host" });
    const heading = el("h2", {}, say(speaker, el("a", { href: `#${id}` }), `notes.${id}`));
    const section = el("section", { id, "aria-busy": "true" }, heading, host);
    const load = once(async () => {
      await addLook(look);
      await (await part()).mount(host);
      section.removeAttribute("aria-busy");
    });
    fill[id] = () =>
      load().catch(() => {
        host.replaceChildren(failed("notes.after-failed", () => fill[id]()));
      });
    near.observe(section);
    return section;
  });
  main.append(el("div", { class: "after" }, ...sections));
  mountPlaces(fill);
  return () => Promise.all(Object.values(fill).map((one) => one()));
}

/** A place in one of them, #glossary-alpha, is there when that has come: then the page goes there, and unfolds it.
 *  @param {Record<string, () => Promise<void>>} fill */
function mountPlaces(fill) {
  const go = async () => {
    const id = window.location.hash.slice(1);
    const name = Object.keys(fill).find((one) => id === one || id.startsWith(`${one}-`));
    if (!name) return;
    await Promise.all(Object.values(fill).map((one) => one())); // those above it move it no more
    if (id !== window.location.hash.slice(1)) return; // elsewhere meanwhile
    const place = document.getElementById(id) ?? document.getElementById(name);
    if (place instanceof HTMLDetailsElement) place.open = true;
    for (const before of document.querySelectorAll(".here")) before.classList.remove("here");
    place?.classList.add("here"); // :target is for what was there before the address
    place?.scrollIntoView({ behavior: "instant" });
  };
  window.addEventListener("hashchange", go);
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a[href^='#']") : null;
    if (link && /** @type {HTMLAnchorElement} */ (link).hash === window.location.hash) go(); // there already, by the address
  });
  const [visit] = performance.getEntriesByType("navigation");
  if (/** @type {any} */ (visit)?.type === "navigate") go();
}
