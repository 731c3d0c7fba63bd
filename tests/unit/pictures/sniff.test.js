// Formats and declared sizes from the first bytes alone; the headers here are written by hand from the formats'
// specifications, so that this runs anywhere.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { sniff } from "../../../web/pictures/sniff.js";

const ascii = (text) => [...text].map((c) => c.charCodeAt(0));
const be16 = (n) => [(n >> 8) & 255, n & 255];
const be32 = (n) => [...be16(n >>> 16), ...be16(n)];
const le16 = (n) => [n & 255, (n >> 8) & 255];
const le24 = (n) => [...le16(n), (n >> 16) & 255];
const le32 = (n) => [...le16(n), ...le16(n >>> 16)];
const zeros = (n) => new Array(n).fill(0);

const png = (w, h) => [
  ...ascii("\x89PNG\r\n\x1a\n"),
  ...be32(13),
  ...ascii("IHDR"),
  ...be32(w),
  ...be32(h),
  8,
  2,
  0,
  0,
  0,
];
const segment = (marker, body) => [0xff, marker, ...be16(body.length + 2), ...body];
const frame = (w, h, marker = 0xc0) => segment(marker, [8, ...be16(h), ...be16(w), 1, 1, 0x11, 0]);
const jpeg = (w, h, ...before) => [0xff, 0xd8, ...before.flat(), ...frame(w, h), ...zeros(8)];
const riff = (kind, body) => [
  ...ascii("RIFF"),
  ...le32(body.length + 12),
  ...ascii("WEBP" + kind),
  ...le32(body.length),
  ...body,
];
const gifFrame = (x, y, w, h) => [0x2c, ...le16(x), ...le16(y), ...le16(w), ...le16(h), 0, 2, 1, 0, 0];
const gif = (w, h, ...frames) => [
  ...ascii("GIF89a"),
  ...le16(w),
  ...le16(h),
  0,
  0,
  0,
  ...frames.flat(),
  0x3b,
];
const bmp = (w, h) => [...ascii("BM"), ...zeros(12), ...le32(40), ...le32(w), ...le32(h), ...zeros(28)];
const box = (type, ...body) => [...be32(8 + body.flat().length), ...ascii(type), ...body.flat()];
const ispe = (w, h) => box("ispe", be32(0), be32(w), be32(h));
const heif = (brand, ...sizes) => [
  ...box("ftyp", ascii(brand), be32(0), ascii("mif1")),
  ...box("meta", be32(0), box("iprp", box("ipco", ...sizes.map(([w, h]) => ispe(w, h))))),
];
const tiff = (w, h) => [
  ...ascii("II*\0"),
  ...le32(8),
  ...le16(2),
  ...le16(256),
  ...le16(3),
  ...le32(1),
  ...le32(w),
  ...le16(257),
  ...le16(4),
  ...le32(1),
  ...le32(h),
];

/** @type {Record<string, [number[], string, number, number]>} name -> header, format, width, height */
const HEADERS = {
  png: [png(300, 200), "png", 300, 200],
  "a png of absurd size": [png(65536, 65536), "png", 65536, 65536],
  "a png without a header chunk": [ascii("\x89PNG\r\n\x1a\nnothing of the kind"), "png", 0, 0],
  jpeg: [jpeg(20000, 14000), "jpeg", 20000, 14000],
  "a jpeg with profile, Exif thumbnail and filler": [
    jpeg(
      640,
      480,
      segment(0xe2, zeros(60000)),
      segment(0xe1, jpeg(160, 120)),
      [0xff, 0xff, 0, 0],
      segment(0xc4, zeros(20)),
    ),
    "jpeg",
    640,
    480,
  ],
  "a progressive jpeg": [[0xff, 0xd8, ...frame(33, 44, 0xc2), ...zeros(9)], "jpeg", 33, 44],
  "a jpeg that ends before its frame": [[0xff, 0xd8, ...segment(0xe0, zeros(14))], "jpeg", 0, 0],
  "webp, lossy": [
    riff("VP8 ", [...zeros(3), 0x9d, 1, 0x2a, ...le16(176 | 0x4000), ...le16(144)]),
    "webp",
    176,
    144,
  ],
  "webp, lossless": [riff("VP8L", [0x2f, ...le32(((99 << 14) | 299) >>> 0)]), "webp", 300, 100],
  "webp, extended": [riff("VP8X", [0, 0, 0, 0, ...le24(16383), ...le24(9)]), "webp", 16384, 10],
  gif: [gif(32, 16, gifFrame(0, 0, 32, 16)), "gif", 32, 16],
  "a gif whose second frame lies far out": [
    gif(10, 10, gifFrame(0, 0, 9, 9), gifFrame(65535, 65535, 9, 9)),
    "gif",
    65544,
    65544,
  ],
  bmp: [bmp(7, -5), "bmp", 7, 5],
  "text that begins with BM": [ascii("BMI: a table of heights and weights"), "unknown", 0, 0],
  ico: [
    [0, 0, 1, 0, 1, 0, 16, 16, ...zeros(6), ...le32(0), ...le32(22), ...le32(40), ...le32(16), ...le32(32)],
    "ico",
    16,
    32,
  ],
  "an ico with a huge png inside": [
    [0, 0, 1, 0, 1, 0, 16, 16, ...zeros(6), ...le32(0), ...le32(22), ...png(60000, 5)],
    "ico",
    60000,
    16,
  ],
  avif: [heif("avif", [64, 64], [400, 300]), "avif", 400, 300],
  heic: [heif("heic", [512, 512], [4032, 3024]), "heic", 4032, 3024],
  "a film": [[...box("ftyp", ascii("isom"), be32(0), ascii("mp41")), ...zeros(40)], "unknown", 0, 0],
  tiff: [tiff(317, 211), "tiff", 317, 211],
  "jpeg xl": [[0xff, 0x0a, 1, 2, 3], "jxl", 0, 0],
  svg: [ascii('<?xml version="1.0"?>\n<!-- a line -->\n<svg xmlns="x"></svg>'), "svg", 0, 0],
  html: [ascii("<!doctype html><svg></svg>"), "unknown", 0, 0],
  hdf5: [ascii("\x89HDF\r\n\x1a\n"), "hdf5", 0, 0],
  "hdf5 behind a user block": [[...zeros(1024), ...ascii("\x89HDF\r\n\x1a\n")], "hdf5", 0, 0],
  nothing: [[], "empty", 0, 0],
  text: [ascii("just words"), "unknown", 0, 0],
};

