/* The numbers of the pixel under the cursor, beside it: its three weights, what the selected picture has there, and what
   each of the three adds to z. */
import { t } from "../../i18n/i18n.js";
import { setText } from "../../ui/elements.js";
import { decimalsFor, fixed } from "../../ui/format.js";
import { largest } from "./weights.js";

const PIXEL_MS = 100;

/** Wires the table, which lies over the picture of the weights. */
export function mountPixel(root, app) {
  const table = root.querySelector("table");
  const caption = table.querySelector("caption");
  const rows = ["R", "G", "B"].map((name) => {
    const row = table.tBodies[0].insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    row.append(head);
    return [0, 1, 2].map(() => row.insertCell());
  });
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
  app.draw(root.parentElement, draw, { every: PIXEL_MS });
  app.on("pixel", draw); // the cursor must not lag
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
  return shown ? t("network.pixel", { u: shown.unit + 1, ...at }) : t("weights.pixel", at);
}
