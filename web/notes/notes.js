/* The notes: an essay whose figures run. A figure is a folder of notes/, found by its name in figures.js; the text around
   them is in prose.<ending>.html. Starts the page; frame.js makes it, watch.js fetches the figures. */
import { mountLanguages } from "../i18n/chooser.js";
import { addWords, translate } from "../i18n/i18n.js";
import { mountAddress, openTeachers, query } from "../link/address.js";
import { keepOffline } from "../offline/start.js";
import { mountTheme } from "../ui/theme.js";
import { mountAfter } from "./after.js";
import { FIGURES } from "./figures.js";
import { offerLarge } from "./large.js";
import { offerPrint } from "./print.js";
import { mountProse } from "./prose.js";
import { figureAsked } from "./tasks/all.js";
import { keepValues } from "./values.js";
import { watch } from "./watch.js";

/** Every figure keeps its room until it is there. */
async function keepRoom() {
  const { roomRules } = await import("./rooms.js");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(roomRules());
  document.adoptedStyleSheets.push(sheet);
}

/** A page opened at a figure was scrolled there before there was one, or before what is above it was in another language; at
 *  one named behind "?", not at all. @param {boolean} changed the language is not the one that the page was made with */
function goToFigure(changed) {
  const name = window.location.hash.slice(1) || figureAsked(query.get("do")) || query.get("figure");
  const [visit] = performance.getEntriesByType("navigation");
  const back = /** @type {any} */ (visit)?.type !== "navigate"; // the browser knows the place
  if (!name || back || query.has("embed")) return;
  if (name !== "tasks" && !FIGURES.some((figure) => figure.name === name)) return;
  const place = document.getElementById(name);
  const there = Math.abs(place.getBoundingClientRect().top) < window.innerHeight; // unless the reader is elsewhere by now
  if (!made || !window.location.hash || (changed && there)) place.scrollIntoView();
}

/** Words explain themselves here too, as soon as there is time to find them. */
function explainTerms() {
  const idle = window.requestIdleCallback ?? ((/** @type {() => void} */ fn) => setTimeout(fn, 200));
  idle(async () => {
    const part = await import("./marks.js").catch(() => null); // the prose is the same without
    part?.explainTerms().catch(() => {});
  });
}

const made = document.querySelector("main section") !== null; // when the site was built
if (!made) await keepRoom();
const words = Promise.all([
  addWords((ending) => import(`../ui/words.${ending}.js`)),
  addWords((ending) => import(`../plot/words.${ending}.js`)),
  addWords((ending) => import(`./words.${ending}.js`)),
]);
const layout = /** @type {HTMLElement} */ (document.querySelector(".notes-layout"));
const madeWith = layout.dataset.prose;
const sections = await mountProse(layout, words);
document.querySelector("main").append(Object.assign(document.createElement("div"), { id: "tasks" }));
goToFigure(layout.dataset.prose !== madeWith);
const [teachers] = await Promise.all([openTeachers(), words]);
translate();
document.querySelector(".skip").hash = FIGURES[0].name;
mountLanguages(document.getElementById("languages"), { title: "notes.title" });
mountTheme(document.getElementById("theme"));
mountAddress(document.getElementById("theme"));
if (query.has("embed")) {
  document.documentElement.dataset.embed = "page";
  teachers?.embed(sections);
}
keepValues(sections);
const fetchAfter = query.has("embed") ? async () => {} : mountAfter(document.querySelector("main"));
if (!document.documentElement.dataset.cannot) {
  const fetchFigures = watch(sections);
  offerPrint(document.querySelector(".contents"), (told) => Promise.all([fetchFigures(told), fetchAfter()]));
  explainTerms();
}
offerLarge(document.querySelector(".contents"));
if (!query.has("embed")) keepOffline();
