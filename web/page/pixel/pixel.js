/* The numbers of the pixel under the cursor, beside it: its three weights, what the selected picture has there, and what
   each of the three adds to z. Fetched with the first pixel that is pointed at. */
import { addWords, t } from "../../i18n/i18n.js";
import { el, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { decimalsFor, fixed } from "../../ui/format.js";
import { largest } from "../train/weights.js";

const PIXEL_MS = 100;
const SPEAK_MS = 400; // after the last key
const COLUMNS = ["w", "x", "w · x"];

/** Makes the table, which lies over the picture of the weights, and has what arrow keys come to spoken.
 *  @param {HTMLElement} root empty and hidden @param {any} app */
export async function mountPixel(root, app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./pixel.css", import.meta.url).href),
  ]);
  const picture = /** @type {HTMLElement} */ (root.parentElement);
  const { caption, rows, table } = makeTable();
  root.append(table);
  const draw = () => {
    const { pixel, data } = app.state;
    const { weights } = app;
    root.hidden = !pixel || !data;
    if (root.hidden) return;
    place(root, pixel, data.n_px);
    setText(caption, pixelSays(app.state));
    const image = app.examples.subject;
    const i = pixel.row * data.n_px + pixel.column;
    const digits = weights ? decimalsFor(largest(weights)) + 1 : 2;
    for (const [c, cells] of rows.entries()) {
      const w = weights ? weights[3 * i + c] : NaN;
      const x = image ? image.data[4 * i + c] / 255 : NaN;
      for (const [k, value] of [w, x, w * x].entries())
        setText(cells[k], Number.isNaN(value) ? "–" : fixed(value, k === 1 ? 3 : digits));
    }
  };
  app.draw(picture, draw, { every: PIXEL_MS });
  app.on("pixel", draw); // the cursor must not lag
  mountSpeaking(picture, app);
}

/** A row for each colour. */
function makeTable() {
  const rows = ["R", "G", "B"].map((name) => {
    const cells = COLUMNS.map(() => el("td"));
    return { cells, line: el("tr", {}, el("th", { scope: "row" }, name), ...cells) };
  });
  const caption = el("caption");
  const heads = COLUMNS.map((symbol) => el("th", { scope: "col" }, symbol));
  const table = el(
    "table",
    { class: "num small" },
    caption,
    el("thead", {}, el("tr", {}, el("td"), ...heads)),
    el("tbody", {}, ...rows.map(({ line }) => line)),
  );
  return { table, caption, rows: rows.map(({ cells }) => cells) };
}

/** Above or below the pixel, with room for a finger, and inside of the picture. */
function place({ style, dataset }, { row, column }, n) {
  style.setProperty("--x", String((column + 0.5) / n));
  style.setProperty("--y", String((row + 0.5) / n));
  dataset.side = row > n / 2 ? "above" : "below";
}

/** Which pixel it is, and of a network, whose weights they are. */
function pixelSays({ pixel, shown }) {
  const at = { row: pixel.row + 1, column: pixel.column + 1 };
  return shown ? t("network.pixel", { u: shown.unit + 1, ...at }) : t("pixel.place", at);
}

/** Tells a screen reader of the pixel under the cursor, once the keys are quiet. */
function mountSpeaking(picture, app) {
  let speaking = 0;
  const speak = () => {
    clearTimeout(speaking);
    speaking = window.setTimeout(() => {
      const { weights: w } = app;
      const { train, pixel } = app.state;
      if (!w || !pixel) return;
      const at = 3 * (pixel.row * train.n_px + pixel.column);
      const digits = decimalsFor(largest(w));
      const [r, g, b] = Array.from(w.subarray(at, at + 3), (v) => fixed(v, digits));
      app.tell("spoken", t("pixel.spoken", { row: pixel.row + 1, column: pixel.column + 1, r, g, b }));
    }, SPEAK_MS);
  };
  picture.addEventListener("keydown", ({ key }) => key.startsWith("Arrow") && speak());
  if (picture.contains(document.activeElement)) speak(); // the key that had this fetched
}
