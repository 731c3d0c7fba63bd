/* What the build put into the file beside the pages: workers as they are, bytes as base64. A worker gets the bytes from the
   page that opens it. */

/** By their paths in web/. @type {Record<string, string> | undefined} */
let bytes = /** @type {any} */ (globalThis).bytesInside;

const blocks = (/** @type {string} */ kind) =>
  Object.fromEntries(
    [...document.querySelectorAll(`script[data-${kind}]`)].map((block) => [
      block.dataset[kind],
      block.textContent,
    ]),
  );

/** @returns {Record<string, string>} */
export const allBytes = () => (bytes ??= blocks("bytes"));

/** @param {string} path @returns {string} */
export const workerAt = (path) => blocks("worker")[path];
