// Colour profiles and gamma are taken out of a file, and nothing else of it.
import assert from "node:assert/strict";
import test from "node:test";
import { crc32, deflateSync } from "node:zlib";
import { plainColours } from "../../../web/pictures/colours.js";
import { lookWhole } from "../../../web/pictures/whole/whole.js";
import { sniff } from "../../../web/pictures/sniff.js";
import { samples } from "./samples.js";

const bytes = (...parts) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
const be32 = (n) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const segment = (marker, ...body) => {
  const data = bytes(...body);
  return bytes([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255], data);
};
const chunk = (type, body) => {
  const named = bytes(type, body);
  return bytes(be32(body.length), named, be32(crc32(named)));
};

test("jpeg: segments of an ICC profile go, others of the same marker stay", async () => {
  const exif = segment(0xe1, "Exif\0\0 and more");
  const other = segment(0xe2, "MPF\0 a second picture");
  const profile = [1, 2].map((k) => segment(0xe2, "ICC_PROFILE\0", [k, 2], new Uint8Array(300).fill(0xd9)));
  for (const [kind, file] of samples("jpeg")) {
    const [head, rest] = [file.subarray(0, 2), file.subarray(2)];
    const tagged = bytes(head, exif, profile[0], other, profile[1], rest);
    const plain = plainColours("jpeg", tagged);
    assert.deepEqual(plain, bytes(head, exif, other, rest), kind);
    assert.equal((await lookWhole(sniff(plain), plain)).cut, false);
    assert.equal(plainColours("jpeg", file), file, "nothing to take out: the same bytes, not a copy");
  }
});

test("png: chunks about colours go, transparency and pixels stay", () => {
  const head = bytes(
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", [...be32(2), ...be32(1), 8, 2, 0, 0, 0]),
  );
  const words = ["gAMA", "cHRM", "iCCP", "sRGB", "cICP"].map((type) => chunk(type, [1, 2, 3, 4]));
  const stays = [chunk("tRNS", [0, 1, 0, 2, 0, 3]), chunk("pHYs", new Array(9).fill(0))];
  const rest = [chunk("IDAT", deflateSync(Buffer.from([0, 1, 2, 3, 4, 5, 6]))), chunk("IEND", [])];
  const tagged = bytes(head, words[0], stays[0], ...words.slice(1), stays[1], ...rest);
  assert.deepEqual(plainColours("png", tagged), bytes(head, ...stays, ...rest));
});

test("webp: the profile is renamed and its flag cleared, the length stays", () => {
  const le32 = (n) => be32(n).reverse();
  const [[, lossy]] = samples("webp");
  const extended = bytes("VP8X", le32(10), [0x2c, 0, 0, 0, 36, 0, 0, 28, 0, 0]);
  const profile = bytes("ICCP", le32(5), "ICCP!\0");
  const body = bytes("WEBP", extended, profile, lossy.subarray(12));
  const tagged = bytes("RIFF", le32(body.length), body);
  const plain = plainColours("webp", tagged);
  assert.deepEqual([tagged.length, plain[20], Buffer.from(plain.subarray(30, 34)).toString()], [plain.length, 0x0c, "iCCP"]); // prettier-ignore
  assert.equal(tagged[20], 0x2c, "the file itself is as it was");
  assert.equal(plainColours("webp", lossy), lossy);
});

test("lengths that lie: it ends, and takes out nothing that is not whole", () => {
  for (const format of ["jpeg", "png", "webp", "gif"])
    for (const [, file] of samples("jpeg"))
      for (let n = 0; n < file.length; n += 7)
        assert.ok(plainColours(format, file.subarray(0, n)).length <= n);
  const cut = bytes([0xff, 0xd8, 0xff, 0xe2, 0xff, 0xff], "ICC_PROFILE\0");
  assert.equal(plainColours("jpeg", cut), cut);
});

test("jpeg: what is no segment stays, and so does the picture's size", () => {
  const profile = segment(0xe2, "ICC_PROFILE\0", [1, 1], "profile");
  const short = bytes([0xff, 0xe2, 0, 2], "ICC_PROFILE\0"); // its name is not in it
  for (const [, file] of samples("jpeg"))
    for (const before of [[], [0xff, 0, 0, 40], short])
      for (const behind of [[], [0xc0, 0, 9]]) {
        const odd = bytes([0xff, 0xd8], before, [0xff], profile, behind, file.subarray(2));
        const plain = plainColours("jpeg", odd);
        assert.deepEqual(sniff(plain), sniff(odd));
        assert.equal(plainColours("jpeg", plain), plain, "a second time there is nothing left");
      }
});
