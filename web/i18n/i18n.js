/* The words of the page: t(key, params), the language in use, and numbers written its way.
   Static HTML carries `data-i18n="key"` (its text) and `data-i18n-attr="attr:key attr:key"`. */

/** How the files with the words of a language end: words.en.js, words.zh.js beside every part. */
const ENDINGS = { en: "en", "zh-Hans": "zh" };
/** Words by language; those of a language are loaded when it is first used. */
const dictionaries = { en: {}, "zh-Hans": {} };
/** What loads the words of each part, given the ending. @type {((ending: string) => Promise<any>)[]} */
const parts = [];
const listeners = new Set();
const root = globalThis.document?.documentElement; // Node, which tests the parts without a page, has none
let current = root?.lang in dictionaries ? root.lang : "en";

/** The language in use: 'en' or 'zh-Hans'. */
export const language = () => current;

/** The text of `key` in the language in use; {name} in it is replaced by params.name. */
export function t(key, params = {}) {
  const text = dictionaries[current][key];
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));
}

/**
 * Adds the words of a part: load(ending) imports its words.<ending>.js, {key: text}. Resolves when those of the language
 * in use are there; those of another are loaded when it is first chosen.
 * @param {(ending: string) => Promise<{default: Record<string, string>}>} load
 */
export async function addWords(load) {
  parts.push(load);
  await fetchWords(load, current);
}

async function fetchWords(load, name) {
  Object.assign(dictionaries[name], (await load(ENDINGS[name])).default);
}

/** Whether the dictionaries know `key`. */
export const knows = (key) => key in dictionaries[current];

/** Calls fn(language) after every change of language. Returns a function that stops it. */
export function onLanguage(fn) {
  listeners.add(fn);
  return () => listeners.delete(fn);
}

/** Puts the words of the language in use into every marked element under `root`. */
export function translate(root = document) {
  for (const element of root.querySelectorAll("[data-i18n]")) {
    const text = t(element.dataset.i18n);
    if (element.textContent !== text) element.textContent = text; // the same again would cost a layout
  }
  for (const element of root.querySelectorAll("[data-i18n-attr]")) {
    for (const pair of element.dataset.i18nAttr.split(" ")) {
      const [name, key] = pair.split(":");
      element.setAttribute(name, t(key));
    }
  }
}

/** Changes the language ('en' or 'zh-Hans'), remembers it, rewrites the page. */
export async function setLanguage(next) {
  if (!(next in dictionaries)) return;
  await Promise.all(parts.map((load) => fetchWords(load, next)));
  current = next;
  root.lang = next;
  try {
    localStorage.setItem("one-neuron.lang", next);
  } catch {
    // Storage forbidden: the choice lasts as long as the page.
  }
  translate();
  for (const fn of listeners) fn(next);
}

const formats = new Map();

/** x written by Intl in the language in use, with a true minus sign. Options as Intl.NumberFormat's. */
export function number(x, options = {}) {
  const key = current + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(current, options));
  return formats.get(key).format(x).replace("-", "\u2212");
}
