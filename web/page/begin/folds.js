/* On a phone the parts DATA and TEST are folded to a line that says what is in them: training is what one watches. Who is led
   to a folded part finds it open. */
import { t } from "../../i18n/i18n.js";
import { el, say, setText } from "../../ui/elements.js";
import { count, percent } from "../../ui/format.js";

const SUMMARY_MS = 250;
const PHONE = matchMedia("(width < 720px)"); // as in begin.css

/** What a folded part says of itself. @type {Record<string, (state: any) => string>} */
const SUMMARIES = {
  data: ({ data }) => {
    if (!data) return "";
    const [n0, n1] = data.counts.map(count);
    return t("fold.data", { n0, n1, name0: data.names[0], name1: data.names[1] });
  },
  test: ({ data, train }) =>
    data?.m_test && Number.isFinite(train?.testAccuracy)
      ? t("fold.test", { n: percent(train.testAccuracy) })
      : "",
};

/** Makes the section `root` fold at its heading. */
export function mountFold(root, app) {
  const heading = root.querySelector("h2");
  const summary = el("span", { class: "fold-says small muted num" });
  const name = say(app, el("span", { class: "visually-hidden" }), `column.${root.id}`);
  const button = el(
    "button",
    { type: "button", class: "quiet fold", "aria-controls": root.id },
    name,
    summary,
  );
  const head = el("div", { class: "fold-head" });
  heading.replaceWith(head);
  head.append(heading, button);
  const fold = (folded) => {
    root.classList.toggle("folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
  };
  fold(PHONE.matches);
  button.addEventListener("click", () => fold(!root.classList.contains("folded")));
  app.on("reveal", (id) => id === root.id && fold(false));
  app.draw(button, () => setText(summary, SUMMARIES[root.id](app.state)), { every: SUMMARY_MS });
}

const SMALL = 60; // px; what is lower stands in the middle of the screen

/** Why? is to be asked as soon as there is an answer. */
let asked = false;

const LATER = "whatif-"; // parts of What if, which goes there itself when it has come

/** Opens what `part` is folded in, and itself. @param {any} part @param {any} app */
function unfold(part, app) {
  for (let at = part; at; at = at.parentElement) {
    if (at.localName === "details") at.open = true;
    const button = at.id && document.querySelector(`[aria-controls="${at.id}"][aria-expanded="false"]`);
    if (button && (at.hidden || button.offsetWidth)) button.click();
  }
  if (part.id !== "why" || part.ariaExpanded === "true") return;
  if (app.state.train?.selected) part.click();
  else asked = true;
}

/** The part of the page that an address or a link names is unfolded and scrolled to. */
export function mountJumps(app) {
  const go = () => {
    const id = window.location.hash.slice(1);
    const part = id && document.getElementById(id.startsWith(LATER) ? "what-if" : id);
    if (!part) return;
    unfold(part, app);
    part.scrollIntoView({ block: part.offsetHeight < SMALL ? "center" : "start" });
  };
  app.on("train", ({ selected }) => {
    if (!asked || !selected) return;
    asked = false;
    document.getElementById("why").click();
  });
  window.addEventListener("hashchange", go);
  for (const link of document.querySelectorAll(".begin a"))
    link.addEventListener("click", () => app.tell("reveal", link.hash.slice(1)));
  // The browser went there before there was anything, and where it comes back to a page it knows the place.
  const [visit] = performance.getEntriesByType("navigation");
  if (/** @type {any} */ (visit)?.type === "navigate") go();
}
