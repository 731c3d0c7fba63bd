// Files cut anywhere, with and without an end marker put behind: found to be cut by what is there, format by format. Whole
// ones whose only fault is their formal end are whole, and mended.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { crc32, deflateSync } from "node:zlib";
import { sniff } from "../../../web/pictures/sniff.js";
import { lookWhole } from "../../../web/pictures/whole/whole.js";
import { samples } from "./samples.js";

const look = (file) => lookWhole(sniff(file), file);
const isCut = async (file) => (await look(file)).cut;
const bytes = (...parts) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
const le = (n, size) => Array.from({ length: size }, (_, k) => (n >>> (8 * k)) & 255);

const chunk = (type, body) => {
  const named = bytes(type, body);
  return bytes(le(body.length, 4).reverse(), named, le(crc32(named), 4).reverse());
};
const IEND = chunk("IEND", []);
/** Rows of a PNG that cannot be packed well, so that there is much to cut. */
const noise = (n) => Uint8Array.from({ length: n }, (_, k) => (k * k * 31 + (k >> 3) * 7) & 255);
function png(width, height, depth, type, rows, interlaced = 0) {
  const head = [...le(width, 4).reverse(), ...le(height, 4).reverse(), depth, type, 0, 0, interlaced];
  const data = deflateSync(rows);
  const half = data.length >> 1;
  const parts = [data.subarray(0, half), data.subarray(half)].map((part) => chunk("IDAT", part));
  return bytes(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), ...parts, IEND);
}
const PNGS = [
  png(5, 7, 8, 2, noise(7 * 16)),
  png(9, 4, 1, 0, noise(4 * 3)),
  png(3, 3, 16, 6, noise(3 * 25)),
  // 8 x 8, one byte a pixel, in seven passes of 1x1, 1x1, 2x1, 2x2, 4x2, 4x4, 8x4 pixels
  png(8, 8, 8, 3, noise(2 + 2 + 3 + 2 * 3 + 2 * 5 + 4 * 5 + 4 * 9), 1),
];

const info = (w, h, bits, compression = 0) =>
  [40, w, h]
    .flatMap((n) => le(n, 4))
    .concat(le(1, 2), le(bits, 2), le(compression, 4), new Array(20).fill(0));
const bmp = (w, h, bits, data, compression = 0) =>
  bytes("BM", new Uint8Array(8), le(54, 4), info(w, h, bits, compression), data);
const zeros = (n) => new Uint8Array(n);
const oldBmp = bytes("BM", zeros(8), le(26, 4), [12, 0, 0, 0, 3, 0, 2, 0, 1, 0, 24, 0], zeros(24));
const ico = bytes(
  [0, 0, 1, 0, 2, 0],
  ...[38, 43].map((at) => [1, 1, 0, 0, 1, 0, 24, 0, ...le(5, 4), ...le(at, 4)]),
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
);
const of = (format) => samples(format).map(([, file]) => file);

/** @param {Uint8Array[]} files @param {number} marks @returns {[Uint8Array, number][]} */
const marked = (files, marks) => files.map((file) => [file, marks]);

/** Whole files, and how many of their last bytes are not the picture's: marks and checksums.
 *  @type {Record<string, [Uint8Array, number][]>} */
const WHOLE = {
  png: marked(PNGS, 12 + 4 + 6),
  jpeg: marked(of("jpeg"), 3),
  gif: marked(of("gif"), 5),
  webp: marked(of("webp"), 1),
  bmp: [
    [bmp(3, 2, 24, zeros(24)), 3],
    [bmp(3, -2, 24, zeros(24)), 3],
    [bmp(9, 5, 1, zeros(20)), 2],
    [oldBmp, 3],
    [bmp(3, 2, 32, zeros(24)), 0],
    [bmp(3, 2, 8, [3, 1, 0, 0, 3, 1, 0, 1], 1), 0],
    [bmp(3, 2, 4, [0, 3, 0x12, 0x30, 0, 0, 3, 1, 0, 1], 2), 0],
  ],
  ico: [[ico, 0]],
};

for (const [format, files] of Object.entries(WHOLE))
  test(`${format}: whole is whole, with something behind it as well; every shorter file is cut`, async () => {
    for (const [k, [file, marks]] of files.entries()) {
      const more = bytes(file, [0xff, 0xd8, 1, 2, 3]);
      assert.equal(sniff(file).format, format);
      assert.deepEqual(await look(file), { cut: false, mended: null }, `${k}`);
      assert.equal(await isCut(more), false, `${k}, with more behind it`);
      const sized = file.findIndex((_, n) => sniff(file.subarray(0, n)).width > 0); // before that it has no size
      assert.ok(sized > 0 && sized < file.length - marks - 4, `${k}: ${sized}`);
      for (let n = sized; n < file.length - marks; n++)
        assert.equal(await isCut(file.subarray(0, n)), true, `${k}: ${n} of ${file.length}`);
    }
  });

/** What cheats put behind half a file, so that it ends as it should. */
const ENDS = { jpeg: [0xff, 0xd9], png: IEND, gif: [0, 0x3b], bmp: [], ico: [], webp: [] };

