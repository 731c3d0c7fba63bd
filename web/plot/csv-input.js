// Brings a table in: by file chooser, by dropping a file on the figure, or by pasting cells anywhere in it. What
// cannot be used is said in one sentence, and the figure keeps what it has.

import { onLanguage, t } from "../i18n/i18n.js";
import { el, fileButton } from "../ui/elements.js";
import { TableError, parseTable, readText } from "./csv.js";

const words = { t, onLanguage };

/**
 * @param {object} options
 * @param {HTMLElement} options.host the figure: files are dropped and cells pasted there
 * @param {number | {least: number, most: number}} options.columns how many columns of numbers are wanted
 * @param {(table: {header: string[] | null, rows: number[][], name: string}) => string} options.take
 *   uses the table; a sentence other than "" is shown: it may not fit this figure
 * @returns {{node: HTMLElement, say: (sentence: string) => void}} a button and a line for complaints
 */
export function csvInput({ host, columns, take }) {
  const line = el("p", { class: "complaint", role: "alert", hidden: true });
  const say = (/** @type {string} */ sentence) => {
    line.textContent = sentence;
    line.hidden = !sentence;
  };
  const use = (/** @type {string} */ text, /** @type {string} */ name) => {
    try {
      say(take({ ...parseTable(text, columns), name }));
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      say((name ? `${name}: ` : "") + t(error.code, error.params));
    }
  };
  const read = async (/** @type {File[]} */ [file]) => {
    try {
      use(await readText(file), file.name);
    } catch (error) {
      say(
        `${file.name}: ` + (error instanceof TableError ? t(error.code, error.params) : t("csv.unreadable")),
      );
    }
  };
  const button = fileButton(words, "csv.choose", read, { multiple: false, accept: ".csv,.txt,.tsv,text/*" });

  host.addEventListener("dragover", (event) => event.preventDefault());
  host.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const text = event.dataTransfer?.getData("text/plain");
    if (files.length > 0) read(files);
    else if (text) use(text, "");
  });
  host.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (/** @type {Element} */ (event.target).closest("input, textarea") && !/[\n\t,;]/.test(text)) return;
    event.preventDefault();
    use(text, "");
  });
  return { node: el("div", { class: "csv-input" }, button, line), say };
}
