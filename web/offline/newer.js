/* The line that says that a newer version is there, whole, and offers to reload. Not pressed, it comes by itself when all
   tabs have been closed. */
import { addWords, onLanguage, t } from "../i18n/i18n.js";
import { el, icon, say } from "../ui/elements.js";
import { addLook } from "../ui/fetched.js";

/** @param {ServiceWorkerRegistration} registration whose waiting worker has it */
export async function tellNewer(registration) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./newer.css", import.meta.url).href),
  ]);
  const app = { t, onLanguage };
  const line = el("div", { class: "newer", role: "status" });
  document.body.append(line); // empty first: then a screen reader hears what comes into it
  line.append(
    say(app, el("p"), "newer"),
    say(app, el("button", { type: "button", onclick: () => takeOver(registration) }), "newer.reload"),
    say(
      app,
      el("button", { type: "button", class: "quiet icon", onclick: () => line.remove() }, icon("close")),
      "newer.later",
      "aria-label",
    ),
  );
}

/** Other tabs stay as they are, and keep their files, until they are closed. @param {ServiceWorkerRegistration} registration */
function takeOver({ waiting }) {
  const reload = () => window.location.reload();
  if (!waiting) return reload(); // another tab has pressed it
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage("take over");
}
