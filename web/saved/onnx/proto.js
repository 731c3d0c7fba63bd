// Protocol buffers, as far as a model needs them: https://protobuf.dev/programming-guides/encoding/

/** @typedef {import('../zip.js').Pieces} Pieces */
/** @typedef {{size: number, pieces: Pieces}} Part bytes whose number is known before they are there */
/** @typedef {number | string | Part} Value a whole number >= 0, a text, or a message (or bytes) */

const [VARINT, BYTES] = [0, 2];

/** Seven bits a byte, the lowest first. @param {number} n below 2^53 */
function varint(n) {
  const bytes = [];
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) + 128);
  return Uint8Array.from([...bytes, n]);
}

/** @param {Uint8Array} bytes @returns {Part} */
const part = (bytes) => ({ size: bytes.length, pieces: [bytes] });

/** @param {number} number @param {Value} value @returns {Part[]} */
function field(number, value) {
  if (typeof value === "number") return [part(varint(8 * number + VARINT)), part(varint(value))];
  const body = typeof value === "string" ? part(new TextEncoder().encode(value)) : value;
  return [part(varint(8 * number + BYTES)), part(varint(body.size)), body];
}

/** A message: the number of each field and its value; a list of them where it comes again. @param {Record<number, Value |
 *  Value[]>} fields @returns {Part} */
export function message(fields) {
  const parts = Object.entries(fields).flatMap(([number, value]) =>
    [value].flat().flatMap((each) => field(Number(number), each)),
  );
  const pieces = async function* () {
    for (const { pieces } of parts) yield* pieces;
  };
  return { size: parts.reduce((sum, { size }) => sum + size, 0), pieces: pieces() };
}
