/* How many hidden neurons: none, a few sizes, or what the reader types, for which a field takes the place of the choice. */
import { t } from "../../i18n/i18n.js";
import { later } from "../../ui/later.js";

const CHOICES = [[], [4], [16], [64]];

/** Sizes of layers as they are written. @param {number[]} hidden */
const written = (hidden) => (hidden.length ? hidden.join(", ") : t("network.none"));

/** Wires the choice. */
export function mountNetworkChoice(root, app) {
  const select = root.querySelector("select");
  const layers = later(app, async () => {
    const part = await import("./layers.js");
    await part.words();
    return part;
  });
  let drawn = "";
  const draw = (fresh) => {
    const { settings } = app.state;
    if (!settings) return;
    const key = JSON.stringify(settings.hidden);
    if (key === drawn && !fresh) return;
    drawn = key;
    const known = CHOICES.some((hidden) => JSON.stringify(hidden) === key);
    const choices = [...CHOICES, ...(known ? [] : [settings.hidden])];
    const options = choices.map((hidden) => new Option(written(hidden), JSON.stringify(hidden)));
    select.replaceChildren(...options, new Option(t("network.other"), "null"));
    select.value = key;
  };
  select.addEventListener("change", async () => {
    const chosen = JSON.parse(select.value);
    if (chosen) return app.change({ hidden: chosen });
    const came = await layers(async ({ askForLayers }) => {
      draw(true); // what is in force, should nothing come of it
      const hidden = await askForLayers(select);
      if (hidden) app.change({ hidden });
    });
    if (!came) draw(true);
  });
  app.draw(null, draw);
}
