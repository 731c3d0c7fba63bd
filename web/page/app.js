/* Creates every part of the page and connects them. The only file that knows them all:
   worker events come in, each part is told, and nothing else passes between the parts. */
import { language, onLanguage, setLanguage, t, translate } from "../i18n/i18n.js";
import { Costs } from "./train/costs.js";
import { mountChart } from "./train/chart.js";
import { mountData } from "./data/data.js";
import { mountEquation } from "./train/equation.js";
import { mountNetworkChoice } from "./network/choice.js";
import { hearNotices, mountNotices, mountStatus } from "./train/status.js";
import { mountTest } from "./test/test.js";
import { mountTheme } from "../ui/theme.js";
import { openTrainer } from "./trainer.js";
import { mountTransport } from "./train/transport.js";
import { mountWeights } from "./train/weights.js";

const element = (id) => document.getElementById(id);

function mountLanguages(buttons) {
  const show = () => {
    document.title = t("page.title");
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(button.dataset.language === language()));
  };
  for (const button of buttons) button.addEventListener("click", () => setLanguage(button.dataset.language));
  onLanguage(show);
  show();
}

/** What the parts share: commands, events, words, and the last state heard of. */
function makeApp() {
  const { session, on } = openTrainer();
  const notify = mountNotices(element("notices"));
  const frameListeners = new Set();
  const app = {
    session,
    on,
    t,
    onLanguage,
    notify,
    /** The figure of a network, once there is one. @type {any} */
    network: null,
    state: { data: null, train: null, settings: null, selected: null, pixel: null },
    costs: new Costs(),
    /** Chooses the picture whose numbers are shown. */
    select(id) {
      app.state.selected = id;
      return session.select(id);
    },
    /** Changes settings; every part hears of it with the next frame. */
    async change(settings) {
      Object.assign(app.state.settings, settings);
      redraw();
      await session.change(settings);
    },
    /** Calls fn(state) before the next paint whenever something has changed, at most once a frame. */
    onFrame(fn) {
      frameListeners.add(fn);
    },
    redraw,
  };

  let waiting = false;
  function redraw() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      for (const fn of frameListeners) fn(app.state);
    });
  }
  onLanguage(() => {
    if (app.state.data) nameClasses(app.state.data);
    redraw();
  });
  on("data", (event) => {
    nameClasses(event);
    app.state.data = event;
    app.state.settings = event.settings;
    keepSelection(app);
    redraw();
  });
  on("train", (event) => {
    app.costs.add(event);
    const w = event.network ? app.network?.take(event) : (event.w ?? lastWeights(app.state.train, event));
    app.state.train = { ...event, w: w ?? null };
    redraw();
  });
  return app;
}

/** The worker sends w only when there is time; until then the last one stands, if it fits. */
function lastWeights(before, { n_px, end }) {
  return end > 0 && before?.n_px === n_px && !before.network ? before.w : null;
}

/** A class the reader has not named has the page's own word for it, in the reader's language. */
function nameClasses(data) {
  data.given ??= data.names;
  data.names = data.given.map(
    (name, y) => name ?? t(`class${y}.${data.source === "drawn" ? "drawn" : "own"}`),
  );
}

/** Something is always selected: when the picture has gone, the first training picture of class 1. */
function keepSelection({ state, select }) {
  const { id, y, test } = state.data;
  if (state.selected !== null && id.includes(state.selected)) return;
  let index = id.findIndex((_, i) => y[i] === 1 && !test[i]);
  if (index < 0) index = 0;
  select(id.length ? id[index] : null);
}

/** The settings that most readers leave alone are fetched when first asked for. */
function mountMore(button, app) {
  const mount = async () => {
    const { mountSettings } = await import("./settings/settings.js");
    mountSettings(element("settings"), app);
    button.click();
  };
  button.addEventListener("click", mount, { once: true });
}

async function open() {
  const app = makeApp();
  const say = mountStatus(element("status"));
  mountTransport(element("transport"), app);
  mountNetworkChoice(element("network"), app);
  mountMore(element("more"), app);
  mountChart(element("cost"), app);
  mountWeights(element("weights"), app);
  mountEquation(element("equation"), app);
  mountData(element("data"), app);
  mountTest(element("test"), app);
  hearNotices(app);
  app.on("train", say);

  const { restored } = await app.session.start();
  if (!restored && !app.state.data?.missing) await app.session.play();
}

translate();
mountLanguages(document.querySelectorAll("[data-language]"));
mountTheme(element("theme"));
if (!document.documentElement.dataset.cannot) open();
