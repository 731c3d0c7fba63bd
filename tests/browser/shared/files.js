// Files a visitor brings: pictures made here, written to disk, dropped on the page, put on the clipboard.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { boxOf } from "./layout.js";

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{name: string, mimeType: string, buffer: Buffer}} FileOfVisitor as Playwright's setInputFiles takes it */

/**
 * A PNG whose pixels are colour(x, y).
 * @param {number} width @param {number} height @param {(x: number, y: number) => number[]} colour [r, g, b]
 */
export function png(width, height, colour) {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (1 + 3 * width) + 1 + 3 * x;
      [rows[at], rows[at + 1], rows[at + 2]] = colour(x, y);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (/** @type {string} */ type, /** @type {Buffer} */ data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

/**
 * Small pictures of two kinds that a neuron can tell apart: warm and light, or cold and dark, with some noise.
 * @param {number} n @param {0 | 1} kind 1: warm @param {{px?: number, name?: string}} [how] @returns {FileOfVisitor[]}
 */
export function pictures(n, kind, { px = 40, name = kind ? "warm" : "cold" } = {}) {
  let state = 7 + 1000 * kind;
  const noise = () => (state = (state * 1103515245 + 12345) % 2 ** 31) % 90;
  return Array.from({ length: n }, (_, i) => ({
    name: `${name} ${i + 1}.png`,
    mimeType: "image/png",
    buffer: png(px, px, () =>
      kind ? [160 + noise(), 120 + noise(), noise()] : [noise(), 60 + noise(), 120 + noise()],
    ),
  }));
}

/**
 * Writes files into a folder of their own, as a visitor has them on disk; gives their paths.
 * @param {import('node:test').TestContext} t @param {{name: string, buffer: Buffer}[]} files
 */
export async function onDisk(t, files) {
  const folder = await mkdtemp(join(tmpdir(), "one-neuron-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const paths = files.map(({ name }) => join(folder, name));
  await Promise.all(files.map(({ buffer }, i) => writeFile(paths[i], buffer)));
  return paths;
}

/**
 * Drops files or folders from the disk on the middle of `target`, as the browser itself hands them over.
 * @param {Page} page @param {import('playwright-core').Locator} target @param {string[]} paths
 */
export async function drop(page, target, paths) {
  await target.scrollIntoViewIfNeeded();
  const box = await boxOf(target);
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"]))
    await devtools.send("Input.dispatchDragEvent", { type, ...at, data });
  await devtools.detach();
}

/**
 * Puts a picture on the clipboard, as copying it elsewhere would. The context must have been granted clipboard-write.
 * @param {Page} page @param {{buffer: Buffer}} file
 */
export const copy = (page, { buffer }) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) }),
    ]);
  }, buffer.toString("base64"));

/** m pictures of noise in an .h5 file, as the course has them. @param {number} m */
export async function h5(m) {
  const h5wasm = await import("../../../web/vendor/h5wasm.js"); // large
  const { FS } = /** @type {any} */ (await h5wasm.ready);
  const file = new h5wasm.File("/made.h5", "w");
  const data = Uint8Array.from({ length: m * 64 * 64 * 3 }, (_, i) => (i * 31) & 255);
  file.create_dataset({ name: "train_set_x", data, shape: [m, 64, 64, 3], dtype: "<B" });
  const y = /** @type {any} */ (Array.from({ length: m }, (_, i) => BigInt(i % 2)));
  file.create_dataset({ name: "train_set_y", data: y, shape: [m], dtype: "<q" });
  file.close();
  return { name: "made.h5", mimeType: "", buffer: Buffer.from(FS.readFile("/made.h5")) };
}
