// Serves web/ the way GitHub Pages does: right MIME types, no special headers. But nothing is cached,
// so that a reload shows what is in the files now. Also the server of the browser tests.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const web = fileURLToPath(new URL("../web", import.meta.url));

/**
 * Serves a folder on 127.0.0.1. Port 0 takes any free one.
 * @param {{ port?: number, folder?: string }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} url ends with a slash
 */
export function serve({ port = 0, folder = web } = {}) {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => files(request, response));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve({
        url: `http://127.0.0.1:${address.port}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** The first free port from `port` on: another page may be served already. */
async function serveFrom(port) {
  try {
    return await serve({ port });
  } catch (error) {
    if (error.code === "EADDRINUSE" && port < 8100) return serveFrom(port + 1);
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveFrom(Number(process.env.PORT) || 8000);
  console.log(`\nOne Neuron is at ${url}   (Ctrl+C ends it)\n`);
}
