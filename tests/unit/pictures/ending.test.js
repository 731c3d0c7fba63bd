// Files cut anywhere: found to end too early, by their own words, for every format that a decoder might half show.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { endsTooEarly } from "../../../web/pictures/ending.js";
import { sniff } from "../../../web/pictures/sniff.js";

const isCut = (file) => endsTooEarly(sniff(file), file);
const bytes = (...parts) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
const le = (n, size) => Array.from({ length: size }, (_, k) => (n >>> (8 * k)) & 255);

const chunk = (type, body) => bytes(le(body.length, 4).reverse(), type, body, [1, 2, 3, 4]);
const png = bytes(
  Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
  chunk("IHDR", [0, 0, 0, 4, 0, 0, 0, 4, 8, 2, 0, 0, 0]),
  chunk("IDAT", Buffer.from("IEND is not here, nor \xff\xd9")),
  chunk("IDAT", [7]),
  chunk("IEND", []),
);

const segment = (marker, body) => bytes([0xff, marker], [0, body.length + 2], body);
const THUMBNAIL = [0xff, 0xd8, 0xff, 0xd9]; // its end is not the picture's
const SCAN = [1, 0xff, 0x00, 0xd9, 0xff, 0xd0, 2, 0xff, 0xff, 0xd1, 3];
const jpeg = bytes(
  [0xff, 0xd8],
  segment(0xe1, THUMBNAIL),
  segment(0xc2, [8, 0, 4, 0, 4, 1, 1, 0x11, 0]),
  segment(0xda, [1, 1, 0, 0, 0, 0]),
  SCAN,
  segment(0xc4, [0, 0xff, 0xd9]), // between the scans of a progressive one
  segment(0xda, [1, 1, 0, 0, 0, 0]),
  SCAN,
  [0xff, 0xd9],
);

const gif = bytes(
  "GIF89a",
  [...le(2, 2), ...le(2, 2), 0x80, 0, 0],
  new Uint8Array(6),
  [0x21, 0xfe, 3, 0x2c, 0, 0, 0],
  [0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0x81],
  new Uint8Array(12),
  [2, 2, 1, 2, 1, 9, 0],
);

const info = (w, h, bits, compression = 0) =>
  [40, w, h]
    .flatMap((n) => le(n, 4))
    .concat(le(1, 2), le(bits, 2), le(compression, 4), new Array(20).fill(0));
const bmp = (w, h, bits, data) =>
  bytes("BM", new Uint8Array(8), le(54, 4), info(w, h, bits), new Uint8Array(data));
const oldBmp = bytes(
  "BM",
  new Uint8Array(8),
  le(26, 4),
  [12, 0, 0, 0, 3, 0, 2, 0, 1, 0, 24, 0],
  new Uint8Array(24),
);
const ico = bytes(
  [0, 0, 1, 0, 2, 0],
  ...[38, 43].map((at) => [1, 1, 0, 0, 1, 0, 24, 0, ...le(5, 4), ...le(at, 4)]),
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
);

const WHOLE = {
  png: [png],
  jpeg: [jpeg],
  gif: [gif],
  bmp: [bmp(3, 2, 24, 24), bmp(3, -2, 24, 24), bmp(9, 5, 1, 20), bmp(5, 2, 4, 8), oldBmp],
  ico: [ico],
};

for (const [format, files] of Object.entries(WHOLE))
  test(`${format}: whole is whole, with something behind it as well; every shorter file is cut`, () => {
    for (const [k, file] of files.entries()) {
      const more = bytes(file, [0xff, 0xd8, 1, 2, 3]);
      assert.deepEqual([sniff(file).format, isCut(file), isCut(more)], [format, false, false], `${k}`);
      const sized = file.findIndex((_, n) => sniff(file.subarray(0, n)).width > 0); // before that it has no size
      assert.ok(sized > 0 && sized < file.length - 5);
      for (let n = sized; n < file.length; n++)
        assert.equal(isCut(file.subarray(0, n)), true, `${k}: ${n} of ${file.length}`);
    }
  });

test("packed bitmaps, and files that make no sense, are left to the decoder", () => {
  const packed = bytes("BM", new Uint8Array(8), le(54, 4), info(300, 300, 8, 1), [1, 2]);
  assert.equal(isCut(packed), false);
  assert.equal(isCut(bytes(gif.subarray(0, 19), [0x3b])), false);
  assert.equal(isCut(bytes("RIFF")), false);
});

test("lengths that lie: it ends, and soon", () => {
  for (const format of ["png", "jpeg", "gif", "bmp", "ico"])
    for (const file of [new Uint8Array(1e6).fill(0xff), new Uint8Array(1e6), new Uint8Array(0)])
      assert.equal(typeof endsTooEarly({ format, width: 2, height: 2, cut: false }, file), "boolean");
});

const course = process.env.COURSE_DATA ?? "";
test(
  "the course's pictures: cut are the damaged ones among the odd files, and no other",
  { skip: course ? false : "COURSE_DATA is not set" },
  () => {
    const images = join(course, "images");
    const files = readdirSync(images, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    assert.ok(files.length > 60);
    const cut = files.filter(({ path, name }) => isCut(new Uint8Array(readFileSync(join(path, name)))));
    assert.deepEqual(cut.map(({ name }) => name).sort(), [
      "pillow_broken.png",
      "pillow_truncated_end_chunk.png",
      "pillow_truncated_jpeg.jpg",
      "pillow_zero_width.gif",
      "sharp_truncated.png",
    ]);
  },
);
