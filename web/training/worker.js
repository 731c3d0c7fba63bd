// The worker: opens the core, makes the session, and binds it to the page. Commands come through comlink,
// events leave as plain messages. The session is exposed at once; what is asked of it waits for the core.

import { expose } from "../vendor/comlink.js";
import { openCore } from "../core/core.js";
import { Session } from "./session.js";
import { openStore } from "../pictures/store.js";
import { fetched } from "../ui/fetched.js";
import { once } from "../ui/once.js";

/** @param {any} event @param {Transferable[]} [transfer] */
const emit = (event, transfer = []) => postMessage(event, { transfer });

/** What reads files is fetched with the first file: the first screen does without it. Then it is kept: while training runs,
 *  import() of what is there already takes longer than a frame of the camera.
 *  @template T @param {() => Promise<T>} load */
function reader(load) {
  const loaded = once(load);
  return () =>
    loaded().catch(() => {
      throw Object.assign(new Error("reader"), { name: "Refusal", code: "reader", params: {} });
    });
}
const decoder = reader(() => import("../pictures/decode.js"));
const sniffer = reader(() => import("../pictures/sniff.js"));
const h5 = reader(() => import("../pictures/h5/h5.js"));

/** @param {any} file @param {any} options */
const decode = async (file, options) => (await decoder()).decodePicture(file, options);
/** @param {ImageBitmap} bitmap @param {any} options */
const decodeFrame = async (bitmap, options) => (await decoder()).smallFrame(bitmap, options);
/** @param {any} file */
const kindOf = async (file) => (await sniffer()).kindOf(file);
/** @param {any} file @param {any} limits */
const readH5 = async (file, limits) => (await h5()).readH5File(file, limits);

/** What networks and the other engines take, once. */
const openWhole = once(async () => {
  const response = fetched(new URL("../core.wasm", import.meta.url));
  const [{ openWhole, NetworkReport }, source] = await Promise.all([import("./whole.js"), response]);
  return { core: await openWhole(source), NetworkReport };
});
const openWhy = () => openCore(fetched(new URL("../why.wasm", import.meta.url)));

async function open() {
  const [core, store] = await Promise.all([
    openCore(fetched(new URL("../neuron.wasm", import.meta.url))),
    openStore({ onTrouble: (code) => emit({ type: "notice", code }) }),
  ]);
  return new Session({ core, emit, store, decode, decodeFrame, kindOf, readH5, openWhole, openWhy });
}

const opening = open();
opening.catch(() => emit({ type: "notice", code: "worker-failed" }));

/** Every method of the session is one. */
const COMMANDS = Object.getOwnPropertyNames(Session.prototype).filter((name) => name !== "constructor");

expose(
  Object.fromEntries(
    COMMANDS.map((name) => [
      name,
      async (/** @type {any[]} */ ...args) => /** @type {any} */ (await opening)[name](...args),
    ]),
  ),
);
