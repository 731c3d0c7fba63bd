// What is fetched beside modules, tried again before it is given up: a network that is away for a moment is not noticed.

const WAITS_MS = [250, 750, 2000];

/** fn, up to four times within three seconds; the last error is thrown. @template T @param {() => Promise<T>} fn */
export async function tried(fn) {
  for (const wait of WAITS_MS)
    try {
      return await fn();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  return fn();
}

/** A file of the site. @param {string | URL} address */
export const fetched = (address) =>
  tried(async () => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response;
  });

/** The style sheet of a part, in force when this resolves. @param {string} href */
export const addLook = (href) =>
  tried(
    () =>
      new Promise((resolve, reject) => {
        const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
        link.onload = () => resolve(link);
        link.onerror = () => {
          link.remove();
          reject(new Error(href));
        };
        document.head.append(link);
      }),
  );

/** A page of the site as a document: nothing is ever parsed from a string. @param {string} address @returns {Promise<Document>} */
export const documentAt = (address) =>
  tried(
    () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open("GET", address);
        request.responseType = "document";
        request.onload = () => {
          if (request.status === 200 && request.response) resolve(request.response);
          else reject(new Error(`${address}: ${request.status}`));
        };
        request.onerror = () => reject(new Error(address));
        request.send();
      }),
  );
