// Workers that help the one that saves to pack pictures, where the computer has processors for them.
import { openWorker } from "../../ui/worker.js";

const MOST = 3;
const PICTURES_EACH = 50; // for fewer it takes longer to open one than it saves
const WORKER = new URL("../../saved/packer.js", import.meta.url).href;

function open() {
  const { worker, close } = openWorker(WORKER);
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port1, [port1]);
  const came = new Promise((resolve) => {
    for (const type of ["message", "error"]) worker.addEventListener(type, resolve);
  });
  const end = async () => {
    await came; // what was asked for is kept by the browser, and at hand the next time
    worker.terminate();
    close();
  };
  return { port: port2, end };
}

/** As many as are of use; none is waited for. @param {number} n pictures
 *  @returns {{ports: MessagePort[], end: () => void}} */
export function openPackers(n) {
  const idle = (navigator.hardwareConcurrency ?? 1) - 1;
  const wanted = Math.min(MOST, idle, Math.floor(n / PICTURES_EACH));
  /** @type {ReturnType<typeof open>[]} */
  const packers = [];
  try {
    while (packers.length < wanted) packers.push(open());
  } catch (error) {
    console.warn(error); // it saves without
  }
  return { ports: packers.map(({ port }) => port), end: () => packers.forEach(({ end }) => end()) };
}
