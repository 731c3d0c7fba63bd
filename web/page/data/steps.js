// Undo and Redo, each saying what it would take back or do again.
import { t } from "../../i18n/i18n.js";
import { button, counted, el, iconButton, setAttribute, setText } from "../../ui/elements.js";
import { count, percent, plain } from "../../ui/format.js";

export class Steps {
  constructor(app) {
    this.app = app;
    const undo = () => app.session.undo();
    const redo = () => app.session.redo();
    this.undo = button(app, () => this.#words("undo"), undo, { look: "quiet undo", glyph: "undo" });
    this.redo = iconButton(app, () => this.#words("redo"), "redo", redo);
    this.element = el("div", { class: "steps" }, this.undo, this.redo);
    this.draw();
  }

  /** Says what the next steps are; what cannot be done is not there, but its place is. */
  draw() {
    const { data } = this.app.state;
    for (const way of /** @type {const} */ (["undo", "redo"])) {
      const [one, other] = way === "undo" ? [this.undo, this.redo] : [this.redo, this.undo];
      const idle = !data?.[way];
      if (idle && document.activeElement === one && data?.[way === "undo" ? "redo" : "undo"]) {
        other.classList.remove("idle");
        other.focus(); // this one goes
      }
      one.classList.toggle("idle", idle);
    }
    setText(this.undo.lastChild, this.#words("undo"));
    setAttribute(this.undo, "title", this.#words("undo")); // where it is cut short
    for (const name of ["aria-label", "title"]) setAttribute(this.redo, name, this.#words("redo"));
  }

  /** @param {"undo" | "redo"} way */
  #words(way) {
    const step = this.app.state.data?.[way];
    return step ? t(`${way}.step`, { step: whatWasDone(step) }) : t(way);
  }
}

const NUMBERED = [
  "added",
  "added.to",
  "first",
  "set",
  "removed",
  "relabelled",
  "mirrored",
  "rested",
  "woken",
];

/** @param {import("../../pictures/history.js").Told} step */
function whatWasDone({ code, count: n, y, name, value }) {
  const key = `step.${keyOf(code, y, value)}`;
  const numbered = NUMBERED.some((each) => key === `step.${each}`);
  return t(numbered ? counted(key, n) : key, {
    n: count(n),
    name: name && (name.given ?? t(`class${y}.${name.drawn ? "drawn" : "own"}`)),
    value: { share: percent, alpha: plain }[code]?.(Number(value)) ?? count(Number(value)),
  });
}

/** @param {string} code @param {number | null} y @param {number | 'own'} value */
function keyOf(code, y, value) {
  if (code === "added" && y !== null) return "added.to";
  if (code === "named" && y === null) return "named.both";
  if (code === "share" && (value === "own" || value === 0)) return value === 0 ? "share.none" : "share.own";
  return code;
}
