// Models of the page run by ONNX Runtime, of which the page knows nothing.
import * as ort from "onnxruntime-web/wasm";

ort.env.wasm.numThreads = 1;

/** y_hat of m pictures of bytes, one after the other. @param {Uint8Array} model @param {Uint8Array} x @param {number} n_px
 *  @returns {Promise<Float64Array>} */
export async function answersOf(model, x, n_px) {
  const session = await ort.InferenceSession.create(model);
  const picture = new ort.Tensor("uint8", x, [x.length / (3 * n_px ** 2), n_px, n_px, 3]);
  const { y_hat } = await session.run({ picture });
  await session.release();
  return /** @type {Float64Array} */ (y_hat.data);
}

/** Pictures one after the other. @param {Uint8Array[]} list */
export const together = (list) => new Uint8Array(Buffer.concat(list));
