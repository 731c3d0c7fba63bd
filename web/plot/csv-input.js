// Brings a table in: by file chooser, by dropping a file on the figure, or by pasting cells anywhere in it. What
// cannot be used is said in one sentence, and the figure keeps what it has; what was left out or could have been read
// in another way is said too.

import { joined, onLanguage, t } from "../i18n/i18n.js";
import { el, fileButton } from "../ui/elements.js";
import { count, plain } from "../ui/format.js";
import { readText } from "./csv-text.js";
import { parseTableGently } from "./csv.js";
import { TableError } from "./table-error.js";

const words = { t, onLanguage };

/** @typedef {import("./csv.js").Table} Table */
/** @typedef {{name: string, sentence: () => string} | null} Told */

/**
 * @param {object} options
 * @param {HTMLElement} options.host the figure: files are dropped and cells pasted there
 * @param {import("./csv.js").Wanted} options.columns how many columns of numbers are wanted
 * @param {(table: Table) => void} options.take uses the table, or throws a TableError: it may not fit this figure
 * @returns {{node: HTMLElement, clear: () => void}} a button, a line for complaints and one for what was noticed;
 *   clear() when the figure has other data
 */
export function csvInput({ host, columns, take }) {
  const complaint = makeLine("complaint", "alert");
  const notice = makeLine("muted small", "status");
  let newest = 0;
  const clear = () => {
    newest++;
    complaint.set(null);
    notice.set(null);
  };

  /** What was read last wins. @param {string} name of a file, or "" @param {() => Promise<string>} read */
  async function use(name, read) {
    clear();
    const mine = newest;
    notice.set({ name, sentence: () => t("csv.reading") });
    try {
      const table = await parseTableGently(await read(), columns);
      if (mine !== newest) return; // another came meanwhile
      take(table);
      notice.set({ name, sentence: () => noticeOf(table) });
    } catch (error) {
      if (mine !== newest) return;
      notice.set(null);
      if (!(error instanceof TableError)) throw error;
      complaint.set({ name, sentence: () => t(error.code, inWords(error.params)) });
    }
  }

  const readFile = (/** @type {File[]} */ [file]) => use(file.name, () => readText(file));
  const readPasted = (/** @type {string} */ text) => use("", async () => text);
  const button = fileButton(words, "csv.choose", readFile, {
    multiple: false,
    accept: ".csv,.txt,.tsv,text/*",
  });

  host.addEventListener("dragover", (event) => event.preventDefault());
  host.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const text = event.dataTransfer?.getData("text/plain");
    if (files.length > 0) readFile(files);
    else if (text) readPasted(text);
  });
  host.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (/** @type {Element} */ (event.target).closest("input, textarea") && !/[\n\t,;]/.test(text)) return;
    event.preventDefault();
    readPasted(text);
  });
  return { node: el("div", { class: "csv-input" }, button, complaint.node, notice.node), clear };
}

/** What is said of a table that was taken: "" if there is nothing to say. @param {Table} table */
function noticeOf({ left, units, doubtful }) {
  return joined([
    left ? t("csv.left", inWords(left)) : "",
    units.length > 0 ? t("csv.unit", { list: units.join(t("csv.and")) }) : "",
    doubtful ? t("csv.doubtful", { text: doubtful.text, value: plain(doubtful.value) }) : "",
  ]);
}

/** Numbers as the language writes them. @param {Record<string, any>} params */
const inWords = (params) =>
  Object.fromEntries(Object.entries(params).map(([k, v]) => [k, typeof v === "number" ? count(v) : v]));

/** A line that stays in the reader's language. The name of a file, which may run from right to left, turns nothing else.
 *  @param {string} look @param {string} role */
function makeLine(look, role) {
  const node = el("p", { class: look, role, hidden: true });
  /** @type {Told} */
  let told = null;
  const put = () => {
    const sentence = told?.sentence() ?? "";
    const name = told?.name ? [el("bdi", {}, told.name), t("csv.colon")] : [];
    node.replaceChildren(...(sentence ? [...name, sentence] : []));
    node.hidden = !sentence;
  };
  onLanguage(put);
  return {
    node,
    /** @param {Told} next */
    set(next) {
      told = next;
      put();
    },
  };
}
