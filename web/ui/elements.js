// Elements in few words. Text is always textContent: file and class names can never become HTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * el("button", { class: "quiet", type: "button", onclick: fn }, "text", child): on… are listeners,
 * true is an empty attribute, false and null none.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {any[]} children nodes and text
 * @returns {any}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

// One weight, a 20 px box: see .glyph in base.css.
const PATHS = {
  add: "M10 4v12M4 10h12",
  files: "M3.5 5.5h13v9h-13zM3.5 12l3.5-3 3 2.5 2.5-2 4 3.5",
  camera: "M3 6.5h3.2L7.5 4.5h5l1.3 2H17v9H3zM10 8a2.7 2.7 0 1 0 .01 0",
  draw: "M4 16l.8-3.4L13.2 4.2l2.6 2.6-8.4 8.4zM11.5 6l2.6 2.6",
  microphone: "M8 3.5h4v8H8zM5.5 9.5c0 5.5 9 5.5 9 0M10 13.8v3M7.5 16.8h5",
  paste: "M7 4.5H4.5v12h11v-12H13M7 3.2h6v2.8H7z",
  undo: "M7.5 4.5L4 8l3.5 3.5M4 8h7.5a4 4 0 0 1 0 8H8",
  redo: "M12.5 4.5L16 8l-3.5 3.5M16 8H8.5a4 4 0 0 0 0 8H12",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.3 9v4.5M11.7 9v4.5",
  move: "M3.5 10h12M11 5.5l4.5 4.5-4.5 4.5",
  rest: "M7.5 5v10M12.5 5v10",
  close: "M5 5l10 10M15 5L5 15",
  previous: "M12 5l-5 5 5 5",
  next: "M8 5l5 5-5 5",
  eraser: "M7.5 16h9M4 12.2L11.2 5l4.3 4.3L8.8 16H6.5L4 13.5z M8 8.2l4.3 4.3",
  clear: "M4.5 4.5h11v11h-11z",
  right: "M4.5 10.5l3.5 3.5 7.5-8",
  wrong: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  warn: "M10 3.5l7 12.5H3zM10 8.5v3.5M10 14v.2",
  print: "M6 7.5V3.5h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z",
  save: "M10 3.5v9M6.3 8.8L10 12.5l3.7-3.7M4 16.5h12",
  another: "M15.5 7A6 6 0 1 0 16 11M15.8 3.5V7.2H12",
};

/** An icon; it says nothing to a screen reader, the button around it must. @param {Glyph} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** @typedef {keyof typeof PATHS} Glyph */
/** @typedef {{t: (key: string, params?: any) => string, onLanguage: (fn: () => void) => any}} Speaker what knows the words */

/**
 * Keeps a node's text (or attribute) in the reader's language.
 * @param {Speaker} app
 * @param {any} node
 * @param {string | (() => string)} words a key of the dictionaries, or the text itself
 * @param {string} [attribute] instead of the text
 */
export function say(app, node, words, attribute) {
  const put = () => {
    const text = typeof words === "function" ? words() : app.t(words);
    if (attribute) node.setAttribute(attribute, text);
    else setText(node, text);
  };
  put();
  app.onLanguage(put);
  return node;
}

/**
 * A button with a word and, perhaps, an icon; `look` is a class of controls.css.
 * @param {Speaker} app @param {string | (() => string)} words @param {(event: any) => void} onclick
 * @param {{look?: string, glyph?: Glyph | ""}} [how]
 */
export function button(app, words, onclick, { look = "", glyph = "" } = {}) {
  const text = say(app, el("span"), words);
  return el("button", { type: "button", class: look, onclick }, ...(glyph ? [icon(glyph)] : []), text);
}

/**
 * A button that is only an icon: its word is its name and its tooltip.
 * @param {Speaker} app @param {string | (() => string)} words @param {Glyph} glyph @param {(event: any) => void} onclick
 */
export function iconButton(app, words, glyph, onclick, look = "quiet icon") {
  const node = el("button", { type: "button", class: look, onclick }, icon(glyph));
  say(app, node, words, "aria-label");
  return say(app, node, words, "title");
}

/**
 * A file chooser that looks like a button: a real input, so every browser and keyboard knows it.
 * @param {Speaker} app @param {string | (() => string)} words @param {(files: File[]) => void} onFiles
 * @param {{multiple?: boolean, accept?: string, glyph?: Glyph, look?: string}} [how] look: of a link, without an icon
 */
export function fileButton(
  app,
  words,
  onFiles,
  { multiple = true, accept = "image/*", glyph = "files", look = "" } = {},
) {
  const input = el("input", { type: "file", class: "visually-hidden", accept, multiple });
  input.addEventListener("change", () => {
    /** @type {File[]} */
    const files = Array.from(input.files);
    input.value = ""; // so that the same file can be chosen again
    if (files.length) onFiles(files);
  });
  const text = say(app, el("span"), words);
  if (look) return el("label", { class: `button file ${look}` }, input, text);
  return el("label", { class: "button file" }, input, icon(glyph), text);
}

/** Puts a text where it is not there already: writing the same again costs a layout. @param {Node} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** The same for an attribute. @param {Element} node @param {string} name @param {string} value */
export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** The key of a counted sentence: "….one" for one, "….other" for all else. @param {string} key @param {number} n */
export const counted = (key, n) => `${key}.${n === 1 ? "one" : "other"}`;
