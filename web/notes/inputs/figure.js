/* What can x be?: a table of houses, a picture, a sound, side by side and then the one that is chosen. Pick a cell, a pixel or
   a moment and see the number the machine sees, and where it stands in x. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { choice } from "../../plot/controls.js";
import { spoken } from "../../ui/spoken.js";
import { acceptDrops } from "../../ui/drop.js";
import { el, say } from "../../ui/elements.js";
import { fillPart, showPart } from "../frame.js";
import { pairsPart } from "./pairs.js";
import { picturePanel } from "./picture.js";
import { soundPanel } from "./sound.js";
import { tablePanel } from "./table.js";
import { tells } from "../tasks/told.js";

export { tasks } from "./tasks.js";

const PICTURE = /\.(png|jpe?g|webp|gif|bmp|avif|heic|tiff?|svg|ico|jxl)$/i;
const SOUND = /\.(wav|mp3|m4a|aac|ogg|oga|opus|flac|webm|mp4|aiff?)$/i;

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const quiet = spoken();
  const message = el("p", { class: "inputs-message", role: "status" });
  let sentence = () => "";
  const showMessage = () => {
    message.textContent = sentence();
  };
  /** What became of a file or a recording: one line whose place is kept. @param {() => string} next */
  const complain = (next) => {
    sentence = next;
    showMessage();
  };
  onLanguage(showMessage);

  const means = { core, announce: quiet.say, complain };
  const panels = { table: tablePanel(means), picture: picturePanel(means), sound: soundPanel(means) };
  const pairs = pairsPart();
  const which = choice({
    label: "inputs.kind",
    options: Object.keys(panels).map((kind) => [kind, `inputs.${kind}-tab`]),
    value: "table",
    change: open,
  });

  function open(/** @type {string} */ kind) {
    if (kind === "sound") panels.sound.begin();
    else panels.sound.leave();
    if (kind === "picture") panels.picture.begin();
    complain(() => "");
    which.set(kind);
    pairs.set(kind);
    for (const key of Object.keys(panels)) showPart(stage, key, key === kind);
  }

  acceptDrops(stage, ([file], [folder]) => {
    if (!file) return folder && complain(() => t("inputs.no-file", { name: folder }));
    const kind = file.type.startsWith("image/") || PICTURE.test(file.name) ? "picture" : "sound";
    const known = kind === "picture" || /^(audio|video)\//.test(file.type) || SOUND.test(file.name);
    if (!known) return complain(() => t("inputs.no-file", { name: file.name }));
    open(kind);
    return panels[kind].take(file);
  });
  fillPart(stage, "kinds", ...pairs.nodes, which.node, message, quiet.node);
  for (const [key, { node }] of Object.entries(panels))
    fillPart(stage, key, say({ t, onLanguage }, el("h3"), `inputs.${key}-tab`), node);
  open("table");
  document.addEventListener("unfold", () => {
    for (const key of Object.keys(panels)) showPart(stage, key, true);
    panels.picture.begin();
    panels.sound.begin();
  });
  document.addEventListener("fold", () => open(which.value));
  tells(which.node, () => ({ kind: which.value }));
  return {
    /** @param {boolean} on */
    visible(on) {
      if (!on) panels.sound.leave();
    },
  };
}
