/* The button of a figure that saves it: the whole of it or a part as a picture, and its tables as CSV. What that takes is
   fetched when it is first pressed. */
import { onLanguage, t } from "../i18n/i18n.js";
import { iconButton } from "../ui/elements.js";
import { failed } from "./failed.js";
import { numberOf } from "./figures.js";

/** The title of a part: its own, or its number. @param {Element} part @param {number} i */
const titleOf = (part, i) =>
  part.querySelector("h3:not(.net-card *)")?.textContent ?? t("picture.part", { n: i + 1 });

/** The title of the part that has it, where there are several. @param {Element} node @param {Element[]} parts */
function whereOf(node, parts) {
  const i = parts.findIndex((part) => part.contains(node));
  return i < 0 ? "" : titleOf(parts[i], i);
}

/** @param {string} where @param {string} name either may be empty */
const tableTitle = (where, name) =>
  where && name ? t("picture.table.in", { where, name }) : t("picture.table", { name: where || name });

/** @param {HTMLElement} section @param {typeof import("../paper/menu.js")} menu @returns {import("../paper/menu.js").Entry[]} */
function entriesOf(section, { tablesIn, csvText }) {
  const stage = section.querySelector(".stage");
  const title = `${numberOf(section.id)} ${section.querySelector("h2").textContent.trim()}`;
  const file = `one-neuron-${section.id}`;
  const found = [...stage.querySelectorAll(".figure-part:not([hidden])")];
  const parts = found.length < 2 ? [] : found;
  const tables = tablesIn(stage);
  return [
    { label: t("picture.all"), part: stage, title, file },
    ...parts.map((part, i) => {
      const label = titleOf(part, i);
      return { label, part, title: `${title}: ${label}`, file: `${file}-${i + 1}` };
    }),
    ...tables.map(({ node, name, rows }, i) => ({
      label: tableTitle(whereOf(node, parts), name),
      csv: () => csvText(rows()),
      file: tables.length < 2 ? file : `${file}-table-${i + 1}`,
    })),
  ];
}

/** Gives a figure its button. @param {HTMLElement} section */
export function offerPicture(section) {
  const button = iconButton({ t, onLanguage }, "picture", "save", open, "quiet icon save-picture");
  button.setAttribute("aria-expanded", "false");
  /** @type {HTMLElement | null} */
  let sentence = null;
  async function open() {
    sentence?.remove();
    try {
      const menu = await import("../paper/menu.js");
      await menu.toggleMenu(button, () => entriesOf(section, menu));
    } catch (error) {
      console.warn(error);
      sentence = failed("notes.picture-failed", open);
      section.querySelector(".stage").before(sentence);
    }
  }
  const place = document.createElement("div");
  place.className = "picture-place";
  place.append(button);
  section.querySelector("h2").after(place);
}
