// Building the site: the prose of the first language into notes.html, in the shape that web/notes/frame.js makes, so that
// it is there with the first paint; and the rules that keep the figures' room, for a style sheet of the page.
import { FIGURES, numberOf, roomRules } from "../../web/notes/figures.js";
import { OWN } from "../../web/notes/own.js";
import words from "../../web/notes/words.en.js";

/** @param {string} text @param {RegExp} pattern @param {string} what */
function part(text, pattern, what) {
  const found = pattern.exec(text);
  if (!found) throw new Error(`the prose of the notes has no ${what}`);
  return found.slice(1).map((each) => each.trim());
}

/** A reference to a figure is a link without text: it gets the figure's number. @param {string} html */
const numbered = (html) =>
  html.replace(/(<a href="#([\w-]+)">)\s*(?=<\/a>)/g, (_, link, name) => link + numberOf(name));

/** The way to the same on one's own pictures: its words are those of the page. @param {string} name of the figure */
const ownLink = (name) => {
  const key = `notes.own.${name}`;
  return `<p class="own small"><a href="index.html#${OWN[name]}" data-i18n="${key}">${words[key]}</a></p>`;
};

/**
 * notes.html with prose.<ending>.html in it.
 * @param {string} html @param {string} prose both as files are @param {string} ending
 */
export function withProse(html, prose, ending) {
  const [opening] = part(prose, /<div class="opening">([^]*?)<\/div>/, "opening");
  const sections = FIGURES.map(({ name }) => {
    const pattern = new RegExp(`<section id="${name}">\\s*<h2>([^]*?)</h2>([^]*?)</section>`);
    const [heading, paragraphs] = part(prose, pattern, `section ${name}`);
    return { name, heading, paragraphs: numbered(paragraphs) };
  });
  const contents = sections.map(({ name, heading }) => `<li><a href="#${name}">${heading}</a></li>`);
  const main = sections.map(
    ({ name, heading, paragraphs }) =>
      `<section id="${name}" data-figure="${name}"><h2><a href="#${name}">${heading}</a></h2>` +
      `<div class="stage"></div><div class="prose">${paragraphs}</div>${ownLink(name)}</section>`,
  );
  return html
    .replace('<div class="notes-layout">', `<div class="notes-layout" data-prose="${ending}">`)
    .replace("<ol></ol>", () => `<ol>${contents.join("")}</ol>`)
    .replace(
      /(<main[^>]*>)(?=<\/main>)/,
      (tag) => `${tag}<div class="opening">${opening}</div>${main.join("")}`,
    )
    .replace('href="#figures"', `href="#${FIGURES[0].name}"`);
}

/** What belongs into a style sheet of that page: with it the page keeps the figures' room before any script runs. */
export const roomSheet = roomRules;
