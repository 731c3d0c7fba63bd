// A camera for Chromium, made of a film of the test's own: coloured stripes, upright, left to right, that stand still or move.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Studio-swing BT.601, as films have it. @param {number[]} rgb of 255 @returns {number[]} Y, U, V */
const yuv = ([r, g, b]) => [
  16 + (65.738 * r + 129.057 * g + 25.064 * b) / 256,
  128 + (-37.945 * r - 74.494 * g + 112.439 * b) / 256,
  128 + (112.439 * r - 94.154 * g - 18.285 * b) / 256,
];

/** One plane: of each stripe the same number, the whole moved to the left by a share of its width.
 *  @param {number[]} values @param {number} width @param {number} height @param {number} moved */
function plane(values, width, height, moved) {
  const row = Array.from({ length: width }, (_, x) =>
    Math.round(values[Math.floor(((x / width + moved) % 1) * values.length)]),
  );
  return Buffer.concat(Array(height).fill(Buffer.from(row)));
}

/** The switch of a Chromium that does not ask its user about camera and microphone. */
export const UNASKED = "--use-fake-ui-for-media-stream";

/**
 * The switches of a Chromium that has this camera.
 * @param {number[][]} stripes rgb
 * @param {{width?: number, height?: number, rate?: number, frames?: number}} [film] frames: of one round of the stripes
 */
export function cameraArgs(stripes, { width = 320, height = 240, rate = 20, frames = 1 } = {}) {
  const [y, u, v] = [0, 1, 2].map((k) => stripes.map((rgb) => yuv(rgb)[k]));
  const film = Array.from({ length: Math.max(2, frames) }, (_, i) => {
    const moved = (i % frames) / frames;
    const colours = [u, v].map((each) => plane(each, width / 2, height / 2, moved));
    return Buffer.concat([Buffer.from("FRAME\n"), plane(y, width, height, moved), ...colours]);
  });
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${rate}:1 Ip A0:0 C420\n`);
  const file = join(mkdtempSync(join(tmpdir(), "camera-")), "stripes.y4m");
  writeFileSync(file, Buffer.concat([head, ...film]));
  return ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`];
}
