// Controls of the figures: a slider that is also a field to type in, a choice, a button. All keep their words
// in the reader's language, and a number that makes no sense is said so and changes nothing.

import { el, say } from "../ui/elements.js";
import { onLanguage, t } from "../i18n/i18n.js";
import { keep } from "./kept.js";

const words = { t, onLanguage };
let serial = 0;

/** What the reader typed, a decimal comma allowed; NaN if it is no number. @param {string} text */
export const typed = (text) =>
  text.trim() === "" ? NaN : Number(text.trim().replace(",", ".").replace("−", "-"));

/**
 * A slider with a number field beside it. The field also takes values between the slider's steps.
 * @param {object} options
 * @param {string} options.label key of the dictionaries; its symbol may be given alone ("w")
 * @param {number} options.min @param {number} options.max @param {number} options.value
 * @param {number} [options.step] of the slider; default a hundredth of the range
 * @param {boolean} [options.log] logarithmic slider (min > 0)
 * @param {(value: number) => void} options.change
 * @param {(value: number) => boolean} [options.valid] default min <= value <= max
 * @returns {{node: HTMLElement, set: (value: number) => void, value: number}}
 */
export function slider({ label, min, max, value, step = (max - min) / 100, log = false, change, valid }) {
  const id = `control-${++serial}`;
  const position = (/** @type {number} */ v) => (log ? (1000 * Math.log(v / min)) / Math.log(max / min) : v);
  const at = (/** @type {number} */ p) => (log ? min * (max / min) ** (p / 1000) : p);
  const range = el("input", {
    type: "range",
    id,
    min: log ? 0 : min,
    max: log ? 1000 : max,
    step: log ? 1 : step,
  });
  const field = el("input", {
    type: "text",
    inputmode: "decimal",
    class: "field-number",
    autocomplete: "off",
  });
  const complaint = el("p", { class: "complaint", id: `${id}-says`, role: "alert", hidden: true });
  const name = say(words, el("label", { for: id }), label);
  say(words, field, label, "aria-label");
  field.setAttribute("aria-describedby", complaint.id);
  const fine = valid ?? ((v) => v >= min && v <= max);
  const show = (/** @type {number} */ v) => String(Number(v.toPrecision(6)));

  const control = {
    node: el("div", { class: "slider" }, name, range, field, complaint),
    value,
    /** Shows another value; does not call change. @param {number} v */
    set(v) {
      control.value = v;
      range.value = position(v);
      range.setAttribute("aria-valuetext", show(v));
      if (document.activeElement !== field) field.value = show(v);
    },
  };
  const take = (/** @type {number} */ v) => {
    control.set(v);
    change(v);
  };
  keep(control.node, label, {
    read: () => show(control.value),
    take(text) {
      const v = typed(text);
      if (Number.isFinite(v) && fine(v)) take(v);
    },
  });
  range.addEventListener("input", () => {
    complain(field, complaint, "");
    take(Number(at(Number(range.value)).toPrecision(log ? 2 : 12)));
  });
  field.addEventListener("input", () => {
    const v = typed(field.value);
    const good = Number.isFinite(v) && fine(v);
    complain(field, complaint, good ? "" : t("plot.number", { min: show(min), max: show(max) }));
    if (good) take(v);
  });
  field.addEventListener("blur", () => {
    complain(field, complaint, "");
    field.value = show(control.value);
  });
  control.set(value);
  return control;
}

/** A number to edit, alone. `valid` decides; a bad one is said so and changes nothing.
 *  @param {{label: () => string, value: number, change: (value: number) => void,
 *    valid?: (value: number) => boolean, digits?: number, name?: string}} options name: in an address, see kept.js */
export function numberField({ label, value, change, valid = () => true, digits = 6, name = "" }) {
  const complaint = el("span", {
    class: "complaint",
    id: `control-${++serial}`,
    role: "alert",
    hidden: true,
  });
  const field = el("input", {
    type: "text",
    inputmode: "decimal",
    class: "field-number",
    autocomplete: "off",
  });
  field.setAttribute("aria-describedby", complaint.id);
  say(words, field, label, "aria-label");
  const show = (/** @type {number} */ v) => String(Number(v.toPrecision(digits)));
  const control = {
    node: el("span", { class: "number" }, field, complaint),
    field,
    value,
    /** @param {number} v */
    set(v) {
      control.value = v;
      if (document.activeElement !== field) field.value = show(v);
    },
  };
  const take = (/** @type {string} */ text) => {
    const v = typed(text);
    const good = Number.isFinite(v) && valid(v);
    if (!good) return false;
    control.value = v;
    change(v);
    return true;
  };
  if (name)
    keep(control.node, name, {
      read: () => show(control.value),
      take: (text) => take(text) && control.set(control.value),
    });
  field.addEventListener("input", () =>
    complain(field, complaint, take(field.value) ? "" : t("plot.bad-number")),
  );
  field.addEventListener("blur", () => {
    complain(field, complaint, "");
    field.value = show(control.value);
  });
  control.set(value);
  return control;
}

/** @param {HTMLInputElement} field @param {HTMLElement} complaint @param {string} sentence */
function complain(field, complaint, sentence) {
  if (sentence) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  complaint.textContent = sentence;
  complaint.hidden = !sentence;
}

/**
 * One of a few, as a row of buttons that stay pressed.
 * @param {{label: string, options: [string, string][], value: string, change: (value: string) => void}} options
 *   label: key of its name; options: [value, key of its words]
 */
export function choice({ label, options, value, change }) {
  const node = el("div", { class: "choice", role: "group" });
  say(words, node, label, "aria-label");
  const buttons = options.map(([key, text]) => {
    const button = say(words, el("button", { type: "button", class: "segment" }), text);
    button.addEventListener("click", () => {
      control.set(key);
      change(key);
    });
    return [key, button];
  });
  const control = {
    node,
    value,
    /** @param {string} v */
    set(v) {
      control.value = v;
      for (const [key, button] of buttons) button.setAttribute("aria-pressed", String(key === v));
    },
  };
  node.append(...buttons.map(([, button]) => button));
  control.set(value);
  keep(node, label, {
    rank: 0,
    read: () => control.value,
    take(key) {
      if (!options.some(([option]) => option === key)) return;
      control.set(key);
      change(key);
    },
  });
  return control;
}

/** A checkbox with its words. @param {{label: string, value: boolean, change: (value: boolean) => void}} options */
export function checkbox({ label, value, change }) {
  const box = el("input", { type: "checkbox" });
  box.checked = value;
  box.addEventListener("change", () => change(box.checked));
  const node = el("label", { class: "check" }, box, say(words, el("span"), label));
  keep(node, label, {
    rank: 0,
    read: () => String(box.checked),
    take(text) {
      if (text !== String(!box.checked)) return;
      box.checked = !box.checked;
      change(box.checked);
    },
  });
  return { node, box };
}

/** A button. @param {string} label key of its words @param {() => void} press @param {string} [look] */
export function press(label, press, look = "") {
  return say(words, el("button", { type: "button", class: look, onclick: press }), label);
}
