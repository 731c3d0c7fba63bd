// PNGs that say how large they are in print.
import assert from "node:assert/strict";
import test from "node:test";
import { crc32 } from "node:zlib";
import { pixelsAcross, withSize } from "../../../web/paper/size.js";
import { png } from "../../browser/shared/files.js";

test("16 cm at 300 dpi; what is very high gets as many pixels as every browser has room for", () => {
  assert.equal(pixelsAcross({ width: 852, height: 900 }), 1890);
  const across = pixelsAcross({ width: 400, height: 4000 });
  assert.ok(across < 1890 && across * across * 10 <= 16e6 && across > 1200, String(across));
});

test("the size stands behind the header, with its checksum, and nothing else changes", () => {
  const before = new Uint8Array(png(3, 2, () => [1, 2, 3]));
  const after = Buffer.from(withSize(before, 1890));
  assert.equal(after.readUInt32BE(33), 9);
  assert.equal(after.toString("latin1", 37, 41), "pHYs");
  const dpi = (after.readUInt32BE(41) * 25.4) / 1000;
  assert.ok(Math.abs(dpi - 300) < 0.1, String(dpi));
  assert.equal(after.readUInt32BE(45), after.readUInt32BE(41));
  assert.equal(after[49], 1);
  assert.equal(after.readUInt32BE(50), crc32(after.subarray(37, 50)));
  assert.deepEqual(Buffer.concat([after.subarray(0, 33), after.subarray(54)]), Buffer.from(before));
});
