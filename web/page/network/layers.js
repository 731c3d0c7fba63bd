/* Layers as the reader types them: "16, 8". In the place of the choice until they are taken over or given up. */
import { MAX_HIDDEN, MAX_UNITS } from "../../core/limits.js";
import { addWords, t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";

await addWords((ending) => import(`./words.${ending}.js`));

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

/** Shows the field. @param {HTMLSelectElement} select whose place it takes @param {any} app */
export function askForLayers(select, app) {
  const input = el("input", {
    type: "text",
    class: "layers",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "16, 8",
    "aria-label": t("network.layers"),
    title: t("network.layers.help", { layers: MAX_HIDDEN, units: MAX_UNITS }),
  });
  const complain = () => {
    const bad = input.value.trim() !== "" && !layersIn(input.value);
    input.setCustomValidity(bad ? t("network.layers.invalid", { layers: MAX_HIDDEN, units: MAX_UNITS }) : "");
    input.toggleAttribute("aria-invalid", bad);
    if (bad) input.setAttribute("aria-invalid", "true");
    return bad;
  };
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    const focused = document.activeElement === input;
    input.replaceWith(select);
    if (focused) select.focus();
    app.redraw();
  };
  const take = () => {
    const hidden = layersIn(input.value);
    close();
    if (hidden) app.change({ hidden });
  };
  input.addEventListener("input", () => input.setCustomValidity(""));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter") return;
    if (complain()) input.reportValidity();
    else take();
  });
  input.addEventListener("change", complain);
  input.addEventListener("blur", () => (complain() ? close() : take()));
  select.replaceWith(input);
  input.focus();
}
