/* The settings most readers leave alone: engine, picture size, share kept for testing, and what
   happens to pictures that are not square. Closed until asked for. */
import { addWords, onLanguage, t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { count, percent } from "../../ui/format.js";
import { whyTaken } from "./engine-says.js";

await addWords((ending) => import(`./words.${ending}.js`));

const ENGINES = ["auto", "loop", "vectorized", "gram"];
const BATCHES = [0, 16, 32, 64, 128, 256];
const SIZES = [32, 64, 128];
const SHARES = [0, 0.1, 0.2, 0.3, 0.5];

/** Wires the panel and the button that opens it. */
export function mountSettings(panel, app) {
  const find = (id) => panel.querySelector(`#${id}`);
  const batch = makeBatch();
  panel.querySelector(".setting-note").before(batch.node);
  const fields = {
    engine: find("engine"),
    n_px: find("size"),
    share: find("share"),
    fit: find("fit"),
    batch: batch.select,
  };
  const button = document.getElementById("more");
  button.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    if (panel.hidden) return;
    fields.engine.focus();
    app.redraw();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.focus();
  });
  for (const [name, select] of Object.entries(fields)) {
    select.addEventListener("change", () => app.change({ [name]: JSON.parse(select.value) }));
  }

  let drawn = "";
  onLanguage(() => {
    drawn = "";
  });
  app.onFrame(({ settings, data, train }) => {
    if (!settings || !data) return;
    const network = Boolean(train?.network && app.network); // its words have come
    const choices = choicesFor(data, settings, network);
    const key = JSON.stringify(choices);
    if (key !== drawn) {
      drawn = key;
      for (const [name, list] of Object.entries(choices)) fill(fields[name], list);
    }
    const values = { ...settings, n_px: data.n_px, share: data.share };
    for (const [name, select] of Object.entries(fields)) {
      if (document.activeElement !== select) select.value = JSON.stringify(values[name]);
    }
    batch.node.hidden = !network;
    if (panel.hidden) return;
    if (network) batch.say();
    setText(find("engine-says"), aboutEngine(settings, train ?? {}, network));
    setText(find("share-says"), t(data.share === "own" ? "share.own.says" : "share.says"));
    setText(find("size-says"), t("size.says", { n: data.n_px, n_x: count(data.n_px ** 2 * 3) }));
  });
}

/** Examples an update, of a network only. */
function makeBatch() {
  const select = el("select", { id: "batch" });
  const label = el("label", { for: "batch" });
  const says = el("p", { class: "small muted" });
  const say = () => {
    setText(label, t("network.batch"));
    setText(says, t("network.batch.says"));
  };
  return { node: el("div", { class: "setting", hidden: true }, label, select, says), select, say };
}

/** For each setting: [value, words, allowed?]. */
function choicesFor(data, { batch, hidden }, network) {
  const shares = SHARES.map((share) => [
    share,
    share ? percent(share).replace(/[.,]0/, "") : t("share.none"),
    true,
  ]);
  const sizes = [...new Set([...BATCHES, batch])].filter((n) => n === batch || n < data.m);
  return {
    engine: ENGINES.map((engine) => [
      engine,
      t(`engine.${engine}`),
      engine !== "loop" || hidden.length === 0,
    ]),
    batch: network
      ? sizes.map((n) => [n, n ? count(n) : t("network.batch.all", { m: count(data.m) }), true])
      : [],
    n_px: SIZES.map((n) => [n, t("size.px", { n }), data.sizes.includes(n)]),
    share: data.hasOwnSplit ? [["own", t("share.own"), true], ...shares] : shares,
    fit: ["crop", "fit"].map((fit) => [fit, t(`fit.${fit}`), true]),
  };
}

function fill(select, choices) {
  select.replaceChildren(
    ...choices.map(([value, words, allowed]) => {
      const option = new Option(words, JSON.stringify(value));
      option.disabled = !allowed;
      return option;
    }),
  );
}

/** What the chosen engine does; for the automatic choice also which it took, and why. Networks know no loop. */
function aboutEngine({ engine }, { choice }, network) {
  const auto = engine === "auto" || (network && engine === "loop");
  if (!auto) return t(network ? `network.engine.${engine}.says` : `engine.${engine}.says`);
  return [t("engine.auto.says"), choice ? whyTaken(choice) : ""].filter(Boolean).join(t("engine.gap"));
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
