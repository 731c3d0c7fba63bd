/* The place below the chart: before and while it trains, what is going on; when it rests, what the result means. What finds
   and says that is fetched when training first rests. */
import { t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { count } from "../../ui/format.js";
import { later } from "../../ui/later.js";

const rests = (train) => train?.engine && !train.live && !train.running && train.iteration > 0;

/** Fills the place below the chart. */
export function mountMeaning(root, app) {
  let drawn = "";
  let asked = false;
  /** What is said of a result. @type {import('./say.js').Say | null} */
  let say = null;
  const ask = later(app, async () => (await import("./say.js")).openSay(app));
  const show = () => {
    const { train, data } = app.state;
    if (rests(train) && !asked) {
      asked = true;
      const came = ask((there) => {
        say = there;
        app.redraw();
      });
      came.then((is) => (asked = is)); // else what rests next asks again
    }
    const found = say && rests(train) ? say.found() : null;
    const stage = found?.text ? "" : stageOf(train, data);
    const key = stage || (found?.key ?? "");
    if (data) root.dataset.source = data.source;
    if (key === drawn) return;
    drawn = key;
    root.replaceChildren(...(found?.text ? found.nodes() : [el("p", { class: "muted" }, stage)]));
    if (found?.text) keepRoom(root);
  };
  app.draw(root, show);
}

/** What has once been as high stays so while it is as wide: what is below does not come up with each run, and go down again. */
function keepRoom(root) {
  const { offsetWidth, dataset, style } = root;
  if (dataset.width !== String(offsetWidth)) style.minHeight = "";
  dataset.width = String(offsetWidth);
  style.minHeight = `${root.offsetHeight}px`;
}

/** Before and while it trains, what is going on: the place is there anyway. */
function stageOf(train, data) {
  if (!train?.engine || train.live || !data || data.missing) return "";
  if (train.running) return t("meaning.running", { m: count(data.m) });
  return train.iteration === 0 && !train.network ? t("meaning.before") : "";
}
