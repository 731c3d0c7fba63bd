// The model alone, for whatever runs ONNX: pictures (N, n, n, 3) of bytes in, y_hat (N, 1) out, float64 between them. The
// numbers of fields are those of the published schema, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.

import { learnedIn } from "../model-npz.js";
import { parametersOf } from "../parameters.js";
import { pixelsOf } from "../pixels.js";
import { Bytes } from "../zip.js";
import { message } from "./proto.js";

/** @typedef {import('../save.js').Given} Given @typedef {import('../npy.js').Kept} Kept */
/** @typedef {import('./proto.js').Part} Part */

const [IR, OPSET] = [7, 13]; // of December 2020: whatever is in use knows them
const [UINT8, DOUBLE] = [2, 11]; // TensorProto.DataType
const INT = 2; // AttributeProto.AttributeType

/** TensorProto. @param {string} name @param {number[]} dims @param {import('../zip.js').Pieces} pieces float64 */
const tensor = (name, dims, pieces) =>
  message({ 1: dims, 2: DOUBLE, 8: name, 9: { size: 8 * dims.reduce((n, side) => n * side, 1), pieces } });

/** NodeProto. @param {string} operator @param {string[]} inputs @param {string} output
 *  @param {Record<string, number>} [attributes] */
const node = (operator, inputs, output, attributes = {}) =>
  message({
    ...{ 1: inputs, 2: output, 3: output, 4: operator },
    5: Object.entries(attributes).map(([name, i]) => message({ 1: name, 3: i, 20: INT })),
  });

/** ValueInfoProto. @param {string} name @param {number} type @param {(number | string)[]} dims a name: any number of them
 *  @param {Record<number, string>} [denotation] */
const value = (name, type, dims, denotation = {}) => {
  const shape = dims.map((side) => message(typeof side === "string" ? { 2: side } : { 1: side }));
  return message({
    1: name,
    2: message({ 1: message({ 1: type, 2: message({ 1: shape }) }), ...denotation }),
  });
};

/** Bytes to numbers, then layer by layer. @param {string[]} keys of the parameters: w, b; or W1, b1, W2, b2, ... */
function nodes(keys) {
  const L = keys.length / 2;
  const list = [
    node("Cast", ["picture"], "bytes", { to: DOUBLE }),
    node("Div", ["bytes", "255"], "numbers"),
    node("Flatten", ["numbers"], "A0", { axis: 1 }),
  ];
  for (let l = 1; l <= L; l++) {
    const [W, b] = keys.slice(2 * l - 2);
    // w stands (n_x, 1), W[l] (n[l], n[l-1]).
    list.push(node("Gemm", [`A${l - 1}`, W, b], `Z${l}`, { transB: W === "w" ? 0 : 1 }));
    list.push(l < L ? node("Relu", [`Z${l}`], `A${l}`) : node("Sigmoid", [`Z${l}`], "y_hat"));
  }
  return list;
}

/** What a program that runs it may want to know. @param {Given} given @param {import('../parameters.js').Learner} lr */
function metadata(given, lr) {
  const said = {
    classes: JSON.stringify(given.texts.names),
    iteration: lr.iteration,
    engine: lr.engine,
    ...pixelsOf(given),
    // https://github.com/onnx/onnx/blob/main/docs/MetadataProps.md
    "Image.BitmapPixelFormat": "Rgb8",
    "Image.ColorSpaceGamma": "SRGB",
    "Image.NominalPixelRange": "NominalRange_0_255",
  };
  const text = (/** @type {unknown} */ value) =>
    typeof value === "object" ? JSON.stringify(value) : String(value);
  return Object.entries(said).map(([key, value]) => message({ 1: key, 2: text(value) }));
}

/** ModelProto. @param {Given} given @returns {Part} */
export function modelProto(given) {
  const lr = learnedIn(given);
  const { n_px } = given.pictures;
  const parameters = parametersOf(lr, { alone: true });
  // A bias goes to each of the N rows, not to a column of its own as in the course's b (n, 1).
  const isBias = (/** @type {string} */ key) => key.startsWith("b");
  const graph = message({
    1: nodes(parameters.map(([key]) => key)),
    2: parameters.length > 2 ? "network" : "neuron",
    5: [
      tensor("255", [], [new Uint8Array(Float64Array.of(255).buffer)]),
      ...parameters.map(([key, { shape, pieces }]) =>
        tensor(key, isBias(key) ? [shape[0] ?? 1] : shape, pieces),
      ),
    ],
    11: value("picture", UINT8, ["N", n_px, n_px, 3], { 6: "IMAGE" }),
    12: value("y_hat", DOUBLE, ["N", 1]),
  });
  return message({
    ...{ 1: IR, 2: "One Neuron", 6: `${given.texts.use}\n${given.texts.pixels}`, 7: graph },
    8: message({ 2: OPSET }),
    14: metadata(given, lr),
  });
}

/** @param {Given} given @returns {Promise<Blob>} */
export async function modelOnnx(given) {
  const bytes = new Bytes();
  for await (const piece of modelProto(given).pieces) bytes.push(piece);
  return bytes.blob("application/octet-stream");
}