for (const [name, [bytes, format, width, height]] of Object.entries(HEADERS)) {
  test(`sniff: ${name} is ${format} ${width} x ${height}`, () => {
    const found = sniff(Uint8Array.from(bytes));
    assert.deepEqual([found.format, found.width, found.height], [format, width, height]);
  });
}

test("sniff: a header that promises more bytes than the file has is noticed", () => {
  const whole = Uint8Array.from(riff("VP8L", [0x2f, ...le32(0), ...zeros(50)]));
  assert.equal(sniff(whole).cut, false);
  assert.equal(sniff(whole.subarray(0, 40)).cut, true);
  assert.equal(
    sniff(whole.subarray(0, 40), whole.length).cut,
    false,
    "only the beginning was read: nothing is missing",
  );
  const avif = Uint8Array.from([...heif("avif", [9, 9]), ...box("mdat", zeros(100))]);
  assert.equal(sniff(avif).cut, false);
  assert.equal(sniff(avif.subarray(0, -10)).cut, true);
});

test("sniff: mutated and cut headers never throw and always give numbers", () => {
  let seed = 20261122;
  const random = (n) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % n;
  const samples = Object.values(HEADERS).map(([bytes]) => Uint8Array.from(bytes));
  for (let round = 0; round < 40000; round++) {
    const bytes = samples[round % samples.length].slice();
    const start = bytes.length && random(Math.min(bytes.length, 40));
    for (let k = random(6); k >= 0; k--)
      bytes[random(2) ? start + random(8) : random(bytes.length || 1)] = random(256);
    const end = random(3) ? bytes.length : random(bytes.length + 1);
    const { format, width, height, cut } = sniff(bytes.subarray(0, end), random(2) ? end : random(2 ** 24));
    assert.ok(
      format && width >= 0 && height >= 0 && Number.isFinite(width + height) && typeof cut === "boolean",
    );
  }
});

const ODD = {
  "imagers_cat.jpg": "jpeg 320 240",
  "imagers_oob.gif": "gif 40 40",
  "imagers_panic.webp": "webp 100 30",
  "libavif_colors_hdr_rec2020.avif": "avif 200 200",
  "libavif_paris_icc_exif_xmp.avif": "avif 403 302",
  "made_zero.jpg": "empty 0 0",
  "pillow_broken.png": "png 0 0",
  "pillow_decompression_bomb_extents.gif": "gif 65635 65635",
  "pillow_jpeg_ff00_header.jpg": "jpeg 300 225",
  "pillow_zero_width.gif": "gif 0 66601",
  "sharp_Channel_digital_image_CMYK_color.jpg": "jpeg 500 333",
  "sharp_check.svg": "svg 0 0",
  "sharp_tifftag-photoshop.tiff": "tiff 317 211",
  "sharp_truncated.png": "png 294 240",
  "sharp_5_webp_a.webp": "webp 300 300",
};

const course = process.env.COURSE_DATA ?? "";
test("sniff: the odd files", { skip: course ? false : "COURSE_DATA is not set" }, () => {
  const folder = join(course, "images/odd");
  for (const name of readdirSync(folder)) {
    const found = sniff(readFileSync(join(folder, name)));
    assert.notEqual(found.format, "unknown", name);
    if (name in ODD) assert.equal(`${found.format} ${found.width} ${found.height}`, ODD[name], name);
  }
});
