// npm start: serves web/ the way GitHub Pages does, with right MIME types and no special headers.
// But nothing is cached, so that a reload shows what is in the files now.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const LAST_PORT = 8100;
const files = sirv(fileURLToPath(new URL("../web", import.meta.url)), { dev: true });
const server = createServer((request, response) => files(request, response));
let port = Number(process.env.PORT) || 8000;

// Another page may be served already: the first free port from 8000 on.
server.on("error", (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EADDRINUSE" || port >= LAST_PORT) throw error;
  server.listen(++port, "127.0.0.1");
});
server.on("listening", () => {
  console.log(`\nOne Neuron is at http://127.0.0.1:${port}/   (Ctrl+C ends it)\n`);
});
server.listen(port, "127.0.0.1");
