/* The bar that drives training: reset, train or pause, one iteration, the counter and the cost,
   α, the number of iterations, the speed; and the button that opens more settings. */
import { number, t } from "../../i18n/i18n.js";
import { setAttribute, setText } from "../../ui/elements.js";
import { fixed, plain } from "../../ui/format.js";

const LADDER = [0.001, 0.003, 0.005, 0.01, 0.03, 0.1, 0.3, 1];
const FASTEST = 1e5; // iterations a second at the last notch but one; the last has no limit

/** Slider position 0..100 -> iterations a second, on a logarithmic scale; 100 is without limit. */
export const speedAt = (position) => (position >= 100 ? Infinity : FASTEST ** (position / 99));

/** Iterations a second -> the slider's nearest position. */
export const positionOf = (speed) =>
  Number.isFinite(speed)
    ? Math.min(99, Math.max(0, Math.round((99 * Math.log(speed)) / Math.log(FASTEST))))
    : 100;

/** α as its field has room for it. @param {number} alpha */
const short = (alpha) =>
  alpha < 1e6 ? plain(alpha) : Number(alpha.toPrecision(6)).toExponential().replace("+", "");

/** The next rung of the ladder above (direction 1) or below (direction −1) alpha. */
export function nextAlpha(alpha, direction) {
  const slack = 1 + direction * 1e-9;
  if (direction > 0) return LADDER.find((rung) => rung > alpha * slack) ?? alpha;
  return LADDER.findLast((rung) => rung < alpha * slack) ?? alpha;
}

/** What the reader typed, with the comma some keyboards have, as a number; NaN if it is none. */
export const typed = (text) => (text.trim() === "" ? NaN : Number(text.trim().replace(",", ".")));

/** Wires the bar. */
export function mountTransport(root, app) {
  const find = (id) => root.querySelector(`#${id}`);
  const ui = Object.fromEntries(
    ["reset", "play", "step", "to-end", "again", "iteration", "alpha", "iterations", "speed"].map((id) => [
      id,
      find(id),
    ]),
  );
  const running = () => Boolean(app.state.train?.running);

  ui.reset.addEventListener("click", () => app.session.reset());
  ui.play.addEventListener("click", () => (running() ? app.session.pause() : play(app)));
  ui.step.addEventListener("click", () => app.session.step());
  ui["to-end"].addEventListener("click", () => {
    ui.play.focus({ focusVisible: false }); // this one goes
    app.session.toEnd();
  });
  ui.again.addEventListener("click", async () => {
    ui.play.focus({ focusVisible: false });
    await app.session.reset();
    app.session.play();
  });
  mountNumber(
    ui.alpha,
    "alpha.invalid",
    (alpha) => alpha > 0 && Number.isFinite(alpha),
    (alpha) => app.change({ alpha }),
    app.redraw,
  );
  mountNumber(
    ui.iterations,
    "iterations.invalid",
    (n) => Number.isInteger(n) && n >= 1 && n <= 1e6,
    (iterations) => app.change({ iterations }),
    app.redraw,
  );
  for (const [id, direction] of [
    ["alpha-less", -1],
    ["alpha-more", 1],
  ]) {
    find(id).addEventListener("click", () => {
      setInvalid(ui.alpha, "");
      app.change({ alpha: nextAlpha(app.state.settings.alpha, direction) });
    });
  }
  ui.speed.addEventListener("input", () => app.change({ speed: speedAt(Number(ui.speed.value)) }));

  mountMore(find("more"), app);
  mountFold(find("set-fold"), root);

  const shown = {
    cost: find("cost-now"),
    word: find("play-word"),
    speed: find("speed-now"),
    set: find("set-now"),
  };
  app.draw(null, () => {
    drawCounters(ui, shown, app.state);
    drawSettings(ui, shown, app.state.settings);
  });
}

/** The button that opens the panel with more settings; when that closes, the focus comes back. */
function mountMore(button, app) {
  button.addEventListener("click", () => app.set({ settingsOpen: !app.state.settingsOpen }));
  app.on("settingsOpen", (open) => {
    button.setAttribute("aria-expanded", String(open));
    if (!open) button.focus();
  });
}

/** On a phone the settings fold to a line that says what they are. */
function mountFold(button, root) {
  button.addEventListener("click", () => {
    const open = root.classList.toggle("set-open");
    button.setAttribute("aria-expanded", String(open));
  });
}

const FURTHER = 2000; // at most, beyond what is done
const MOST = 1e6;

/** Whether all iterations are done, and the neuron stands at the last one. */
const isDone = (train) =>
  Boolean(
    train?.engine && !train.live && train.finished && !train.running && train.iteration >= train.iterations,
  );

/** Train when everything is done already means: further, by as many again. */
async function play(app) {
  const { iterations } = app.state.settings;
  if (isDone(app.state.train))
    await app.change({
      iterations: Math.min(MOST, app.state.train.iteration + Math.min(FURTHER, iterations)),
    });
  app.session.play();
}

function drawCounters(ui, shown, { train, data }) {
  if (!train) return;
  const missing = Boolean(data?.missing);
  setText(ui.iteration, String(train.iteration).padStart(4, "0"));
  setText(shown.cost, train.engine ? fixed(train.cost, 4) : "–"); // no engine: nothing to train yet
  const done = isDone(train);
  ui.play.disabled = missing || (done && train.iterations >= MOST);
  ui.step.disabled = missing || train.iteration >= train.iterations;
  ui.step.hidden = train.running;
  ui["to-end"].hidden = !train.running;
  ui.again.hidden = !done;
  ui.play.classList.toggle("running", train.running);
  setText(shown.word, t(train.running ? "pause" : done ? "train.further" : "train"));
}

function drawSettings(ui, shown, settings) {
  if (!settings) return;
  const busy = document.activeElement;
  const write = (input, value) => {
    if (busy !== input && input.value !== value) input.value = value;
  };
  write(ui.alpha, short(settings.alpha));
  write(ui.iterations, plain(settings.iterations));
  const { speed, iterations } = settings;
  setText(shown.set, t("set.now", { alpha: short(settings.alpha), n: plain(iterations) }));
  write(ui.speed, String(positionOf(speed === "watch" ? iterations / 4 : speed)));
  const [key, text] =
    speed === "watch" ? ["watch", "text.watch"] : speed < Infinity ? ["rate", "text"] : ["full", "text.full"];
  const n = key === "rate" ? number(speed, { maximumSignificantDigits: 2 }) : "";
  setText(shown.speed, t(`speed.${key}`, { n }));
  setAttribute(ui.speed, "aria-valuetext", t(`speed.${text}`, { n }));
}

/** A text field for a number: taken over on Enter or on leaving, marked while it makes no sense. */
function mountNumber(input, complaint, valid, take, restore) {
  const commit = () => {
    const value = typed(input.value);
    if (!valid(value)) return;
    setInvalid(input, "");
    take(value);
  };
  input.addEventListener("input", () => setInvalid(input, valid(typed(input.value)) ? "" : t(complaint)));
  input.addEventListener("change", commit);
  input.addEventListener("blur", () => {
    setInvalid(input, "");
    restore(); // what was not taken over gives way to what is in force
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") commit();
  });
}

function setInvalid(input, sentence) {
  input.setCustomValidity(sentence);
  if (sentence) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  if (sentence) input.reportValidity();
}
