/* How large pictures are in print, and PNG that says so. */
import { crc32 } from "../pictures/archive/crc32.js";

/** As wide as a column of text: on A4 and Letter it fits. */
export const WIDTH_MM = 160;

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
