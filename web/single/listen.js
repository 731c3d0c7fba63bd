/* In the place of page/sound/listen.js: a worklet is a script of its own, which no hash can let in. The node that browsers had
   before worklets needs none, and every engine has it still. */

const BLOCK = 1024; // samples

/** @param {AudioContext} context @param {(block: Float32Array) => void} hear samples @returns {Promise<AudioNode>} */
export async function listen(context, hear) {
  const node = context.createScriptProcessor(BLOCK, 1, 1); // of several channels the average comes
  node.onaudioprocess = ({ inputBuffer }) => hear(inputBuffer.getChannelData(0).slice());
  return node;
}
