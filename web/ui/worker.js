/**
 * A module worker that inherits the page's Content-Security-Policy, as one loaded by its address would not: a Blob whose
 * one line imports the real one. Call close() when it has ended.
 * @param {string} address
 */
export function openWorker(address) {
  const line = new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" });
  const url = URL.createObjectURL(line);
  return { worker: new Worker(url, { type: "module" }), close: () => URL.revokeObjectURL(url) };
}
