/* The settings of the training in an address: only those that are not as they are at first, by short names. What is not
   named in an address that names any is as it is at first: a link is the whole of them. */
import { DEFAULTS, validSettings } from "../training/settings.js";

/** @typedef {import('../training/settings.js').Settings} Settings */

/** As numbers are written; no others are read. @param {string} text */
const number = (text) => (/^\d{1,22}(\.\d{1,22})?(e[+-]?\d{1,3})?$/.test(text) ? Number(text) : NaN);
const same = (/** @type {string} */ text) => text;

/** key: [the setting, how it is read, how it is written]. @type {Record<string, [keyof Settings, (text: string) => any, (v: any) => string]>} */
const KEYS = {
  alpha: ["alpha", number, String],
  iterations: ["iterations", number, String],
  speed: ["speed", speedOf, (v) => (v === Infinity ? "max" : v === "watch" ? v : String(digits(v)))],
  engine: ["engine", same, same],
  hidden: ["hidden", (text) => text.split(",").map(number), (v) => v.join(",")],
  seed: ["seed", number, String],
  batch: ["batch", number, String],
  size: ["n_px", number, String],
  share: ["share", (text) => (text === "own" ? text : number(text)), String],
  fit: ["fit", same, same],
  drawn: ["drawn_m", number, String],
  "drawn-seed": ["drawn_seed", number, String],
};

const digits = (/** @type {number} */ v) => Number(v.toPrecision(3)); // a slider's notch has no more

/** As the slider has it, which begins at one a second. @param {string} text */
function speedOf(text) {
  if (text === "watch") return text;
  const v = text === "max" ? Infinity : number(text);
  return v >= 1 ? v : NaN;
}

/** The settings of a link, those that make sense; null: it is about none. A teacher's, as it was made, names pictures.
 *  @param {URLSearchParams} query @returns {Partial<Settings> | null} */
export function settingsIn(query) {
  const named = Object.entries(KEYS).filter(([key]) => query.has(key));
  const read = named.map(([key, [name, read]]) => [name, read(String(query.get(key)))]);
  return named.length > 0 || query.has("pictures") ? validSettings(Object.fromEntries(read)) : null;
}

/** No settings at all, as settingsAs has them. @returns {Record<string, null>} */
export const nothing = () => Object.fromEntries(Object.keys(KEYS).map((key) => [key, null]));

/** What is to be written, key by key; null: as at first, which hangs on the pictures.
 *  @param {Settings} settings @param {{source: string, hasOwnSplit: boolean}} pictures
 *  @returns {Record<string, string | null>} */
export function settingsAs(settings, { source, hasOwnSplit }) {
  const usual = { ...DEFAULTS };
  if (source !== "drawn") usual.speed = "watch";
  if (!hasOwnSplit) usual.share = 0.2;
  const text = (/** @type {[keyof Settings, any, (v: any) => string]} */ [name, , write]) =>
    write(settings[name]) === write(usual[name]) ? null : write(settings[name]);
  return Object.fromEntries(Object.entries(KEYS).map(([key, how]) => [key, text(how)]));
}
