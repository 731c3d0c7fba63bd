/* The values of a figure in the address, ?figure=neuron&w=2.5: of its controls, those that are not as they were when it
   came. One figure at a time: the one that was touched last. Tables and pictures of the reader's own are not among them. */
import { keptIn } from "../plot/kept.js";
import { CARRIED, put, query } from "../link/address.js";

const LONGEST = 1500; // characters of values that are written
/** What means something else in an address. */
const RESERVED = new Set([...CARRIED, "pictures", "embed", "page", "figure", "do"]);
const EVENTS = ["input", "change", "click", "pointerup", "keyup"];

/** Gives a figure that has just come the values of the address, if they are its. What decides which controls there are goes
 *  first. @param {HTMLElement} section */
export function openValues(section) {
  for (const control of keptIn(section).values()) control.from = control.read();
  if (query.get("figure") !== section.id) return;
  for (const rank of [0, 1, 2])
    for (const [name, control] of keptIn(section)) {
      const text = query.get(name);
      if (text !== null && !RESERVED.has(name) && (control.rank ?? 2) === rank) control.take(text);
    }
}

/** What a figure's values are in an address. @param {HTMLElement} section @returns {Record<string, string>} */
function valuesOf(section) {
  /** @type {Record<string, string>} */
  const values = {};
  let room = LONGEST;
  for (const [name, { read, from }] of keptIn(section)) {
    const text = read();
    room -= text === from ? 0 : encodeURIComponent(name + text).length;
    if (text !== from && room >= 0 && !RESERVED.has(name)) values[name] = text;
  }
  return values;
}

/** Those of a figure in an address. @param {URLSearchParams} address */
export const valuesIn = (address) => Object.fromEntries([...address].filter(([key]) => !RESERVED.has(key)));

/** @param {HTMLElement[]} sections */
export function keepValues(sections) {
  for (const section of sections) {
    const write = () => {
      if (section.dataset.ready === undefined) return;
      const values = valuesOf(section);
      const gone = Object.keys(valuesIn(query));
      const figure = Object.keys(values).length || query.has("embed") ? section.id : null;
      if (figure === null && query.get("figure") !== section.id) return;
      put({ ...Object.fromEntries(gone.map((key) => [key, null])), figure, ...values });
    };
    for (const type of EVENTS) section.addEventListener(type, () => queueMicrotask(write));
  }
}
