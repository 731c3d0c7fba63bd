// What the numbers of an array are: bytes, larger integers, floats, or true and false. What they are worth as pixels is in
// levels.js.

/**
 * @typedef {object} Named an array in a file, whatever the format of the file
 * @property {string} key its name @property {number[]} shape
 * @property {string} kind "uint8", "int64", "float32", "bool" ..., "text", or "" for what is neither
 * @property {string} [type] what to call it where kind is ""
 * @property {boolean} littleEndian @property {boolean} [fortran] the first axis runs fastest
 */

/** Bytes of one number of this kind. @param {string} kind */
export const sizeOf = (kind) => (kind === "bool" ? 1 : Number(/\d+$/.exec(kind)) / 8);

/** Numbers in an array of this shape. @param {number[]} shape */
export const lengthOf = (shape) => shape.reduce((product, side) => product * side, 1);

/** @param {number} bits of a float16 */
function half(bits) {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (exponent ? (1 + fraction / 1024) * 2 ** (exponent - 15) : fraction * 2 ** -24);
}

/** Where the bytes lie as this machine has them, its own arrays read them ten times as fast. */
const ARRAYS = { int16: Int16Array, uint16: Uint16Array, int32: Int32Array, uint32: Uint32Array, float32: Float32Array, float64: Float64Array }; // prettier-ignore
const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** A view of bytes read from an array, as numbers. @param {Named} named @param {Uint8Array} bytes
 *  @returns {{length: number, at: (i: number) => number}} */
export function numbers({ kind, littleEndian: little }, bytes) {
  const length = bytes.length / sizeOf(kind);
  if (kind in ARRAYS && little === LITTLE && bytes.byteOffset % sizeOf(kind) === 0) {
    const { buffer, byteOffset } = /** @type {Uint8Array<ArrayBuffer>} */ (bytes);
    const array = new ARRAYS[/** @type {keyof typeof ARRAYS} */ (kind)](buffer, byteOffset, length);
    return { length, at: (i) => array[i] };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  /** @type {Record<string, (i: number) => number>} */
  const readers = {
    int8: (i) => view.getInt8(i),
    int16: (i) => view.getInt16(2 * i, little),
    uint16: (i) => view.getUint16(2 * i, little),
    int32: (i) => view.getInt32(4 * i, little),
    uint32: (i) => view.getUint32(4 * i, little),
    int64: (i) => Number(view.getBigInt64(8 * i, little)),
    uint64: (i) => Number(view.getBigUint64(8 * i, little)),
    float16: (i) => half(view.getUint16(2 * i, little)),
    float32: (i) => view.getFloat32(4 * i, little),
    float64: (i) => view.getFloat64(8 * i, little),
  };
  return {
    length,
    at: readers[kind] ?? ((/** @type {number} */ i) => bytes[i]),
  };
}

/** A number for a sentence. @param {number} value */
export const plain = (value) =>
  Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);

/** "209 × 64 × 64 × 3", and the kind of numbers if they are not bytes. @param {Named} named */
export function describe({ kind, type, shape }) {
  const sizes = shape.join(" × ") || "1";
  return kind === "uint8" ? sizes : `${sizes} ${kind || type || "?"}`;
}
