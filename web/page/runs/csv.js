/* The list as CSV, a run a line, oldest first. */
import { csvText } from "../../paper/csv.js";
import { nameIn, ownNames } from "./names.js";

const COLUMNS =
  "name,alpha,iterations,n_px,m,m_test,engine,hidden,seed,batch,cost_train,cost_test,accuracy_train,accuracy_test";

const cell = (x) => (Number.isFinite(x) ? String(x) : "");

/** No spreadsheet takes a name for a formula. @param {string} name */
const harmless = (name) => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name);

/** Each with its iterations, where there are several. */
const rates = (alphas) =>
  alphas.length === 1
    ? String(alphas[0].alpha)
    : alphas.map(({ from, to, alpha }) => `${alpha} (${from}-${to})`).join("; ");

/** @param {any[]} list */
export function runsCsv(list) {
  const names = ownNames(list);
  const rows = list.map((run) => {
    const { hidden, seed, batch } = run.made;
    const net = hidden.length > 0;
    return [
      ...[harmless(nameIn(names, run)), rates(run.alphas), String(run.end)],
      ...[run.n_px, run.m, run.m_test].map(String),
      ...[run.engine, hidden.join(" "), net ? String(seed) : "", net ? String(batch) : ""],
      ...[run.cost, run.testCost, run.accuracy, run.testAccuracy].map(cell),
    ];
  });
  return csvText([COLUMNS.split(","), ...rows]);
}
