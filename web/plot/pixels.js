// A small square picture of which one pixel can be picked: by pointer and by arrow keys (Shift: eight at once). One
// sheet of it (red, green or blue) can be shown alone, and pixels that have been dealt with fade.

import { el, say } from "../ui/elements.js";
import { onLanguage } from "../i18n/i18n.js";

const words = { t: String, onLanguage };
const FADED = 56; // alpha of a pixel that is done

/**
 * RGB bytes -> what a canvas shows. @param {ArrayLike<number>} rgb @param {number} n_px
 * @param {{sheet?: number | null, done?: number}} [options] sheet 0 red, 1 green, 2 blue; done: so many pixels fade
 */
export function sheetImage(rgb, n_px, { sheet = null, done = 0 } = {}) {
  const image = new ImageData(n_px, n_px);
  for (let p = 0; p < n_px * n_px; p++) {
    for (let s = 0; s < 3; s++) image.data[4 * p + s] = sheet === null || sheet === s ? rgb[3 * p + s] : 0;
    image.data[4 * p + 3] = p < done ? FADED : 255;
  }
  return image;
}

/**
 * @param {object} options
 * @param {number} options.n_px side of the picture
 * @param {() => string} options.name what it is
 * @param {(row: number, column: number) => string} options.says the picked pixel in words and numbers
 * @param {(row: number, column: number) => void} options.pick rows and columns count from 0; answer with at()
 * @param {string} [options.look] CSS class
 */
export function pixelView({ n_px, name, says, pick, look = "" }) {
  const canvas = el("canvas", { class: "pixels", width: n_px, height: n_px });
  const cursor = el("span", { class: "pixel-cursor" });
  const node = el(
    "div",
    {
      class: `pixel-view ${look}`,
      role: "slider",
      tabindex: 0,
      "aria-valuemin": 1,
      "aria-valuemax": n_px * n_px,
    },
    canvas,
    cursor,
  );
  say(words, node, name, "aria-label");
  let [row, column] = [0, 0];
  const inside = (/** @type {number} */ v) => Math.max(0, Math.min(n_px - 1, v));

  const ask = (/** @type {PointerEvent} */ event) => {
    const rect = canvas.getBoundingClientRect();
    const r = inside(Math.floor(((event.clientY - rect.top) / rect.height) * n_px));
    const c = inside(Math.floor(((event.clientX - rect.left) / rect.width) * n_px));
    if (r !== row || c !== column || !node.classList.contains("held")) pick(r, c);
  };
  node.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    node.setPointerCapture(event.pointerId);
    ask(event);
    node.classList.add("held");
  });
  node.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (node.hasPointerCapture(event.pointerId)) ask(event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    node.addEventListener(end, () => node.classList.remove("held"));
  }
  node.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const far = event.shiftKey ? 8 : 1;
    const steps = { ArrowLeft: [0, -far], ArrowRight: [0, far], ArrowUp: [-far, 0], ArrowDown: [far, 0] };
    const step = /** @type {any} */ (steps)[event.key];
    if (!step) return;
    event.preventDefault();
    pick(inside(row + step[0]), inside(column + step[1]));
  });

  return {
    node,
    /** @param {ImageData} image */
    paint(image) {
      canvas.getContext("2d").putImageData(image, 0, 0);
    },
    /** Which pixel is picked. @param {number} r @param {number} c */
    at(r, c) {
      [row, column] = [r, c];
      cursor.style.left = `${(100 * c) / n_px}%`;
      cursor.style.top = `${(100 * r) / n_px}%`;
      cursor.style.width = cursor.style.height = `${100 / n_px}%`;
      node.setAttribute("aria-valuenow", r * n_px + c + 1);
      node.setAttribute("aria-valuetext", says(r, c));
    },
  };
}
