// The worker: opens the core, makes the session, and binds it to the page. Commands come through comlink,
// events leave as plain messages. The session is exposed at once; what is asked of it waits for the core.

import { expose } from "../vendor/comlink.js";
import { openCore } from "../core.js";
import { decodePicture } from "./decode.js";
import { isH5, readH5File } from "./h5.js";
import { Session } from "./session.js";
import { openStore } from "./store.js";

/** @param {any} event @param {Transferable[]} [transfer] */
const emit = (event, transfer = []) => postMessage(event, { transfer });

async function open() {
  const [core, store] = await Promise.all([
    openCore(fetch(new URL("../core.wasm", import.meta.url))),
    openStore({ onTrouble: (code) => emit({ type: "notice", code }) }),
  ]);
  return new Session({ core, emit, store, decode: decodePicture, isH5, readH5: readH5File });
}

const opening = open();
opening.catch(() => emit({ type: "notice", code: "worker-failed" }));

const COMMANDS = [
  ...[
    "start",
    "addFiles",
    "addPixels",
    "loadDrawn",
    "remove",
    "empty",
    "relabel",
    "undo",
    "setNames",
    "change",
  ],
  ...["pixels", "names", "play", "pause", "step", "reset", "seek", "select", "probe", "probeFile", "forget"],
];

expose(
  Object.fromEntries(
    COMMANDS.map((name) => [
      name,
      async (/** @type {any[]} */ ...args) => /** @type {any} */ (await opening)[name](...args),
    ]),
  ),
);
