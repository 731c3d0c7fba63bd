/* The languages of the product. A further one is a line here and one more file, words.<ending>.js or prose.<ending>.html,
   beside every file of that name. The first is what those read whose language is not here. */

/**
 * @typedef {object} Language
 * @property {string} tag what html's lang says and Intl understands
 * @property {string} ending how the files with its words end
 * @property {string} name on its button
 * @property {string} gap what stands between two sentences
 * @property {"letters" | "compact"} large how 43 264 is written in two digits: with the letters k, M, G, or as Intl does
 * @property {boolean} grouped whether 12288 is written with a mark between its thousands
 * @property {"narrow" | "short"} unit how Intl writes a unit after a number
 */

/** @type {Language[]} */
export const LANGUAGES = [
  { tag: "en", ending: "en", name: "EN", gap: " ", large: "letters", grouped: true, unit: "narrow" },
  { tag: "zh-Hans", ending: "zh", name: "中文", gap: "", large: "compact", grouped: false, unit: "short" },
];

/** The language of a wish such as "zh-TW": the same tag, or else the same language, or else the first. @param {string} wish */
export function languageFor(wish) {
  const first = (/** @type {string} */ tag) => tag.toLowerCase().split("-")[0];
  return (
    LANGUAGES.find(({ tag }) => tag.toLowerCase() === wish.toLowerCase()) ??
    LANGUAGES.find(({ tag }) => first(tag) === first(wish)) ??
    LANGUAGES[0]
  );
}
