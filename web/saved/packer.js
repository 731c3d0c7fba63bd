// A worker that packs pictures for the one that saves them, which sends a port. The page ends it.

import { packFor } from "./packed.js";

addEventListener("message", ({ data: port }) => {
  packFor(port);
  postMessage("there");
});
