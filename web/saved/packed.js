// Pictures as PNG, packed by several at once: here, and by workers that are given pictures through a port (packer.js). Almost
// all that saving takes is this.

import { crc32 } from "../pictures/archive/crc32.js";
import { breathe } from "../training/pace.js";
import { pngOf } from "./png.js";

/** @typedef {{rgb: Uint8Array, px: number}} Master @typedef {{png: Uint8Array[], px: number, crc32: number}} Packed crc32: of rgb */

/** Pictures that a packer has at once: the next is there when one is done. */
const AT_ONCE = 4;
/** Pictures in memory, packed or given away: the one that is next in order may come late. */
const AHEAD = 32;

/** @param {Master} master @returns {Promise<Packed>} */
const packedOf = async ({ rgb, px }) => ({ png: await pngOf(rgb, px), px, crc32: crc32(0, rgb) });

/**
 * Pictures in their order, as packedOf makes them. What a packer has not answered when all are given is packed here: one
 * that never answers costs only time.
 * @param {number} n pictures @param {(i: number) => Master} masterOf @param {MessagePort[]} ports to the packers; closed in the end
 */
export async function* allPacked(n, masterOf, ports) {
  /** @type {Map<number, Packed>} */
  const packed = new Map();
  let [given, next] = [0, 0]; // pictures that somebody packs or has packed; that are out of here
  const isLeft = () => given < Math.min(n, next + AHEAD);
  const packers = ports.map((port) => {
    const packer = { port, has: 0 };
    port.onmessage = ({ data: { i, picture } }) => {
      packer.has--;
      if (i >= next) packed.set(i, picture);
    };
    return packer;
  });
  const give = () => {
    for (const packer of packers)
      for (; packer.has < AT_ONCE && isLeft(); packer.has++) {
        const { rgb, px } = masterOf(given);
        const own = rgb.slice(); // others may lie in the same memory, and it stays here
        packer.port.postMessage({ i: given++, rgb: own, px }, [own.buffer]);
      }
  };
  const lastMissing = () => {
    let i = given - 1;
    while (packed.has(i)) i--;
    return i;
  };
  try {
    for (; next < n; next++) {
      while (!packed.has(next)) {
        give();
        const i = isLeft() ? given++ : lastMissing();
        packed.set(i, await packedOf(masterOf(i)));
        await breathe(); // answers come, and who wants no more is heard
      }
      yield /** @type {Packed} */ (packed.get(next));
      packed.delete(next);
    }
  } finally {
    for (const port of ports) port.close();
  }
}

/** Packs what comes through a port, and answers. @param {MessagePort} port */
export function packFor(port) {
  port.onmessage = async ({ data: { i, rgb, px } }) => {
    const picture = await packedOf({ rgb, px });
    port.postMessage(
      { i, picture },
      picture.png.map(({ buffer }) => buffer),
    );
  };
}
