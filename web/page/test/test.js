// The TEST column: one picture to ask the neuron about, and how it does on those it knows.
import { el, say } from "../../ui/elements.js";
import { later } from "../../ui/later.js";
import { mountProbe } from "./probe.js";
import { mountVerdict } from "./verdict.js";

/** Fills the section `root` with the TEST column. */
export function mountTest(root, app) {
  const verdict = el("div", { class: "verdict" });
  root.append(say(app, el("h2"), "column.test"));
  mountProbe(root, app);
  root.append(verdict);
  mountVerdict(verdict, app);
  const brought = later(app, async () => (await import("../brought/brought.js")).mountBrought(verdict, app));
  app.on("brought", (event) => brought((part) => part.hear(event)));
}
