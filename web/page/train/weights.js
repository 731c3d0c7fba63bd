/* The weights as a picture: orange where a bright pixel speaks for class 1, blue where it speaks
   for class 0, the colour of paper at zero. A cursor, by pointer or arrow keys, reads one pixel. */
import { t } from "../../i18n/i18n.js";
import { decimalsFor, fixed } from "../../ui/format.js";
import { setText } from "../../ui/elements.js";
import { color } from "../../ui/theme.js";

const PICTURE_MS = 60;
const SHADES = 255; // colours on each side of zero

/** [r, g, b] of a '#rrggbb' token. */
const rgbOf = (token) => [1, 3, 5].map((i) => parseInt(color(token).slice(i, i + 2), 16));

/** 2·SHADES+1 colours as little-endian RGBA words, from −max to +max. */
function diverging() {
  const [low, middle, high] = ["--class0", "--neutral", "--class1"].map(rgbOf);
  return Uint32Array.from({ length: 2 * SHADES + 1 }, (_, i) => {
    const share = Math.abs(i - SHADES) / SHADES;
    const end = i < SHADES ? low : high;
    const [r, g, b] = middle.map((from, c) => Math.round(from + (end[c] - from) * share));
    return (255 << 24) | (b << 16) | (g << 8) | r;
  });
}

/** w (n_px·n_px·3, interleaved) -> one number a pixel: a channel, or the sum of the three. */
export function channelOf(w, channel) {
  const pixels = new Float32Array(w.length / 3);
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = channel === "sum" ? w[3 * i] + w[3 * i + 1] + w[3 * i + 2] : w[3 * i + Number(channel)];
  }
  return pixels;
}

/** The largest magnitude among the values. */
export function largest(values) {
  let max = 0;
  for (const v of values) if (Math.abs(v) > max) max = Math.abs(v);
  return max;
}

/** What `paint` paints with in the theme in use. */
export const colours = () => ({ palette: diverging(), nan: grey() });

/** Paints values, one a pixel, into a square canvas with the palette; ±max are its ends. */
export function paint(canvas, values, max, palette, nan) {
  const n = Math.round(Math.sqrt(values.length));
  if (canvas.width !== n) canvas.width = canvas.height = n;
  const context = canvas.getContext("2d");
  const image = context.createImageData(n, n);
  const words = new Uint32Array(image.data.buffer);
  const scale = max > 0 ? SHADES / max : 0;
  for (let i = 0; i < words.length; i++) {
    const v = values[i];
    words[i] = v - v === 0 ? palette[SHADES + Math.round(v * scale)] : nan;
  }
  context.putImageData(image, 0, 0);
}

/** Wires the picture, its legend, the choice of channel, and the cursor. */
export function mountWeights(root, app) {
  const find = (id) => root.querySelector(`#${id}`);
  const canvas = find("weights-canvas");
  const [min, max] = [find("weights-min"), find("weights-max")];
  let shades = colours();
  let drawn = "";
  let drawnFrom = null;

  const draw = (fresh) => {
    const { train, data, shown, channel } = app.state;
    if (fresh) shades = colours();
    const w = train?.network ? (shown?.picture ?? null) : (train?.w ?? null);
    const n = data?.n_px ?? 64;
    if (!fresh && w === drawnFrom && drawn === `${channel} ${n}`) return;
    [drawn, drawnFrom] = [`${channel} ${n}`, w];
    const values = w ? channelOf(w, channel) : new Float32Array(n ** 2);
    const top = largest(values);
    paint(canvas, values, top, shades.palette, shades.nan);
    const digits = decimalsFor(top);
    setText(min, top ? fixed(-top, digits) : "0");
    setText(max, top ? `+${fixed(top, digits)}` : "0");
  };
  app.draw(root, () => nameParts(root, app));
  app.draw(canvas, draw, { every: PICTURE_MS, picture: true });
  find("weights-channel").addEventListener("change", (event) => app.set({ channel: event.target.value }));
  app.on("channel", () => draw(false)); // at once, also for readers who want less motion
  mountCursor(canvas, find("weights-cursor"), app);
}

/** Whose weights they are, and what their signs mean: of the neuron, or of one of a network. */
function nameParts(root, { state: { shown }, names }) {
  const [u, key] = shown ? [shown.unit + 1, "network."] : [0, ""];
  setText(root.querySelector("h3 > .term"), t(`${key}weights.title`, { u }));
  setText(
    root.querySelector("figcaption p"),
    t(shown?.learned ? "network.weights.learned" : `${key}weights.says`),
  );
  setText(root.querySelector("#weights-hint"), t(shown ? "network.pixel.hint" : "weights.hint", { u }));
  for (const [y, end] of [...root.querySelector("#weights-legend").children].entries())
    setText(end, shown ? t(`network.end${y}`, { u }) : t("weights.end", { name: names[y] }));
}

function grey() {
  const [r, g, b] = rgbOf("--nan");
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Pointer or arrow keys choose a pixel: {row, column} or null. */
function mountCursor(canvas, mark, app) {
  const put = (pixel) => {
    mark.hidden = !pixel;
    if (pixel) {
      const share = 100 / canvas.width;
      mark.style.left = `${pixel.column * share}%`;
      mark.style.top = `${pixel.row * share}%`;
      mark.style.width = mark.style.height = `${share}%`;
    }
    app.set({ pixel });
  };
  const clamp = (i) => Math.min(canvas.width - 1, Math.max(0, i));

  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    put({
      row: clamp(Math.floor(((event.clientY - box.top) / box.height) * canvas.height)),
      column: clamp(Math.floor(((event.clientX - box.left) / box.width) * canvas.width)),
    });
  };
  canvas.addEventListener("pointermove", point);
  canvas.addEventListener("pointerdown", point);
  canvas.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse" && document.activeElement !== canvas) put(null);
  });
  canvas.addEventListener("blur", () => put(null));
  canvas.addEventListener("focus", () => {
    if (!app.state.pixel) put({ row: canvas.height >> 1, column: canvas.width >> 1 });
  });
  canvas.addEventListener("keydown", (event) => {
    const move = ARROWS[event.key];
    if (!move) return;
    event.preventDefault();
    const { row, column } = app.state.pixel ?? { row: canvas.height >> 1, column: canvas.width >> 1 };
    const stride = event.shiftKey ? 8 : 1;
    put({ row: clamp(row + move[1] * stride), column: clamp(column + move[0] * stride) });
  });
}
