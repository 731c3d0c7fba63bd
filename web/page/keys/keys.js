/* Keys that work anywhere on the page, but never inside a field, and never in the place of what a control does with them. */
import { later } from "../../ui/later.js";
import { turnTextSize } from "../../ui/text-size.js";

/** Where letters, arrows and Space mean something of their own. */
const FIELDS =
  "input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable], .pad-surface, dialog";
/** What Space presses, and what arrows move. */
const PRESSABLE = "button, a, summary, label, input";
const MOVABLE = "input, [role=slider], [role=application], [role=group], .thumbs, .neuron";

/**
 * What keys do. `free`: not while a control has the focus that the key belongs to.
 * @type {{keys: string[], free?: string, run: (app: any, askKeys: () => unknown) => unknown}[]}
 */
const KEYS = [
  {
    keys: [" "],
    free: PRESSABLE,
    run: () => clickIfAble("play"),
  },
  { keys: ["ArrowRight"], free: MOVABLE, run: () => clickIfAble("step") },
  { keys: ["r", "R"], run: (app) => app.session.reset() },
  { keys: ["p", "P"], run: turnTextSize },
  { keys: ["?"], run: (_app, askKeys) => askKeys() },
];

/** @param {string} id */
function clickIfAble(id) {
  const button = /** @type {HTMLButtonElement} */ (document.getElementById(id));
  if (!button.hidden && !button.disabled) button.click();
}

/** Where a step back is one of what is written or drawn there. */
const OWN_STEPS =
  "input:not([type=file], [type=range], [type=checkbox], [type=radio]), textarea, [contenteditable], [role=application]";

/** What the keys ask for: Ctrl+Z, ⇧Ctrl+Z (⌘ on a Mac), Ctrl+Y. @param {KeyboardEvent} event
 *  @returns {"undo" | "redo" | null} */
function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey && !shiftKey ? "redo" : null;
}

/** Ctrl+S, ⌘S. @param {KeyboardEvent} event @param {string} letter */
const isCtrl = ({ key, ctrlKey, metaKey, shiftKey, altKey }, letter) =>
  key.toLowerCase() === letter && ctrlKey !== metaKey && !shiftKey && !altKey;

/** Whether there is such a step, the worker knows: the page hears of it later than keys can follow each other.
 *  @param {any} app @param {KeyboardEvent} event @param {"undo" | "redo"} way */
function goStep(app, event, way) {
  if (!app.state.data) return;
  event.preventDefault();
  app.session[way]();
}

/** Hears the keys of the whole page. */
export function mountKeys(root, app) {
  const list = later(app, async () => (await import("./keys-dialog.js")).makeKeysDialog(root, app));
  const printing = later(app, () => import("../print.js"));
  const askKeys = () => list((dialog) => dialog.open());
  document.addEventListener("keydown", (event) => {
    const at = /** @type {Element} */ (event.target);
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (isCtrl(event, "s")) {
      event.preventDefault(); // the browser would save the page without what is in it
      if (!event.repeat) app.tell("wish", { what: "save-all" });
      return;
    }
    if (isCtrl(event, "p")) {
      event.preventDefault(); // the browser would print what is there, as it stands
      if (!event.repeat) printing(({ print }) => print());
      return;
    }
    const way = stepOf(event);
    if (way && !at.closest(OWN_STEPS)) goStep(app, event, way);
    if (at.closest(FIELDS)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = KEYS.find(({ keys }) => keys.includes(event.key));
    if (!key || (key.free && at.closest(key.free)) || (event.repeat && event.key !== "ArrowRight")) return;
    event.preventDefault();
    key.run(app, askKeys);
  });
}
