/* Says what the result means, with what can be done about it: the way back to where the test set was known best, what may
   help, the picture that is far off, and the way to the figure on α where J did not only fall. */
import { addWords, joined, t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { count, percent } from "../../ui/format.js";
import { farOff, logHelps, meaningOf } from "./meaning.js";

const ON_STEPS = new Set(["meaning.zigzag", "meaning.jumps", "meaning.at-once"]); // the figure on α has more about these

/** Fetches its words. @param {any} app */
export async function openSay(app) {
  await addWords((ending) => import(`./words.${ending}.js`));
  return new Say(app);
}

export class Say {
  /** @param {any} app */
  constructor(app) {
    this.app = app;
  }

  /** What is to be said now. @returns {{text: string, key: string, nodes: () => Node[]}} key: the same is the same */
  found() {
    const { app } = this;
    const { train, data } = app.state;
    const { sentences, back, next } = meaningOf(train, data, app.costs);
    if (sentences.length === 0) return { text: "", key: "", nodes: () => [] };
    const log = !app.state.logJ && logHelps(app.costs.train, train.iteration);
    const far = farOff(data, app.examples.loss);
    const text = joined([
      ...sentences.map(({ key, params }) => t(key, params)),
      far ? t(`meaning.far.${far.test ? "test" : "train"}`, { share: percent(far.share) }) : "",
    ]);
    return {
      text,
      key: `${text} ${back} ${far?.id} ${log} ${next}`,
      nodes: () => [
        el("p", {}, text),
        ...actions(app, { sentences, back, far, log }),
        ...(next.length ? [helpers(app, next)] : []),
      ],
    };
  }
}

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
