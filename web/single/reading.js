/* Comes before each worker of the file. WebKit lets the workers of a page on the disk read no Blob, neither a file nor one of
   their own, but it lets the page: what fails here is asked of the page, which sends a port for that before anything else
   (worker.js). */

/** @type {MessagePort | undefined} */
let page;
let serial = 0;

globalThis.addEventListener("message", function take(/** @type {MessageEvent} */ event) {
  if (!event.data?.reading) return;
  event.stopImmediatePropagation();
  globalThis.removeEventListener("message", take);
  page = event.data.reading;
  page?.start();
});

/** What the page makes of a Blob, or the error of this worker if that can do it no better.
 *  @param {{bitmap: boolean, blob: Blob, how?: any[]}} what @param {unknown} error @returns {Promise<any>} */
function byPage(what, error) {
  const port = page;
  if (!port) return Promise.reject(error);
  const id = ++serial;
  return new Promise((resolve, reject) => {
    port.addEventListener("message", function hear({ data }) {
      if (data.id !== id) return;
      port.removeEventListener("message", hear);
      if (data.made) resolve(data.made);
      else reject(error);
    });
    port.postMessage({ id, ...what });
  });
}

const read = Blob.prototype.arrayBuffer;
Blob.prototype.arrayBuffer = function () {
  return read.call(this).catch((error) => byPage({ bitmap: false, blob: this }, error));
};

Blob.prototype.stream = function () {
  return new ReadableStream({
    start: async (controller) => {
      controller.enqueue(new Uint8Array(await this.arrayBuffer()));
      controller.close();
    },
  });
};

const decode = /** @type {any} */ (globalThis.createImageBitmap);
globalThis.createImageBitmap = (/** @type {any} */ source, /** @type {any[]} */ ...how) =>
  decode(source, ...how).catch((/** @type {unknown} */ error) => {
    if (!(source instanceof Blob)) throw error;
    return byPage({ bitmap: true, blob: source, how }, error);
  });

export {};
