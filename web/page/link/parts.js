// What the dialog is made of: fields with their labels, and the button that copies one.
import { t } from "../../i18n/i18n.js";
import { button, el, say, setText } from "../../ui/elements.js";

let serial = 0;
/** A label above what it is for. @param {any} app @param {string} words @param {any} control @param {any[]} more */
export function row(app, words, control, ...more) {
  control.id = `link-${++serial}`;
  return el(
    "div",
    { class: "link-row" },
    say(app, el("label", { for: control.id }), words),
    control,
    ...more,
  );
}

/** @param {any} app @param {[value: string, words: string | (() => string)][]} options */
export const chooser = (app, options) =>
  el("select", {}, ...options.map(([value, words]) => say(app, el("option", { value }), words)));

/** The button that copies what is in a field. @param {any} app @param {HTMLTextAreaElement} field */
export function copyButton(app, field) {
  const says = el("span", { class: "small muted", role: "status" });
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(field.value).then(
      () => true,
      () => false,
    );
    if (!done) field.select();
    setText(says, t(done ? "link.copied" : "link.press"));
  };
  field.addEventListener("blur", () => setText(says, ""));
  return el("div", { class: "link-copy" }, button(app, "link.copy", copy), says);
}
