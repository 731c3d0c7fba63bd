/* The menu behind "Save as a picture": what can be saved, each in its formats. There is one; it hangs below its button. */
import { addWords, onLanguage, t } from "../i18n/i18n.js";
import { el } from "../ui/elements.js";
import { addLook } from "../ui/fetched.js";
import { once } from "../ui/once.js";
import { saveBlob, saveText } from "../ui/save.js";
import { csvText } from "./csv.js";
import { pngOf } from "./png.js";
import { pictureOf } from "./take.js";

/**
 * @typedef {object} Entry
 * @property {string} label
 * @property {string} [file] its name, without what follows the point
 * @property {HTMLElement} [part] of the page, as SVG and PNG
 * @property {string} [title] of that picture
 * @property {() => string} [csv] a table, as text
 * @property {[string, () => unknown][]} [other] buttons of its own
 */

const ready = once(() =>
  Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./menu.css", import.meta.url).href),
  ]),
);

/** @type {{button: HTMLElement, node: HTMLElement} | null} */
let open = null;

/** @param {boolean} [back] gives the focus back to its button */
function close(back = false) {
  if (!open) return;
  const { button, node } = open;
  open = null;
  button.setAttribute("aria-expanded", "false");
  if (back || node.contains(document.activeElement)) button.focus({ preventScroll: true });
  node.remove();
}

/** What each format of an entry does. @param {Entry} entry @returns {[string, () => unknown][]} */
function formats({ part, title = "", file, csv, other }) {
  if (other) return other;
  if (csv) return [["CSV", () => saveText(csv(), `${file}.csv`, "text/csv")]];
  const picture = () => pictureOf(/** @type {HTMLElement} */ (part), title);
  return [
    ["SVG", () => saveText(picture().svg, `${file}.svg`, "image/svg+xml")],
    ["PNG", async () => saveBlob(await pngOf(picture()), `${file}.png`)],
  ];
}

/** @param {Entry} entry */
function row(entry) {
  const buttons = formats(entry).map(([format, save]) => {
    const name = t("picture.as", { what: entry.label, format });
    return el("button", { type: "button", "aria-label": name, onclick: () => attempt(save) }, format);
  });
  return el("div", {}, el("span", {}, entry.label), el("span", { class: "picture-formats" }, ...buttons));
}

/** @param {() => unknown} save */
async function attempt(save) {
  try {
    await save();
    close(true);
  } catch (error) {
    console.warn(error);
    const says = el("p", { role: "alert" }, t("picture.failed"));
    open?.node.querySelector("[role=alert]")?.remove();
    open?.node.append(says);
  }
}

/** Opens it below a button, or closes it. @param {HTMLElement} button @param {() => Entry[]} entries */
export async function toggleMenu(button, entries) {
  if (open?.button === button) return close(true);
  await ready();
  close();
  const label = button.getAttribute("aria-label") ?? "";
  const node = el(
    "div",
    { class: "picture-menu", role: "dialog", "aria-label": label },
    ...entries().map(row),
  );
  open = { button, node };
  button.after(node);
  button.setAttribute("aria-expanded", "true");
  node.querySelector("button")?.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
}

onLanguage(() => close());
document.addEventListener("pointerdown", ({ target }) => {
  const inside = /** @type {Node} */ (target);
  if (open && !open.node.contains(inside) && !open.button.contains(inside)) close();
});
document.addEventListener(
  "keydown",
  (event) => {
    if (!open || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  },
  true,
);
document.addEventListener("focusin", ({ target }) => {
  const inside = /** @type {Node} */ (target);
  if (open && !open.node.contains(inside) && !open.button.contains(inside)) close();
});

/** The tables beside the charts of a part of the page. @param {HTMLElement} root @returns {{node: Element, name: string, rows: () => string[][]}[]} */
export const tablesIn = (root) =>
  [...root.querySelectorAll("details.datatable")].map((node) => ({
    node,
    name: node.querySelector("summary")?.textContent ?? "",
    rows() {
      const detail = { rows: /** @type {string[][]} */ ([]) };
      node.dispatchEvent(new CustomEvent("as-rows", { detail }));
      return detail.rows;
    },
  }));

export { csvText };
