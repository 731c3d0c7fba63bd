/* The settings most readers leave alone: engine, picture size, share kept for testing, and what
   happens to pictures that are not square. Closed until asked for. */
import { ENGINES } from "../../core/limits.js";
import { addWords, joined, t } from "../../i18n/i18n.js";
import { button, el, iconButton, say, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { count, percent } from "../../ui/format.js";
import { term } from "../../terms/term.js";
import { replacedOf } from "../live/replaced.js";
import { whyTaken } from "./engine-says.js";

const BATCHES = [0, 16, 32, 64, 128, 256];
const SIZES = [32, 64, 128];
const SHARES = [0, 0.1, 0.2, 0.3, 0.5];
/** Drawn pictures to train on, and which of the sets. */
const DRAWN = [20, 50, 100, 200, 500, 1000, 2000, 5000, 8000];
const DRAWN_SETS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** The settings whose names are terms. */
const EXPLAINED = { engine: "engine", n_px: "n_x", share: "test-set", batch: "batch" };

/** Fills the panel. */
export async function mountSettings(panel, app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./settings.css", import.meta.url).href),
  ]);
  const fields = Object.fromEntries(
    ["engine", "n_px", "share", "fit", "batch", "drawn_m", "drawn_seed"].map((name) => [
      name,
      field(app, name),
    ]),
  );
  const { engine, n_px, share, fit, batch, drawn_m, drawn_seed } = fields;
  engine.node.classList.add("wide");
  panel.append(
    head(app),
    ...Object.values(fields).map(({ node }) => node),
    say(app, el("p", { class: "small muted setting-note" }), "more.reset"),
    el(
      "div",
      { class: "setting-links" },
      button(app, "data.save", () => app.tell("wish", { what: "save" }), { look: "link small" }),
      button(app, "more.link", () => app.tell("makeLink"), { look: "link small" }),
    ),
  );
  say(app, engine.label, "engine");
  say(app, n_px.label, "size");
  say(app, share.label, "share");
  say(app, fit.label, "fit");
  say(app, fit.says, "fit.says");
  say(app, drawn_m.label, "drawn.m");
  say(app, drawn_seed.label, "drawn.seed");
  say(app, drawn_seed.says, "drawn.seed.says");
  closeOutside(panel, app);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !app.state.settingsOpen || document.querySelector("dialog[open]")) return;
    app.set({ settingsOpen: false });
  });
  for (const [name, { select }] of Object.entries(fields))
    select.addEventListener("change", () => {
      const change = { [name]: JSON.parse(select.value) };
      if (["n_px", "share"].includes(name)) replacedOf(app).change(change);
      else app.change(change);
    });

  let drawn = "";
  const draw = (fresh) => {
    const { settings, data, train, shown } = app.state;
    if (!settings || !data) return;
    const network = Boolean(train?.network && shown); // its words have come
    const choices = choicesFor(data, settings, network);
    const key = JSON.stringify(choices);
    const refilled = key !== drawn || fresh;
    if (refilled) {
      drawn = key;
      for (const [name, list] of Object.entries(choices)) fill(fields[name].select, list);
    }
    const values = { ...settings, n_px: data.n_px, share: data.share };
    for (const [name, { select }] of Object.entries(fields)) {
      if (refilled || document.activeElement !== select) select.value = JSON.stringify(values[name]);
    }
    batch.node.hidden = !network;
    drawn_m.node.hidden = drawn_seed.node.hidden = data.source !== "drawn";
    if (panel.hidden) return;
    if (network) {
      setText(batch.label, t("network.batch"));
      setText(batch.says, t("network.batch.says"));
    }
    setText(engine.says, aboutEngine(settings, train ?? {}, network));
    setText(
      drawn_m.says,
      t("drawn.m.says", { m: count(settings.drawn_m), m_test: count(Math.round(settings.drawn_m / 4)) }),
    );
    setText(share.says, t(data.share === "own" ? "share.own.says" : "share.says"));
    setText(n_px.says, t("size.says", { n: data.n_px, n_x: count(data.n_px ** 2 * 3) }));
  };
  draw(true); // there are choices before the keyboard gets there
  app.draw(null, draw);
  const open = (isOpen) => {
    panel.hidden = !isOpen;
    if (!isOpen) return;
    draw(false); // before it is painted: it grows once
    engine.select.focus();
  };
  app.on("settingsOpen", open);
  open(app.state.settingsOpen);
}

/** One setting: its label, its choices, and what they do. @param {any} app @param {string} name */
function field(app, name) {
  const id = name === "n_px" ? "size" : name;
  const labelled = `${id}-label`;
  const label = name in EXPLAINED ? term(app, EXPLAINED[name]) : el("span");
  label.id = labelled;
  const select = el("select", { id, "aria-labelledby": labelled });
  const says = el("p", { id: `${id}-says`, class: "small muted num" });
  const node = el("div", { class: "setting", id: `${id}-setting` }, label, select, says);
  return { node, label, select, says };
}

/** Its name and the button that closes it. */
function head(app) {
  const close = iconButton(app, "close", "close", () => app.set({ settingsOpen: false }));
  return el("header", { class: "settings-head" }, say(app, el("h2"), "more"), close);
}

/** On a phone, where the sheet covers much of the page, a tap on the page closes it. */
function closeOutside(panel, app) {
  const sheet = window.matchMedia("(width < 720px)");
  document.addEventListener("pointerdown", ({ target }) => {
    const elsewhere = target instanceof Element && !target.closest("#settings, #more, .explanation");
    if (sheet.matches && app.state.settingsOpen && elsewhere) app.set({ settingsOpen: false });
  });
}

/** For each setting: [value, words, allowed?]. */
function choicesFor(data, { batch, hidden, drawn_m, drawn_seed }, network) {
  const shares = SHARES.map((share) => [
    share,
    share ? percent(share).replace(/[.,]0/, "") : t("share.none"),
    true,
  ]);
  const sizes = [...new Set([...BATCHES, batch])].filter((n) => n === batch || n < data.m);
  return {
    engine: ["auto", ...ENGINES].map((engine) => [
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
    drawn_m: withOwn(DRAWN, drawn_m).map((m) => [m, count(m), true]),
    drawn_seed: withOwn(DRAWN_SETS, drawn_seed).map((seed) => [seed, t("drawn.set", { seed }), true]),
  };
}

/** Also the one of a link that is not among them. @param {number[]} list @param {number} own */
const withOwn = (list, own) => [...new Set([...list, own])].sort((a, b) => a - b);

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
  return joined([t("engine.auto.says"), choice ? whyTaken(choice) : ""]);
}
