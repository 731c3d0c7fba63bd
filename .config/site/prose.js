// Building the site: the prose of the first language into notes.html, in the shape that web/notes/frame.js makes, so that
// it is there with the first paint; and the rules that keep the figures' room, for a style sheet of the page.
import { FIGURES, numberOf } from "../../web/notes/figures.js";
import { roomRules } from "../../web/notes/rooms.js";
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

/** What is above the figure, what is below it, and what is in it: its parts, and what is above and below each.
 *  @param {string} paragraphs @param {import("../../web/notes/figures.js").Figure} figure */
function blocksOf(paragraphs, { parts, later = [] }) {
  const all = paragraphs.match(/<p[ >][^]*?<\/p>/g) ?? [];
  const prose = (where = "", hidden = "") => {
    const here = all.filter((one) => (/^<p( data-(?:of|after)="[\w-]+")?/.exec(one)?.[1] ?? "") === where);
    return `<div class="prose"${where}${hidden}>${here.join("")}</div>`;
  };
  const [above, ...blocks] = parts.flatMap((part) => {
    const hidden = later.includes(part) ? " hidden" : "";
    const place = `<div class="figure-part" data-part="${part}"${hidden}></div>`;
    return [prose(` data-of="${part}"`, hidden), place, prose(` data-after="${part}"`, hidden)];
  });
  return [above, prose(), ...blocks];
}

/**
 * notes.html with prose.<ending>.html in it.
 * @param {string} html @param {string} prose both as files are @param {string} ending
 */
export function withProse(html, prose, ending) {
  const [opening] = part(prose, /<div class="opening">([^]*?)<\/div>/, "opening");
  const sections = FIGURES.map((figure) => {
    const { name } = figure;
    const pattern = new RegExp(`<section id="${name}">\\s*<h2>([^]*?)</h2>([^]*?)</section>`);
    const [heading, paragraphs] = part(prose, pattern, `section ${name}`);
    return { name, heading, blocks: blocksOf(numbered(paragraphs), figure) };
  });
  const contents = sections.map(({ name, heading }) => `<li><a href="#${name}">${heading}</a></li>`);
  const main = sections.map(
    ({ name, heading, blocks: [first, last, ...rest] }) =>
      `<section id="${name}" data-figure="${name}"><h2><a href="#${name}">${heading}</a></h2>` +
      `${first}<div class="stage">${rest.join("")}</div>${last}${ownLink(name)}</section>`,
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
