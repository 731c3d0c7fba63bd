// Archives: right ones of several programs, hostile ones, broken ones. Needs web/vendor (npm run build).
import assert from "node:assert/strict";
import test from "node:test";
import { crc32 as nodeCrc32 } from "node:zlib";
import { listOf } from "../../../web/pictures/archive/directory.js";
import { crc32 } from "../../../web/pictures/archive/crc32.js";
import { unpacked, whole } from "../../../web/pictures/archive/entry.js";
import { zip } from "../shared/zip.js";

/** @typedef {import('../shared/zip.js').Entry} Entry */

const noise = (/** @type {number} */ n, seed = 1) =>
  Uint8Array.from({ length: n }, (_, i) => (Math.imul(i + seed, 2654435761) >>> 13) & 255);

/** Every file in it, unpacked. @param {Uint8Array} bytes */
async function read(bytes) {
  const file = new Blob([/** @type {any} */ (bytes)]);
  /** @type {Record<string, Uint8Array>} */
  const found = {};
  for (const entry of await listOf(file)) found[entry.path] = await whole(unpacked(file, entry), entry.size);
  return found;
}

/** @param {string} code @param {Record<string, any>} [params] */
const refused =
  (code, params = {}) =>
  (/** @type {any} */ error) => {
    assert.equal(error.code, code, error.stack);
    for (const [key, value] of Object.entries(params)) assert.equal(error.params[key], value);
    return true;
  };

test("zip: files come out as they went in, stored and deflated, small and larger than a piece", async () => {
  const files = [
    { name: "cats/1.png", data: noise(70_000) },
    { name: "cats/2.png", data: noise(10), stored: true },
    { name: "dogs/", data: "", stored: true },
    { name: "dogs/empty.png", data: "", stored: true },
    { name: "dogs/3.png", data: new Uint8Array(300_000), stored: false },
  ];
  const found = await read(zip(files));
  assert.deepEqual(Object.keys(found), ["cats/1.png", "cats/2.png", "dogs/empty.png", "dogs/3.png"]);
  for (const { name, data } of files)
    if (!name.endsWith("/")) assert.deepEqual(found[name], new Uint8Array(Buffer.from(data)), name);
});

test("zip: the checksum is CRC-32, in any pieces", () => {
  const bytes = noise(1000);
  assert.equal(crc32(crc32(0, bytes.subarray(0, 333)), bytes.subarray(333)), nodeCrc32(bytes));
});

test("zip: names in UTF-8, in GB 18030 and with the separator of Windows; a comment; something in front", async () => {
  const chinese = Buffer.from([0xb9, 0xb7, 0x2f, 0x31]); // 狗/1
  const file = zip([
    { name: "猫/1.png", data: "a" },
    { name: chinese, data: "b", flags: 0 },
    { name: "dogs\\1.png", data: "c" },
  ]);
  const comment = Buffer.from(file);
  comment.writeUInt16LE(5, comment.length - 2);
  const whole = new Uint8Array(
    Buffer.concat([Buffer.from("#!/bin/sh"), comment, Buffer.from("PK\x05\x06!")]),
  );
  assert.deepEqual(Object.keys(await read(whole)), ["猫/1.png", "狗/1", "dogs/1.png"]);
});

const a = { name: "a.png", data: noise(500) };
const [, ...cases] = /** @type {[string, Uint8Array, string, Record<string, any>?][]} */ ([
  ["", zip([a]), ""],
  ["a password", zip([a, { ...a, name: "b.png", flags: 1 }]), "zip-encrypted"],
  ["a wrong checksum", zip([{ ...a, crc: 12345 }]), "zip-crc", { inside: "a.png" }],
  ["more bytes than it says", zip([{ ...a, size: 400 }]), "zip-crc"],
  ["fewer bytes than it says", zip([{ ...a, size: 600 }]), "zip-crc"],
  [
    "a name that leads out",
    zip([a, { ...a, name: "x/../../b.png" }]),
    "zip-names",
    { inside: "x/../../b.png" },
  ],
  ["a name from the root", zip([{ ...a, name: "/etc/passwd" }]), "zip-names"],
  ["a name with a drive", zip([{ ...a, name: "C:\\b.png" }]), "zip-names"],
  ["an unknown method", zip([{ ...a, method: 14 }]), "zip-method"],
  ["60 000 files", zip([a], { entries: 60_000 }), "zip-entries", { most: 50_000 }],
  ["as many files as the number holds", zip([a], { entries: 65_535 }), "zip-entries"],
  ["more in the list than there is", zip([a], { entries: 2 }), "zip-damaged"],
  ["two files in the same bytes", zip([a, { ...a, name: "b.png", at: 0 }]), "zip-damaged"],
  ["a place behind the end", zip([{ ...a, at: 5_000_000 }]), "zip-damaged"],
  ["a file that is no deflate", zip([{ ...a, method: 8, stored: true }]), "zip-damaged"],
  ["a place before the beginning", zip([{ ...a, at: 7 }]), "zip-damaged"],
  ["2 GB of nothing", zip([{ ...a, size: 2 ** 31 }]), "zip-bomb", { megabytes: 2048 }],
  ["no end", zip([a]).slice(0, -30), "zip-damaged"],
  ["the beginning alone", zip([a]).slice(0, 100), "zip-damaged"],
]);
for (const [what, bytes, code, params] of cases)
  test(`zip: ${what} is refused`, () => assert.rejects(read(bytes), refused(code, params)));

test("zip: 100 000 files are refused, whatever the number says", async () => {
  const entries = Array.from({ length: 100_000 }, (_, i) => ({ name: `${i}`, data: "", stored: true }));
  await assert.rejects(read(zip(entries, { entries: 0xffff })), refused("zip-entries"));
});

test("zip: what unpacks to more than it says stops there", async () => {
  const bomb = zip([{ name: "a.png", data: new Uint8Array(64 * 2 ** 20), size: 1000 }]);
  const file = new Blob([/** @type {any} */ (bomb)]);
  const [entry] = await listOf(file);
  let bytes = 0;
  await assert.rejects(async () => {
    for await (const piece of unpacked(file, entry)) bytes += piece.length;
  }, refused("zip-crc"));
  assert.ok(bytes <= 1000, `${bytes} bytes were handed on`);
});

test("zip: no memory is taken for what is only declared", async () => {
  const file = zip([{ name: "a.png", data: noise(500), size: 2 ** 30 - 1 }]);
  const blob = new Blob([/** @type {any} */ (file)]);
  const [entry] = await listOf(blob);
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  async function* watched() {
    most = process.memoryUsage().arrayBuffers - before; // when whole() has begun
    yield* unpacked(blob, entry);
  }
  await assert.rejects(whole(watched(), entry.size), refused("zip-crc"));
  assert.ok(most < 16 * 2 ** 20, `${most} bytes`);
});
