// A camera for Chromium, made of a film of the test's own: one still of coloured stripes, upright, left to right.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const WIDTH = 320;
const HEIGHT = 240;

/** Studio-swing BT.601, as films have it. @param {number[]} rgb of 255 @returns {number[]} Y, U, V */
const yuv = ([r, g, b]) => [
  16 + (65.738 * r + 129.057 * g + 25.064 * b) / 256,
  128 + (-37.945 * r - 74.494 * g + 112.439 * b) / 256,
  128 + (112.439 * r - 94.154 * g - 18.285 * b) / 256,
];

/** One plane: of each stripe the same number. @param {number[]} values @param {number} width @param {number} height */
const plane = (values, width, height) =>
  Buffer.from(
    Array.from({ length: width * height }, (_, i) =>
      Math.round(values[Math.floor(((i % width) * values.length) / width)]),
    ),
  );

/** The switch of a Chromium that does not ask its user about camera and microphone. */
export const UNASKED = "--use-fake-ui-for-media-stream";

/** The switches of a Chromium that has this camera. @param {number[][]} stripes rgb */
export function cameraArgs(stripes) {
  const [y, u, v] = [0, 1, 2].map((k) => stripes.map((rgb) => yuv(rgb)[k]));
  const frame = [plane(y, WIDTH, HEIGHT), ...[u, v].map((each) => plane(each, WIDTH / 2, HEIGHT / 2))];
  const one = Buffer.concat([Buffer.from("FRAME\n"), ...frame]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F20:1 Ip A0:0 C420\n`);
  const file = join(mkdtempSync(join(tmpdir(), "camera-")), "stripes.y4m");
  writeFileSync(file, Buffer.concat([head, one, one]));
  return ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`];
}
