/* The foldable item of What if; what is in it is fetched when it is unfolded. */
import { addWords } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { later } from "../../ui/later.js";

/** @param {any} app @returns {Promise<{element: Element}>} */
export async function doctorFold(app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./doctor.css", import.meta.url).href),
  ]);
  const summary = el("summary", {}, say(app, el("h4"), "doctor"));
  const element = el("details", { class: "doctor", id: "doctor" }, summary);
  const ask = later(app, async () => {
    const { DoctorPanel } = await import("./doctor.js");
    element.append(new DoctorPanel(app).element);
  });
  element.addEventListener("toggle", async () => {
    if (element.open && !(await ask(() => (element.open = true)))) element.open = false;
  });
  return { element };
}
