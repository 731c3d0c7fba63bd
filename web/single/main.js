/* One file with both pages: shows the one that the address asks for, ?page=notes#broadcasting, and starts it. */
import { linkInside, pageOf } from "./links.js";

const page = pageOf(window.location.search);
const template = document.querySelector(`template[data-page="${page}"]`);
document.body.className = template.dataset.class;
document.body.append(template.content);
linkInside();
await (page === "notes" ? import("../notes/notes.js") : import("../page/app.js"));
