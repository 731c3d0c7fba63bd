// Unstructured data: a picture. Point at a pixel and read its three numbers, and where they stand in x.

import { onLanguage, t } from "../../i18n/i18n.js";
import { columnView } from "../../plot/column.js";
import { press } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { dividePart } from "./divide.js";
import { readPicture } from "../shared/picture-file.js";
import { pixelView, sheetImage } from "../../plot/pixels.js";
import { el, fileButton, say } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { refusalSentence } from "../../ui/refusals.js";
import { tells } from "../tasks/told.js";

const words = { t, onLanguage };
const N_PX = 64;
const N_X = 3 * N_PX * N_PX;
const SEED = 22;
const CHANNELS = ["red", "green", "blue"];

/**
 * The panel. take(file) shows a picture of the reader's.
 * @param {{core: import('../../core/core.js').Core, announce: (sentence: string) => void, complain: (sentence: () => string) => void}} means
 */
export function picturePanel({ core, announce, complain }) {
  let index = 0;
  let { rgb } = core.drawn(SEED, index, N_PX);
  let own = "";
  let [row, column] = [19, 24];

  const redOf = (/** @type {number} */ r, /** @type {number} */ c) => 3 * (r * N_PX + c) + 1; // green and blue follow
  const first = () => redOf(row, column);
  const of = (/** @type {number} */ r, /** @type {number} */ c) => {
    const [red, green, blue] = rgb.subarray(3 * (r * N_PX + c));
    return { row: r + 1, column: c + 1, red, green, blue };
  };
  const view = pixelView({
    n_px: N_PX,
    name: () => t("inputs.picture"),
    says: (r, c) => t("inputs.says-pixel", of(r, c)),
    pick,
    look: "inputs-canvas",
  });
  const bars = makeBars();
  const place = el("p", { class: "inputs-meaning num" });
  const shape = say(words, el("p", { class: "muted num" }), () =>
    t("inputs.picture-shape", { px: N_PX, n: N_X }),
  );
  const machine = columnView({
    title: "inputs.machine",
    shape: () => `x: (${N_X}, 1)`,
    text: (j) => String(rgb[j - 1]),
    pick: (j) => pick(Math.floor((j - 1) / 3 / N_PX), Math.floor((j - 1) / 3) % N_PX),
  });
  const table = dataTable({
    label: "inputs.pixel-table",
    columns: () => [t("inputs.column"), ...CHANNELS.map((key) => t(`inputs.${key}`))],
    rows: () =>
      Array.from({ length: N_PX }, (_, c) => {
        const p = of(row, c);
        return [p.column, p.red, p.green, p.blue].map(String);
      }),
  });

  function pick(/** @type {number} */ r, /** @type {number} */ c) {
    [row, column] = [r, c];
    draw();
    announce(t("inputs.says-pixel", of(row, column)));
  }

  function draw() {
    const j = first();
    const values = [...rgb.subarray(j - 1, j + 2)];
    view.at(row, column);
    bars.set(values, j);
    place.textContent = t("inputs.pixel-place", {
      row: row + 1,
      column: column + 1,
      red: values[0],
      scaled: fixed(values[0] / 255, 3),
    });
    machine.show(j, N_X, [j + 1, j + 2]);
    table.update();
  }

  function show(/** @type {Uint8Array} */ next, name = "") {
    rgb = next;
    own = name;
    view.paint(sheetImage(rgb, N_PX));
    draw();
  }

  async function take(/** @type {File} */ file) {
    const { rgb: read, refused } = await readPicture(file, N_PX);
    if (refused) return complain(() => refusalSentence(t, refused));
    complain(() => t("inputs.your-picture", { name: file.name, px: N_PX }));
    show(read, file.name);
  }

  const buttons = el(
    "div",
    { class: "controls" },
    press("inputs.another", () => {
      if (!own) index += 1;
      complain(() => "");
      show(core.drawn(SEED, index, N_PX).rgb);
    }),
    fileButton(words, "inputs.own-picture", ([file]) => take(file), { multiple: false }),
  );
  tells(place, () => ({
    pixel: { row: row + 1, column: column + 1 },
    greenOf: (/** @type {{row: number, column: number}} */ at) => redOf(at.row - 1, at.column - 1) + 1,
  }));
  const divide = dividePart(core);
  onLanguage(draw);
  show(rgb);
  const reading = el("div", { class: "inputs-reading" }, bars.node, place);
  const node = el(
    "div",
    { class: "inputs-panel inputs-picture" },
    el(
      "div",
      { class: "inputs-thing" },
      buttons,
      el("div", { class: "inputs-pixel" }, view.node, reading),
      shape,
      table.node,
    ),
    machine.node,
    divide.node,
  );
  return { node, take, begin: divide.begin };
}

/** The three numbers as bars of their own light: how bright each is, of 255. */
function makeBars() {
  const rows = CHANNELS.map((key, s) => {
    const canvas = el("canvas", { width: 256, height: 1, "aria-hidden": true });
    const value = el("span", { class: "num" });
    const index = el("sub");
    const name = el("span", {}, el("i", {}, "x"), index);
    const row = el("div", { class: "channel" }, say(words, el("span"), `inputs.${key}`), name, canvas, value);
    return {
      row,
      set(/** @type {number} */ v, /** @type {number} */ j) {
        const context = canvas.getContext("2d");
        context.clearRect(0, 0, 256, 1);
        context.fillStyle = `rgb(${[0, 1, 2].map((k) => (k === s ? Math.max(v, 40) : 0)).join(" ")})`;
        context.fillRect(0, 0, v + 1, 1);
        index.textContent = String(j);
        value.textContent = String(v);
      },
    };
  });
  return {
    node: el("div", { class: "channels" }, ...rows.map(({ row }) => row)),
    set: (/** @type {number[]} */ values, /** @type {number} */ j) =>
      values.forEach((v, s) => rows[s].set(v, j + s)),
  };
}
