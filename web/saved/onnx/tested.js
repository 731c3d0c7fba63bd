// The model as ONNX with what shows whether another program computes the same: three pictures, the page's answers to them, and
// a few lines of Python that compare.

import { Refusal } from "../../pictures/refusal.js";
import { learnedIn } from "../model-npz.js";
import { floats, npz } from "../npy.js";
import { ZipWriter } from "../zip.js";
import { modelProto } from "./model-onnx.js";

/** @typedef {import('../save.js').Given} Given */

/** @param {string} words */
const checkPy = (words) => `${words.replace(/^/gm, "# ")}
import pathlib
import numpy as np
import onnxruntime

here = pathlib.Path(__file__).parent
test = np.load(here / "test.npz")
session = onnxruntime.InferenceSession(str(here / "model.onnx"), providers=["CPUExecutionProvider"])
y_hat = session.run(["y_hat"], {"picture": test["x"]})[0]
print(y_hat)
print(f"{np.abs(y_hat - test['y_hat']).max():.1e}")
`;

/** The pictures of the smallest answer, the middle one and the largest. @param {Given} given */
function three(given) {
  const lr = learnedIn(given);
  const { pictures } = given;
  const bySlot = new Map(pictures.all().map((picture) => [pictures.slot(picture), picture]));
  const a = lr.a();
  const order = Array.from(a.keys()).sort((i, j) => a[i] - a[j]);
  const last = order.length - 1;
  const slots = lr.slots();
  return [0, last >> 1, last].map((k) => {
    const picture = bySlot.get(slots[order[k]]);
    if (!picture) throw new Refusal("saved-untrained");
    const x = pictures.bytes(picture).slice();
    return { x, a: lr.predict(x).a };
  });
}

/** @param {Given} given @returns {Promise<Blob>} */
export async function testedOnnx(given) {
  const { n_px } = given.pictures;
  const tests = three(given);
  const zip = new ZipWriter();
  await zip.add("model.onnx", modelProto(given).pieces, { pack: false });
  const arrays = await npz([
    ["x", { descr: "|u1", shape: [3, n_px, n_px, 3], pieces: tests.map(({ x }) => x) }],
    ["y_hat", floats(Float64Array.from(tests, ({ a }) => a), [3, 1])], // prettier-ignore
  ]);
  await zip.add("test.npz", arrays.pieces(), { pack: false });
  await zip.addText("check.py", checkPy(given.texts.check));
  return zip.end().blob("application/zip");
}
