/* The section What if, below the chart: fetched when it is first unfolded. */
import { addWords } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { Advice } from "./advice/advice.js";
import { doctorFold } from "../doctor/fold.js";
import { Influence } from "./influence.js";
import { measureMachine } from "./job.js";
import { Luck } from "./luck.js";
import { Rates } from "./rates.js";

/** Fills the section; gives what it can be asked by other parts. @param {Element} root @param {any} app */
export async function mountWhatIf(root, app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./whatif.css", import.meta.url).href),
  ]);
  const advice = new Advice(app);
  const parts = [new Luck(app), advice, new Influence(app), new Rates(app), await doctorFold(app)];
  root.append(el("div", { class: "whatif-body" }, ...parts.map(({ element }) => element)));
  measureMachine(() => app.redraw());
  const go = () => {
    const named = document.getElementById(window.location.hash.slice(1));
    if (named && root.contains(named)) named.scrollIntoView({ block: named === root ? "start" : "center" });
  };
  window.addEventListener("hashchange", go);
  go();
  return { advise: (/** @type {string} */ what) => advice.ask(what) };
}