test("half a picture with an end marker behind it, or with zeros behind it, is cut", async () => {
  for (const format of ["jpeg", "png", "gif"])
    for (const [k, [file, marks]] of WHOLE[format].entries()) {
      const sized = file.findIndex((_, n) => sniff(file.subarray(0, n)).width > 0);
      for (let n = sized + 1; n < file.length - marks - 2; n += 3) {
        const name = `${format} ${k}: ${n} of ${file.length}`;
        assert.equal(await isCut(bytes(file.subarray(0, n), ENDS[format])), true, name);
      }
      const half = (sized + file.length) >> 1;
      const padded = bytes(file.subarray(0, half), zeros(file.length - half));
      assert.equal(await isCut(padded), true, `${format} ${k}: zeros behind ${half}`);
    }
});

test("a whole picture that lacks only its end, or has padding there, is mended", async () => {
  for (const [kind, file] of samples("jpeg"))
    for (const rest of [[], [0, 0], [0xff]]) {
      const { cut, mended } = await look(bytes(file.subarray(0, -2), rest));
      assert.equal(cut, false, kind);
      assert.ok(mended);
      assert.deepEqual([...mended.subarray(-2)], ENDS.jpeg);
      assert.deepEqual(await look(mended), { cut: false, mended: null });
    }
  for (const file of PNGS)
    for (const n of [1, 4, 11, 12]) {
      const { cut, mended } = await look(file.subarray(0, file.length - n));
      assert.deepEqual([cut, mended], [false, file]);
    }
  assert.equal(await isCut(of("gif")[0].subarray(0, -1)), false);
});

test("a PNG whose last data lack their checksum gets it, and its end: nothing of its data is lost", async () => {
  for (const file of PNGS)
    for (const n of [1, 2, 4]) {
      const { cut, mended } = await look(file.subarray(0, file.length - IEND.length - n));
      assert.deepEqual([cut, mended], [false, file], `without the last ${n}`);
    }
});

