// Names of files and folders that every computer takes, whatever the pictures and classes are called.

const MOST = 60; // letters
// eslint-disable-next-line no-control-regex -- that is what must go
const FORBIDDEN = /[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** What computers put beside the files of people, and what this page would leave out therefore. */
const HIDDEN = /^(__macosx|thumbs\.db|desktop\.ini|@eadir|\$recycle\.bin)$/i;

/** @param {string} name @param {string} instead where nothing is left of it */
export function safeName(name, instead) {
  const plain = new TextDecoder().decode(new TextEncoder().encode(name)); // no half letters
  const clean = [...plain.normalize("NFC").replace(FORBIDDEN, " ").replace(/\s+/g, " ")]
    .slice(0, MOST)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  if (clean === "") return instead;
  return RESERVED.test(clean) || HIDDEN.test(clean) ? `_${clean}` : clean;
}

/** Gives names that were given before a number; large and small letters are the same to many computers. */
export class Apart {
  /** @type {Map<string, number>} */
  #given = new Map();

  /** @param {string} name @returns {string} */
  take(name) {
    for (;;) {
      const key = name.toLowerCase();
      const n = (this.#given.get(key) ?? 0) + 1;
      this.#given.set(key, n);
      if (n === 1) return name;
      name = `${name} (${n})`;
    }
  }
}

/** Without what says of which format it was: it becomes a PNG. @param {string} name */
export const stem = (name) =>
  name.replace(/^.*[/\\]/, "").replace(/\.(png|jpe?g|jfif|webp|gif|avif|bmp|ico)$/i, "");
