/* The settings in the address: from the first change on, or from the start where they came in it. What reads and writes them
   is fetched then. And the way to the dialog that makes a teacher's link. */
import { put, query } from "../../link/address.js";
import { later } from "../../ui/later.js";
import { once } from "../../ui/once.js";

const codec = once(() => import("../../link/settings.js"));
let keeps = false;

/** The settings that the address asks for; null: none. */
export async function settingsAsked() {
  const part = String(query) ? await codec().catch(() => null) : null;
  const settings = part?.settingsIn(query) ?? null;
  keeps = settings !== null;
  return settings;
}

export function mountLink(_root, app) {
  const write = async () => {
    if (!keeps) return;
    const part = await codec().catch(() => null);
    const { settings, data } = app.state;
    if (part && data) put(part.settingsAs(settings, data));
  };
  app.on("data", write);
  app.on("settings", () => {
    keeps = true;
    write();
  });
  app.on("forgotten", async () => {
    keeps = false;
    if (String(query)) put((await codec()).nothing());
  });
  const dialog = later(app, async () => (await import("./dialog.js")).makeLinkDialog(app));
  app.on("makeLink", () => dialog((made) => made.open()));
}
