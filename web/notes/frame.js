/* The frame of the notes: contents, opening, and a section for each figure, in the order of the list: each part of it between
   the paragraphs that say what to move and those that say what was seen. What is there already stays: a figure does not notice
   that the prose around it changes. The site is built with the prose of the first language in its place, made by
   .config/site/prose.js in the same shape. */
import { FIGURES, numberOf } from "./figures.js";
import { OWN } from "./own.js";

/** @param {string} tag @param {Record<string, string>} [properties] @param {(Node | string)[]} children */
function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** The way to the same on one's own pictures; its words come with those of the page. @param {string} name of the figure */
function ownLink(name) {
  const link = make("a", { href: `index.html#${OWN[name]}` });
  link.dataset.i18n = `notes.own.${name}`;
  return make("p", { className: "own small" }, link);
}

/** Where a part of a figure will be. @param {string} name */
function place(name) {
  const node = make("div", { className: "figure-part" });
  node.dataset.part = name;
  return node;
}

/** Where paragraphs are: those above a part (of), below it (after), or below the whole figure.
 *  @param {"of" | "after"} [where] @param {string} [part] */
function prose(where, part) {
  const node = make("div", { className: "prose" });
  if (where) node.dataset[where] = part;
  return node;
}

/** A part with what is above and below it. @param {string} part @param {string[]} [later] parts that are hidden at first */
function blocksOf(part, later = []) {
  const blocks = [prose("of", part), place(part), prose("after", part)];
  for (const block of blocks) block.hidden = later.includes(part);
  return blocks;
}

/** Which paragraphs stand in a place. @param {HTMLElement} one */
const placeOf = ({ dataset: { of = "", after = "" } }) => `${of} ${after}`;

/** A part is shown or hidden with what is said about it. @param {HTMLElement} stage @param {string} part @param {boolean} on */
export function showPart(stage, part, on) {
  for (const block of stage.querySelectorAll(
    `:scope > :is([data-part="${part}"], [data-of="${part}"], [data-after="${part}"])`,
  ))
    block.hidden = !on;
}

/** What a figure puts into a part of it. @param {HTMLElement} stage @param {string} part @param {...Node} nodes */
export function fillPart(stage, part, ...nodes) {
  stage.querySelector(`:scope > [data-part="${part}"]`).append(...nodes);
}

/** @param {HTMLElement} layout with the contents and <main> */
export function makeFrame(layout) {
  const main = layout.querySelector("main");
  const list = layout.querySelector(".contents ol");

  function addSections() {
    const opening = make("div", { className: "opening" });
    const sections = FIGURES.map(({ name, parts, later }) => {
      const [above, ...blocks] = parts.flatMap((part) => blocksOf(part, later));
      const section = make(
        "section",
        { id: name },
        make("h2", {}, make("a", { href: `#${name}` })),
        above,
        make("div", { className: "stage" }, ...blocks),
        prose(),
        ownLink(name),
      );
      section.dataset.figure = name;
      return section;
    });
    main.replaceChildren(opening, ...sections);
    list.replaceChildren(...FIGURES.map(({ name }) => make("li", {}, make("a", { href: `#${name}` }))));
  }

  /** @param {Document} prose */
  function fill(prose) {
    const put = (/** @type {Element} */ node, /** @type {Iterable<Node>} */ children) => {
      node.replaceChildren(...[...children].map((child) => document.importNode(child, true)));
      for (const link of node.querySelectorAll("a[href^='#']:empty"))
        link.textContent = String(numberOf(link.hash.slice(1)));
    };
    put(main.querySelector(".opening"), prose.querySelector(".opening").childNodes);
    for (const { name } of FIGURES) {
      const [heading, ...paragraphs] = prose.getElementById(name).children;
      put(main.querySelector(`#${name} > h2 > a`), heading.childNodes);
      for (const place of main.querySelectorAll(`#${name} .prose`))
        put(
          place,
          paragraphs.filter((one) => placeOf(one) === placeOf(place)),
        );
      put(list.querySelector(`a[href="#${name}"]`), heading.childNodes);
    }
  }

  /** Says which language the prose is in, where it is not that of the page. @param {string} tag */
  function mark(tag) {
    for (const node of [list, ...main.querySelectorAll(".opening, h2, .prose")])
      if (tag === document.documentElement.lang) node.removeAttribute("lang");
      else node.lang = tag;
  }

  let stay = () => {};
  return {
    /** Before anything changes: what the reader looks at is to stay where it is. */
    hold() {
      stay = holdPlace(main);
    },
    sections: () => [...main.querySelectorAll("section[data-figure]")],
    /** Shows another prose, or what is there.
     *  @param {Document | undefined} prose @param {string} tag its language */
    show(prose, tag) {
      if (!main.querySelector("section")) addSections();
      if (prose) fill(prose);
      mark(tag);
      layout.dataset.shown = "";
      stay();
      stay = () => {};
    },
  };
}

/** Remembers where on the screen the part is that is being read; the function given back moves the page so that it is
 *  there again, now and once more when the figures have drawn their words. @param {HTMLElement} main */
function holdPlace(main) {
  const root = document.documentElement;
  if (window.scrollY === 0) return () => {};
  const line = window.innerHeight / 3;
  const blocks = [...main.querySelectorAll(".opening, h2, .figure-part, .prose:not(:empty)")];
  const read = blocks.findLast((block) => block.getBoundingClientRect().top <= line) ?? blocks[0];
  const before = read.getBoundingClientRect().top;
  const back = () => window.scrollBy({ top: read.getBoundingClientRect().top - before, behavior: "instant" });
  root.style.overflowAnchor = "none"; // or the browser moves the page as well
  return () => {
    back();
    requestAnimationFrame(() => {
      back();
      root.style.overflowAnchor = "";
    });
  };
}
