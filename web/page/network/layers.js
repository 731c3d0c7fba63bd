/* Layers as the reader types them: "16, 8". In the place of the choice until they are taken over or given up. */
import { MAX_HIDDEN, MAX_UNITS } from "../../core/limits.js";
import { addWords, t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";

/** The words of this part. */
export const words = () => addWords((ending) => import(`./words.${ending}.js`));

/** Sizes from text with commas or spaces of any kind; null when they make no sense. @param {string} text */
export function layersIn(text) {
  const parts = text
    .normalize("NFKC") // full-width digits and commas are as good
    .split(/[\s,;、，]+/)
    .filter((part) => part !== "");
  const hidden = parts.map(Number);
  const good = hidden.every((n, i) => /^\d+$/.test(parts[i]) && n >= 1 && n <= MAX_UNITS);
  return good && hidden.length >= 1 && hidden.length <= MAX_HIDDEN ? hidden : null;
}

/**
 * Shows the field. Resolves to what was taken over; null if it was given up.
 * @param {HTMLSelectElement} select whose place it takes
 * @returns {Promise<number[] | null>}
 */
export function askForLayers(select) {
  const bounds = { layers: MAX_HIDDEN, units: MAX_UNITS };
  const input = el("input", {
    type: "text",
    class: "layers",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "16, 8",
    "aria-label": t("network.layers"),
    title: t("network.layers.help", bounds),
  });
  const complain = () => {
    const bad = input.value.trim() !== "" && !layersIn(input.value);
    input.setCustomValidity(bad ? t("network.layers.invalid", bounds) : "");
    if (bad) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    return bad;
  };
  return new Promise((resolve) => {
    let closed = false;
    const close = (hidden) => {
      if (closed) return; // the field loses the focus when it goes
      closed = true;
      const focused = document.activeElement === input;
      input.replaceWith(select);
      if (focused) select.focus();
      resolve(hidden);
    };
    const take = () => close(layersIn(input.value));
    input.addEventListener("input", () => input.setCustomValidity(""));
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(null);
      if (event.key !== "Enter") return;
      if (complain()) input.reportValidity();
      else take();
    });
    input.addEventListener("change", complain);
    input.addEventListener("blur", () => (complain() ? close(null) : take()));
    select.replaceWith(input);
    input.focus();
  });
}
