// What a teacher's link can say, read and written by the same rules: text stays text, and is of bearable length.

import { className } from "../training/settings.js";

/** What a link can take off the page. */
export const GROUPS = ["settings", "more", "network", "add", "camera", "test", "language"];

export const LONGEST_TASK = 500;
export const MOST_LINES = 6;

/** Characters that are seen or end a line, and steer no direction. @param {string} text */
const plainText = (text) =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    // eslint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\0-\t\v-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");

/** A task as it is shown. @param {string | null} text @returns {string} "": none */
export const taskOf = (text) =>
  [...plainText((text ?? "").slice(0, 8 * LONGEST_TASK)).trim().split("\n").slice(0, MOST_LINES).join("\n")]
    .slice(0, LONGEST_TASK)
    .join("")
    .trim(); // prettier-ignore

/** What is not shown. @param {string | null} text @returns {string[]} */
export function hiddenOf(text) {
  const wished = (text ?? "").split(",");
  return GROUPS.filter((group) => wished.includes(group));
}

/** A name of a file or a class; "": none. @param {string | null} text */
export const nameOf = (text) => className(plainText(text ?? "").replaceAll("\n", " ")) ?? "";

/**
 * The query of a teacher's link.
 * @param {object} wish
 * @param {string} wish.task @param {string[]} wish.hide groups @param {boolean} wish.paused
 * @param {string} wish.lang "": the reader's
 * @param {{one: string, zero: string, file: string} | null} wish.own what the pictures are, where they are the teacher's own
 * @param {Record<string, string | null>} wish.settings
 * @returns {URLSearchParams}
 */
export function teachersQuery({ task, hide, paused, lang, own, settings }) {
  const query = new URLSearchParams();
  const put = (/** @type {string} */ key, /** @type {string | null} */ value) =>
    value && query.set(key, value);
  put("lang", lang);
  put("task", taskOf(task));
  put("hide", hiddenOf(hide.join()).join());
  query.set("pictures", own ? "own" : "drawn");
  for (const [key, value] of Object.entries(own ?? {})) put(key, nameOf(value));
  if (paused) query.set("paused", "");
  for (const [key, value] of Object.entries(settings)) put(key, value);
  return query;
}
