// A node that hands on what it hears. In one-neuron.html another takes its place (web/single/).

import { fetched } from "../../ui/fetched.js";

/** @param {AudioContext} context @param {(block: Float32Array) => void} hear samples, channels averaged
 *  @returns {Promise<AudioNode>} */
export async function listen(context, hear) {
  const listener = new URL("./listener.js", import.meta.url).href;
  await fetched(listener); // addModule() asks once, and what did not come may stay so
  await context.audioWorklet.addModule(listener);
  const node = new AudioWorkletNode(context, "listener", { numberOfInputs: 1, numberOfOutputs: 1 });
  node.port.addEventListener("message", ({ data }) => hear(data));
  node.port.start();
  return node;
}
