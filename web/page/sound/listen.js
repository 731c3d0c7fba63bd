// A node that hands on what it hears. In one-neuron.html another takes its place (web/single/).

/** @param {AudioContext} context @param {(block: Float32Array) => void} hear samples, channels averaged
 *  @returns {Promise<AudioNode>} */
export async function listen(context, hear) {
  await context.audioWorklet.addModule(new URL("./listener.js", import.meta.url).href);
  const node = new AudioWorkletNode(context, "listener", { numberOfInputs: 1, numberOfOutputs: 1 });
  node.port.addEventListener("message", ({ data }) => hear(data));
  node.port.start();
  return node;
}
