/* The words of the page: t(key, params), the language in use, and sentences and numbers written its way.
   Static HTML carries `data-i18n="key"` (its text) and `data-i18n-attr="attr:key attr:key"`. */
import { LANGUAGES, languageFor } from "./languages.js";
import { withMinus } from "./minus.js";

/** Words by the ending of their files; those of a language are loaded when it is first used.
 *  @type {Record<string, Record<string, string>>} */
const dictionaries = Object.fromEntries(LANGUAGES.map(({ ending }) => [ending, {}]));
/** What fetches the parts of a language, given its ending. @type {((ending: string) => Promise<unknown>)[]} */
const parts = [];
/** @type {Set<(tag: string) => void>} */
const listeners = new Set();
/** @type {Set<() => void>} */
const before = new Set();
const root = globalThis.document?.documentElement; // Node, which tests the parts without a page, has none
let current = languageFor(root?.lang ?? ""); // boot.js has put the reader's wish there
let wanted = current;
if (root) root.lang = current.tag;

/** The tag of the language in use, such as 'en' or 'zh-Hans'. */
export const language = () => current.tag;

/** What reads from right to left, or turns the direction of what follows. */
const TURNING =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const STEERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name that others gave, so that it cannot turn the sentence it stands in: isolated as <bdi> would, without characters
 *  that only steer direction. @param {string} name */
export const isolated = (name) => (TURNING.test(name) ? `\u2068${name.replace(STEERING, "")}\u2069` : name);

/** The text of `key` in the language in use; {name} in it is replaced by params.name, isolated.
 *  @param {string} key @param {Record<string, unknown>} [params] */
export function t(key, params = {}) {
  const text = dictionaries[current.ending][key];
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    name in params ? isolated(String(params[name])) : whole,
  );
}

/** Whether the dictionaries know `key`. @param {string} key */
export const knows = (key) => key in dictionaries[current.ending];

/** Sentences after each other, as the language in use does it; empty ones are left out. @param {string[]} sentences */
export const joined = (sentences) => sentences.filter(Boolean).join(current.gap);

/**
 * Adds what every language has a file of. Resolves when that of the language in use is there; that of another is fetched
 * when it is first chosen, and before anything on the page changes.
 * @param {(ending: string) => Promise<unknown>} load
 */
export async function addPart(load) {
  parts.push(load); // first: what does not come now is asked for again with the next choice
  await load(current.ending);
}

/**
 * Adds the words of a part: load(ending) imports its words.<ending>.js, {key: text}.
 * @param {(ending: string) => Promise<{default: Record<string, string>}>} load
 */
export const addWords = (load) =>
  addPart(async (ending) => Object.assign(dictionaries[ending], (await load(ending)).default));

/** Calls fn(tag) after every change of language. Returns a function that stops it. @param {(tag: string) => void} fn */
export function onLanguage(fn) {
  listeners.add(fn);
  return () => listeners.delete(fn);
}

/** Calls fn() when everything of another language is there and nothing on the page has changed yet. @param {() => void} fn */
export const beforeLanguage = (fn) => before.add(fn);

/** Puts the words of the language in use into every marked element under `root`. @param {ParentNode} [root] */
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

/** Changes the language, remembers it, rewrites the page. Rejects, and changes nothing, where it cannot be fetched.
 *  @param {string} tag */
export async function setLanguage(tag) {
  const next = languageFor(tag);
  wanted = next;
  await Promise.all(parts.map((load) => load(next.ending)));
  if (wanted !== next) return; // another was chosen meanwhile
  for (const fn of before) fn();
  current = next;
  root.lang = next.tag;
  try {
    localStorage.setItem("one-neuron.lang", next.tag);
  } catch {
    // Storage forbidden: the choice lasts as long as the page.
  }
  translate();
  for (const fn of listeners) fn(next.tag);
}

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** x written by Intl in the language in use, with a true minus sign.
 *  @param {number} x @param {Intl.NumberFormatOptions} [options] */
export function number(x, options = {}) {
  const key = current.tag + JSON.stringify(options);
  const format =
    formats.get(key) ?? new Intl.NumberFormat(current.tag, { useGrouping: current.grouped, ...options });
  formats.set(key, format);
  return withMinus(format.format(x));
}

const LETTERS = ["", "\u202fk", "\u202fM", "\u202fG", "\u202fT", "\u202fP"];

/** A thin space before the unit. @param {string} text */
const spaced = (text) => text.replace(/\s*([^\d.\s]+)$/, "\u202f$1");

/** A large number in two digits: 2.1 G in English, 21 亿 in Chinese. @param {number} x */
export function compact(x) {
  if (current.large === "compact")
    return spaced(number(x, { notation: "compact", maximumSignificantDigits: 2 }));
  let step = 0;
  while (Math.abs(x) >= 999.5 && step < LETTERS.length - 1) {
    x /= 1000;
    step += 1;
  }
  return number(x, x < 99.5 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 }) + LETTERS[step];
}

/** A number with its unit, a name that Intl knows, such as "second": 1.2 s, 1.2 秒.
 *  @param {number} x @param {string} unit @param {Intl.NumberFormatOptions} [options] */
export const measure = (x, unit, options = {}) =>
  spaced(number(x, { style: "unit", unit, unitDisplay: current.unit, ...options }));
