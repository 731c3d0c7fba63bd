// The chosen figure inside the dialog, as the link opens it: the teacher sets its values there, and the link has them.
import { onLanguage, t } from "../../i18n/i18n.js";
import { parsed } from "../../link/address.js";
import { valuesIn } from "../../notes/values.js";
import { el } from "../../ui/elements.js";

const LOOK_MS = 250; // between two looks at the frame's address, which the figure writes
const TALLEST = 480; // px; higher ones scroll inside

export class FigureFrame {
  /** Values of each figure that was shown, as addresses have them. @type {Record<string, Record<string, string>>} */
  #values = {};
  #figure = "";
  #shown = "";
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #looking;

  /** @param {() => void} changed told when the figure has other values */
  constructor(changed) {
    this.changed = changed;
    this.frame = el("iframe", { class: "link-figure", id: "link-figure" });
    const name = () => this.frame.setAttribute("title", t("link.values"));
    onLanguage(name);
    name();
    window.addEventListener("message", ({ source, data }) => {
      if (source !== this.frame.contentWindow || data?.type !== "one-neuron") return;
      this.frame.height = String(Math.min(TALLEST, Number(data.height) || TALLEST));
    });
  }

  /** Values of the figure that is shown. @returns {Record<string, string>} */
  get values() {
    return this.#values[this.#figure] ?? {};
  }

  /** @param {string} figure "" none @param {string} address of it in a frame, without values */
  show(figure, address) {
    this.#figure = figure;
    if (!figure || this.#shown === address) return;
    this.#shown = address;
    this.frame.src = Object.entries(this.values).reduce(
      (url, [name, value]) => (url.searchParams.set(name, value), url),
      new URL(address),
    ).href;
  }

  /** Looks what the reader makes of the figure, until the dialog is closed. @param {boolean} on */
  look(on) {
    clearInterval(this.#looking);
    if (on) this.#looking = setInterval(() => this.#look(), LOOK_MS);
  }

  #look() {
    const query = this.#query();
    if (!this.#figure || query?.get("figure") !== this.#figure) return; // it is still coming
    const values = valuesIn(query);
    if (String(new URLSearchParams(values)) === String(new URLSearchParams(this.values))) return;
    this.#values[this.#figure] = values;
    this.changed();
  }

  /** The address that the figure has written; null: none, or one that is nobody's of ours. */
  #query() {
    try {
      return parsed(/** @type {Window} */ (this.frame.contentWindow).location.search);
    } catch {
      return null; // the browser's own page, where the notes could not be fetched
    }
  }
}
