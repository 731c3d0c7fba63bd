/* An SVG of the page as PNG, at the size of print: 16 cm at 300 dpi. */
import { crc32 } from "../pictures/archive/entry.js";
import { WIDTH_MM } from "./take.js";

const DPI = 300;
const MM = 25.4;
const MOST_PIXELS = 16e6; // what every browser has a canvas for
const HEADER = 33; // bytes of signature and IHDR
const PHYS = [0x70, 0x48, 0x59, 0x73];

/** How many pixels wide a picture becomes. @param {{width: number, height: number}} picture */
export function pixelsAcross({ width, height }) {
  const across = Math.round((WIDTH_MM / MM) * DPI);
  return Math.floor(Math.min(across, Math.sqrt((MOST_PIXELS * width) / height)));
}

/** The same PNG, which says how large it is in print. @param {Uint8Array} png @param {number} across pixels, for WIDTH_MM */
export function withSize(png, across) {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round((across / WIDTH_MM) * 1000);
  view.setUint32(0, 9);
  chunk.set(PHYS, 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1; // a metre is the unit
  view.setUint32(17, crc32(0, chunk.subarray(4, 17)));
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, HEADER));
  out.set(chunk, HEADER);
  out.set(png.subarray(HEADER), HEADER + chunk.length);
  return out;
}

/** @param {import("./take.js").Picture} picture @returns {Promise<Blob>} */
export async function pngOf(picture) {
  const address = URL.createObjectURL(new Blob([picture.svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const width = pixelsAcross(picture);
    const height = Math.round((width * picture.height) / picture.width);
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("png");
    return new Blob([withSize(new Uint8Array(await blob.arrayBuffer()), width)], { type: "image/png" });
  } finally {
    URL.revokeObjectURL(address);
  }
}
