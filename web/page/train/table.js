/* The cost curve as a table of at most 50 rows, for those who read rather than look; and every
   iteration as a CSV file. Filled only while it is open. */
import { csvOf } from "../../training/costs-csv.js";
import { saveText } from "../../ui/save.js";
import { count, fixed } from "../../ui/format.js";

const ROWS = 50;
const FILL_MS = 1000;

/** Iterations 0..last at which the table has a row: evenly spaced, first and last among them. */
export function rowsFor(last, rows = ROWS) {
  const n = Math.min(rows, last + 1);
  return Array.from({ length: n }, (_, i) => (n === 1 ? 0 : Math.round((i * last) / (n - 1))));
}

/** Wires the disclosure. */
export function mountTable(details, app) {
  const body = details.querySelector("tbody");
  let filledFor = "";

  const fill = () => {
    const { train, test, length } = app.costs;
    const list = rowsFor(length - 1).map((i) => {
      const row = document.createElement("tr");
      for (const text of [count(i), fixed(train[i], 6), Number.isFinite(test[i]) ? fixed(test[i], 6) : "–"]) {
        row.insertCell().textContent = text;
      }
      return row;
    });
    body.replaceChildren(...(length ? list : []));
  };
  const draw = (fresh) => {
    const key = `${app.costs.length} ${app.state.train?.end} ${app.costs.train.at(-1)}`;
    if (!details.open || (key === filledFor && !fresh)) return;
    filledFor = key;
    fill();
  };

  details.addEventListener("toggle", () => draw(true));
  const csv = details.querySelector("#csv");
  csv.addEventListener("click", () => {
    saveText(csvOf(app.costs), "costs.csv", "text/csv");
  });
  csv.hidden = false;
  draw(true);
  app.draw(details, draw, { every: FILL_MS });
}
