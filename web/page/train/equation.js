/* The neuron with the numbers of the selected picture: z = w·x + b, ŷ = σ(z), the loss, the point on the curve of σ. */
import { isolated, t } from "../../i18n/i18n.js";
import { setText } from "../../ui/elements.js";
import { fixed, signBefore } from "../../ui/format.js";
import { later } from "../../ui/later.js";
import { UNDER_TEST } from "../../pictures/names.js";
import { drawSigmoid } from "./sigmoid.js";

const NUMBERS_MS = 40;

/** Wires the figure. */
export function mountEquation(root, app) {
  const find = (id) => root.querySelector(`#${id}`);
  const subject = mountSubject(find("subject"), find("subject-name"), app);
  const ui = Object.fromEntries(["z", "wx", "sign", "b", "a", "loss"].map((id) => [id, find(`eq-${id}`)]));
  const input = find("formula-x");
  const verdict = find("subject-verdict");
  const losses = [find("loss-0"), find("loss-1")];
  const sigmoid = find("sigmoid");

  const why = find("why");
  const panel = later(app, async () => (await import("../why/why.js")).mountWhy(why, app));
  why.addEventListener("click", () => {
    const open = why.getAttribute("aria-expanded") !== "true"; // as it is when it is pressed, perhaps again while the panel is fetched
    panel((part) => part.show(open));
  });

  const draw = (fresh) => {
    const { train, data } = app.state;
    if (!train || !data) return;
    subject(fresh);
    const y = train.selected ? train.selected.y : data.y[data.id.indexOf(app.state.selected)];
    const shown = train.selected ?? { wx: NaN, b: train.b, z: NaN, a: NaN, loss: NaN };
    const write = (element, value, digits) => setText(element, train.selected ? fixed(value, digits) : "–");
    write(ui.z, shown.z, 4);
    write(ui.wx, shown.wx, 4);
    write(ui.b, Math.abs(shown.b), 4);
    setText(ui.sign, signBefore(shown.b, 4));
    write(ui.a, shown.a, 4);
    setText(ui.loss, Number.isNaN(shown.loss) ? "–" : fixed(shown.loss, 4));
    nameInput(input, train.network ? "a" : "x"); // the last sum of a network is over its hidden neurons
    const known = y ?? 1; // without y there is no loss; the formula stays, its value is a dash
    for (const [of, formula] of losses.entries()) formula.toggleAttribute("hidden", of !== known);
    drawSigmoid(sigmoid, shown);
    drawVerdict(verdict, train.selected, data.names);
  };
  app.draw(root, draw, { every: NUMBERS_MS });
}

/** The symbol of what the last neuron sums over, which explains itself. @param {any} symbol @param {"a" | "x"} name */
function nameInput(symbol, name) {
  if (symbol.textContent === name) return;
  symbol.textContent = name;
  const term = symbol.closest(".term");
  term.dataset.term = name;
  term.setAttribute("aria-label", name);
}

/** @returns {"" | "undecided" | "says" | "right" | "wrong"} */
function verdictOf(selected) {
  if (!Number.isFinite(selected?.a)) return "";
  if (selected.a === 0.5) return "undecided";
  if (selected.y === null) return "says";
  return selected.a > 0.5 === (selected.y === 1) ? "right" : "wrong";
}

function drawVerdict(element, selected, names) {
  const verdict = verdictOf(selected);
  setText(element, verdict && t(`equation.a.${verdict}`, { name: names[selected.a > 0.5 ? 1 : 0] }));
  element.className = `small ${verdict === "undecided" || verdict === "says" ? "muted" : verdict}`;
}

/** The selected picture as the neuron sees it, and its name. Returns the function that draws it. */
function mountSubject(canvas, caption, app) {
  let drawn = null;
  let words = "";

  const paint = (image) => {
    drawn = image;
    canvas.width = canvas.height = image.width;
    canvas.getContext("2d").putImageData(image, 0, 0);
  };
  const title = async (id) => {
    caption.title = "";
    const [name] = await app.session.names([id]);
    if (app.state.selected === id) caption.title = isolated(name);
  };
  return (fresh) => {
    const { selected, data } = app.state;
    const tested = selected === UNDER_TEST;
    const y = data.y[data.id.indexOf(selected)];
    canvas.hidden = tested ? !app.examples.tested : y === undefined;
    const { subject } = app.examples;
    if (subject && subject !== drawn) paint(subject);
    const next = `${selected} ${y} ${data.names}`;
    if (words === next && !fresh) return;
    words = next;
    const none = t(tested ? "equation.tested" : "equation.none");
    setText(caption, y === undefined ? none : t("equation.says", { name: data.names[y], y }));
    if (y === undefined) caption.title = "";
    else title(selected);
  };
}