test("a WebP whose RIFF size is one off, or whose padding is missing, is mended; its picture must be there", async () => {
  for (const [kind, file] of samples("webp")) {
    const size = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
    for (const wrong of [size + 1, size + 2, size + 100]) {
      const off = file.slice();
      new DataView(off.buffer).setUint32(4, wrong, true);
      assert.equal((await look(off)).cut, false, kind);
      assert.deepEqual((await look(off)).mended, file, kind);
    }
    for (const wrong of [0, size - 2, size - 1]) {
      const small = file.slice();
      new DataView(small.buffer).setUint32(4, wrong, true);
      const { cut, mended } = await look(small);
      assert.deepEqual([cut, mended], [false, file], `${kind} says ${wrong}`);
      const more = await look(bytes(small, [0x20, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
      assert.deepEqual(more.mended, mended, `${kind} says ${wrong}, with more behind it`);
    }
  }
});

test("a moving WebP that breaks off in a later frame keeps the frames that are there", async () => {
  const [[, still]] = samples("webp");
  const frame = bytes("ANMF", le(still.length + 4, 4), zeros(16), still.subarray(12));
  const head = bytes("VP8X", le(10, 4), [2, 0, 0, 0], le(36, 3), le(28, 3), "ANIM", le(6, 4), zeros(6));
  const moving = (/** @type {Uint8Array[]} */ ...frames) => {
    const body = bytes("WEBP", head, ...frames);
    return bytes("RIFF", le(body.length, 4), body);
  };
  const [one, two] = [moving(frame), moving(frame, frame)];
  assert.deepEqual(await look(two), { cut: false, mended: null });
  for (let n = one.length; n < two.length; n++)
    assert.deepEqual(await look(two.subarray(0, n)), { cut: false, mended: one }, `${n}`);
  for (let n = 60; n < one.length - 1; n += 5) assert.equal(await isCut(two.subarray(0, n)), true, `${n}`);
});

test("a BMP that lacks only the padding of its last row gets it", async () => {
  for (const [file, padding] of WHOLE.bmp)
    for (let n = 1; n <= padding; n++)
      assert.deepEqual(await look(file.subarray(0, file.length - n)), { cut: false, mended: file });
});

/** Which codes of a scan are where other codes belong. @type {Record<string, (scan: Uint8Array) => Uint8Array>} */
const SPOILT = {
  "150 of its bytes again": (scan) => bytes(scan.subarray(0, 200), scan.subarray(50)),
  "150 of its bytes missing": (scan) => bytes(scan.subarray(0, 50), scan.subarray(200)),
  "noise over it": (scan) => scan.map((byte, k) => (k % 32 < 8 && k > 80 ? (k * 73 + 11) & 127 : byte)),
};

test("jpeg: codes that stand for other blocks than the frame has are damage, also where the end is as it should", async () => {
  for (const [kind, file] of samples("jpeg"))
    for (const [how, spoil] of Object.entries(SPOILT)) {
      const at = Buffer.from(file).indexOf(Buffer.from([0xff, 0xda]));
      const from = at + 2 + file[at + 3];
      if (kind.startsWith("progressive")) continue; // what such a scan lacks shows in the next one, or not at all
      const spoilt = bytes(file.subarray(0, from), spoil(file.subarray(from, -2)), ENDS.jpeg);
      assert.equal(await isCut(spoilt), true, `${kind}: ${how}`);
    }
});

test("jpeg: padding before the end marker is none of the picture's", async () => {
  for (const [kind, file] of samples("jpeg"))
    for (const padding of [zeros(500), zeros(500).fill(0xff)]) {
      const padded = bytes(file.subarray(0, -2), padding, ENDS.jpeg);
      assert.equal(await isCut(padded), false, kind);
    }
});

/** An AVIF as far as its tables go: one item of AV1 and one of EXIF, whose bytes lie in this order. @param {Uint8Array} coded
 *  @param {Uint8Array} exif @param {0 | 1 | 2} version of iloc */
function avif(coded, exif, version = 0) {
  const be = (/** @type {number} */ n, /** @type {number} */ size) => le(n, size).reverse();
  const box = (/** @type {string} */ type, ...parts) => {
    const body = bytes(...parts);
    return bytes(be(body.length + 8, 4), type, body);
  };
  const entry = (/** @type {number} */ id, /** @type {string} */ type) =>
    box("infe", [2, 0, 0, 0], be(id, 2), [0, 0], type, [0]);
  const ispe = box("ispe", zeros(4), be(8, 4), be(8, 4));
  const wide = version === 2 ? 4 : 2;
  const place = (/** @type {number} */ id, /** @type {number} */ at, /** @type {number} */ length) =>
    bytes(be(id, wide), version > 0 ? [0, 0] : [], [0, 0, 0, 1], be(at, 4), be(length, 4));
  const made = (/** @type {number} */ begin) => {
    const places = bytes(place(1, begin, coded.length), place(2, begin + coded.length, exif.length));
    const iloc = box("iloc", [version, 0, 0, 0, 0x44, 0], be(2, wide), places);
    const iinf = box("iinf", zeros(4), be(2, 2), entry(1, "av01"), entry(2, "Exif"));
    const meta = box("meta", zeros(4), iinf, iloc, box("iprp", box("ipco", ispe)));
    return bytes(box("ftyp", "avif", zeros(4), "avif"), meta, be(8 + coded.length + exif.length, 4), "mdat");
  };
  return bytes(made(made(0).length), coded, exif);
}

test("avif: codes that end in zeros are half a picture; other items may", async () => {
  const [full, half] = [noise(500), bytes(noise(250), zeros(250))];
  for (const version of /** @type {const} */ ([0, 1, 2])) {
    const whole = avif(full, zeros(100), version);
    assert.deepEqual([sniff(whole).format, sniff(whole).width], ["avif", 8]);
    assert.equal(await isCut(whole), false);
    assert.equal(await isCut(bytes(whole, zeros(300))), false);
    assert.equal(await isCut(avif(half, noise(100), version)), true);
    assert.equal(await isCut(whole.subarray(0, -1)), true);
  }
});

test("files that make no sense are left to the decoder, and lengths that lie end soon", async () => {
  assert.equal(await isCut(bytes("BM", zeros(8), le(54, 4), info(300, 300, 8, 77), [1, 2])), false);
  assert.equal(await isCut(bytes("RIFF")), false);
  for (const format of ["png", "jpeg", "gif", "bmp", "ico", "webp", "avif"])
    for (const file of [zeros(1e6).fill(0xff), zeros(1e6), zeros(0)]) {
      const { cut } = await lookWhole({ format, width: 2, height: 2, cut: false }, file);
      assert.equal(typeof cut, "boolean");
    }
});

const course = process.env.COURSE_DATA ?? "";
const skip = course ? false : "COURSE_DATA is not set";
const imagesOf = (folder) =>
  readdirSync(join(course, folder), { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
const cutOf = async (folder) => {
  const cut = [];
  for (const { path, name } of imagesOf(folder))
    if (await isCut(new Uint8Array(readFileSync(join(path, name))))) cut.push(name);
  return cut.sort();
};

test(
  "the course's pictures: cut are the damaged ones among the odd files, and no other",
  { skip },
  async () => {
    assert.ok(imagesOf("images").length > 60);
    assert.deepEqual(await cutOf("images"), [
      "pillow_broken.png",
      "pillow_zero_width.gif",
      "sharp_truncated.png",
    ]);
  },
);

test("halves that came in once, and a whole one that did not", { skip }, async () => {
  assert.deepEqual(await cutOf("intake"), ["half_eoi.jpg", "zeros_tail.jpg"]);
});

test("jpeg: a second frame is damage, and takes no memory for the size that it says", async () => {
  for (const file of of("jpeg")) {
    const at = Buffer.from(file).indexOf(Buffer.from([0xff, 0xda]));
    const frame = [0xff, 0xc2, 0, 17, 8, 0xff, 0xff, 0xff, 0xff, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
    const before = process.memoryUsage().arrayBuffers;
    assert.equal(await isCut(bytes(file.subarray(0, at), frame, file.subarray(at))), true);
    assert.ok(process.memoryUsage().arrayBuffers - before < 2 ** 26);
  }
});
