/* How many hidden neurons: none, a few sizes, or what the reader types. The figure that shows a network, and its words,
   are fetched when there is one. */
import { onLanguage, t } from "../../i18n/i18n.js";

const CHOICES = [[], [4], [16], [64]];

/** Sizes of layers as they are written. @param {number[]} hidden */
export const written = (hidden) => (hidden.length ? hidden.join(", ") : t("network.none"));

/** Wires the choice. */
export function mountNetworkChoice(select, app) {
  const open = once(async () => (await import("./figure.js")).mountNetwork(app));
  let drawn = "";
  onLanguage(() => {
    drawn = "";
  });
  select.addEventListener("change", async () => {
    const chosen = JSON.parse(select.value);
    if (chosen) return app.change({ hidden: chosen });
    drawn = "";
    const { askForLayers } = await import("./layers.js");
    askForLayers(select, app);
  });
  app.onFrame(({ settings, train }) => {
    if (!settings) return;
    if (train?.network) open();
    const key = JSON.stringify(settings.hidden);
    if (key === drawn) return;
    drawn = key;
    const known = CHOICES.some((hidden) => JSON.stringify(hidden) === key);
    const choices = [...CHOICES, ...(known ? [] : [settings.hidden])];
    const options = choices.map((hidden) => new Option(written(hidden), JSON.stringify(hidden)));
    select.replaceChildren(...options, new Option(t("network.other"), "null"));
    select.value = key;
  });
}

/** fn, at most once; again after it failed. */
function once(fn) {
  let running = null;
  return () => {
    running ??= fn().catch(() => {
      running = null;
    });
  };
}
