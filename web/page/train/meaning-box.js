/* Shows what the result means below the chart, with what can be done about it: the way back to where the test set was known
   best, what may help, the picture that is far off, and the way to the figure on α where J did not only fall. */
import { joined, t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { count, percent } from "../../ui/format.js";
import { later } from "../../ui/later.js";

const ON_STEPS = new Set(["meaning.zigzag", "meaning.jumps", "meaning.at-once"]); // the figure on α has more about these

const SILENT = { sentences: [], back: null, next: [], far: null, log: false };

/** What is to be said now. @param {typeof import('./meaning.js')} meaning */
function found({ farOff, logHelps, meaningOf }, app) {
  const { train, data } = app.state;
  const { sentences, back, next } = meaningOf(train, data, app.costs);
  if (sentences.length === 0) return { ...SILENT, back, next };
  const log = !app.state.logJ && logHelps(app.costs.train, train.iteration);
  return { sentences, back, next, far: farOff(data, app.examples.loss), log };
}

const rests = (train) => train?.engine && !train.live && !train.running && train.iteration > 0;

/** Fills the place below the chart. What finds the words is fetched when training first rests. */
export function mountMeaning(root, app) {
  let drawn = "";
  let asked = false;
  /** @type {typeof import('./meaning.js') | null} */
  let meaning = null;
  const ask = later(app, () => import("./meaning.js"));
  const fetchIt = () => {
    asked = true;
    ask((module) => {
      meaning = module;
      show();
    });
  };
  const show = () => {
    const { train, data } = app.state;
    if (rests(train) && !asked) fetchIt();
    const { sentences, back, next, far, log } = meaning && rests(train) ? found(meaning, app) : SILENT;
    const text = joined([
      ...sentences.map(({ key, params }) => t(key, params)),
      far ? t(`meaning.far.${far.test ? "test" : "train"}`, { share: percent(far.share) }) : "",
    ]);
    const key = `${text || stageOf(train, data)} ${back} ${far?.id} ${log} ${next}`;
    if (key === drawn) return;
    drawn = key;
    root.replaceChildren(
      ...(text ? [el("p", {}, text)] : meanwhile(train, data)),
      ...actions(app, { sentences, back, far, log }),
      ...(next.length ? [helpers(app, next)] : []),
    );
  };
  app.draw(root, show);
}

/** Before and while it trains, what is going on: the place is there anyway. */
function stageOf(train, data) {
  if (!train?.engine || train.live || !data || data.missing) return "";
  if (train.running) return t("meaning.running", { m: count(data.m) });
  return train.iteration === 0 && !train.network ? t("meaning.before") : "";
}

/** @returns {Node[]} */
const meanwhile = (train, data) => [el("p", { class: "muted" }, stageOf(train, data))];

// Not a button that follows the language by itself: those are for what stays, and all of this is drawn anew with the words.
const link = (words, run) => el("button", { type: "button", class: "link small", onclick: run }, words);

/** What the sentences speak of, a click away. */
function actions(app, { sentences, back, far, log }) {
  const nodes = [];
  const seek = () => app.session.seek(back);
  if (back !== null) nodes.push(link(t("meaning.back", { t: count(back) }), seek));
  if (far) nodes.push(link(t("meaning.look"), () => app.select(far.id)));
  if (log) nodes.push(link(t("meaning.log"), () => app.set({ logJ: true })));
  if (sentences.some(({ key }) => ON_STEPS.has(key)))
    nodes.push(el("a", { class: "small", href: "notes.html#gradient-descent" }, t("meaning.alpha")));
  return nodes;
}

/** What may help, in a line of its own. */
function helpers(app, next) {
  const { counts } = app.state.data;
  const y = counts[0] < counts[1] ? 0 : 1; // the class that has fewer
  const run = {
    more: () => app.tell("wish", { what: "pictures", y }),
    camera: () => app.tell("wish", { what: "camera", y }),
  };
  const measure = (what) => () => app.tell("advice", what);
  const links = next.map((what) => link(t(`meaning.${what}`), run[what] ?? measure(what)));
  return el("p", { class: "meaning-next" }, el("span", {}, t("meaning.try")), ...links);
}
