/* The notes: an essay whose figures run. Each figure is a module of notes/, loaded when it comes near the
   screen, started while it is on it, and stopped when it leaves. The words around it are in notes.html. */
import { addWords, language, onLanguage, setLanguage, t, translate } from "../i18n/i18n.js";
import { openCore } from "../core/core.js";
import { mountTheme } from "../ui/theme.js";

const NEAR = "700px";

/** One core for all figures, opened with the first. @type {Promise<import('../core/core.js').Core> | null} */
let opening = null;
const core = () => (opening ??= openCore(fetch(new URL("../notes.wasm", import.meta.url))));

function mountLanguages() {
  const buttons = document.querySelectorAll("[data-language]");
  const show = () => {
    document.title = t("notes.title");
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(button.dataset.language === language()));
  };
  for (const button of buttons) button.addEventListener("click", () => setLanguage(button.dataset.language));
  onLanguage(show);
  show();
}

/** The list of figures, from their headings. */
function mountContents(list, sections) {
  for (const section of sections) {
    const heading = section.querySelector("h2").cloneNode(true);
    const link = document.createElement("a");
    link.href = `#${section.id}`;
    link.append(...[...heading.children].map((child) => (child.matches("a") ? numbered(child) : child)));
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
}

function numbered(anchor) {
  const span = document.createElement("span");
  span.className = "number";
  span.textContent = anchor.textContent;
  return span;
}

/** Loads the figure of a section, once. Resolves to what its mount gave: {visible?(on)}. */
async function load(section) {
  const stage = section.querySelector(".stage");
  try {
    const name = section.dataset.figure;
    const [figure, opened] = await Promise.all([
      import(`./${name}/figure.js`),
      core(),
      addWords((ending) => import(`./${name}/words.${ending}.js`)),
    ]);
    const mounted = await figure.mount(stage, { core: opened });
    section.dataset.ready = "";
    return mounted ?? {};
  } catch (error) {
    const sentence = document.createElement("p");
    sentence.className = "failed";
    sentence.textContent = t("notes.failed");
    stage.append(sentence);
    section.dataset.failed = String(error);
    return {};
  }
}

function watch(sections) {
  const loaded = new Map();
  const figureOf = (section) => {
    if (!loaded.has(section)) loaded.set(section, load(section));
    return loaded.get(section);
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) figureOf(target);
    },
    { rootMargin: `${NEAR} 0px` },
  );
  const seen = new IntersectionObserver(
    async (entries) => {
      for (const { target, isIntersecting } of entries) {
        const section = target.closest("section");
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

await Promise.all([
  addWords((ending) => import(`../ui/words.${ending}.js`)),
  addWords((ending) => import(`../plot/words.${ending}.js`)),
]);
translate();
mountLanguages();
mountTheme(document.getElementById("theme"));
const sections = [...document.querySelectorAll("section[data-figure]")];
mountContents(document.querySelector(".contents ol"), sections);
if (!document.documentElement.dataset.cannot) watch(sections);
