/* Creates every part of the page and connects them. The only file that knows them all: worker events come in, each
   part is told, and nothing else passes between the parts.

   How a part is written:
   - `mountX(root, app)`, once, builds or finds its own elements inside `root`, and touches no others. What the first
     paint needs stands in index.html; what is there several times is a class with an `element`.
   - It reads `app.state`, `app.costs`, `app.names` and `app.examples`, and changes none of them: commands go to
     `app.session`, wishes to `app.select`, `app.change` and `app.set`.
   - It hears of events with `app.on(type, fn)`, and draws in `app.draw(root, fn, {every})`: before a paint, after
     something has changed, and only as often as it is worth while (frames.js).
   - Words that never change are `data-i18n` or say(); all others are written by its drawing, which is told to start
     `fresh` after another language or theme.
   - Its words and its look stand beside it: words.en.js, words.zh.js, <part>.css. */
import { mountLanguages } from "../i18n/chooser.js";
import { addWords, onLanguage, t, translate } from "../i18n/i18n.js";
import { mountAddress, openTeachers, query } from "../link/address.js";
import { keepOffline } from "../offline/start.js";
import { onTextSize } from "../ui/text-size.js";
import { mountTheme, onTheme } from "../ui/theme.js";
import { later } from "../ui/later.js";
import { Examples } from "./pictures/examples.js";
import { Frames, nextTask } from "./frames.js";
import { Store } from "./store.js";
import { mountBegin } from "./begin/begin.js";
import { mountFold, mountJumps } from "./begin/folds.js";
import { mountChart } from "./train/chart.js";
import { mountData } from "./data/data.js";
import { mountEquation } from "./train/equation.js";
import { mountKeys } from "./keys/keys.js";
import { mountLink, settingsAsked } from "./link/link.js";
import { mountLive } from "./live/live.js";
import { mountMeaning } from "./meaning/box.js";
import { mountNetworkChoice } from "./network/choice.js";
import { mountNotices } from "./train/notices.js";
import { mountRate } from "./train/rate.js";
import { mountStatus } from "./train/status.js";
import { mountTerms } from "../terms/term.js";
import { mountTest } from "./test/test.js";
import { mountTransport } from "./train/transport.js";
import { mountWaiting } from "./train/waiting.js";
import { mountWeights } from "./train/weights.js";
import { openTrainer } from "./trainer.js";

/** @typedef {ReturnType<typeof makeApp>} App what every part is given */

const element = (/** @type {string} */ id) => document.getElementById(id);

/** Every part and the id of its root; what tells of trouble first, then the first screen.
 *  @type {[string, (root: any, app: any) => void][]} */
const PARTS = [
  ["notices", mountNotices],
  ["status", mountStatus],
  ["transport", mountTransport],
  ["network-choice", mountNetworkChoice],
  ["waiting", mountWaiting],
  ["rate", mountRate],
  ["cost", mountChart],
  ["live", mountLive],
  ["meaning", mountMeaning],
  ["data", mountData],
  ["test", mountTest],
  ["weights", mountWeights],
  ["equation", mountEquation],
  ["dialogs", mountKeys],
  ["dialogs", mountTerms],
  ["begin", mountBegin],
  ["data", mountFold],
  ["test", mountFold],
  ["settings", mountLink],
];

function makeApp() {
  const store = new Store();
  store.session = openTrainer((event) => store.hear(event));
  const frames = new Frames(
    () => Boolean(store.state.train?.running),
    () => Boolean(store.state.train?.live),
  );
  store.on("changed", () => frames.changed());
  onLanguage(() => frames.renew());
  onTheme(() => frames.renew());
  onTextSize(() => frames.renew());
  const app = {
    session: store.session,
    state: store.state,
    costs: store.costs,
    /** The examples with the neuron's answers. @type {Examples} */
    examples: /** @type {any} */ (null),
    on: store.on.bind(store),
    tell: store.tell.bind(store),
    select: store.select.bind(store),
    change: store.change.bind(store),
    set: store.set.bind(store),
    get names() {
      return store.names;
    },
    get weights() {
      return store.weights;
    },
    draw: frames.add.bind(frames),
    redraw: frames.changed.bind(frames),
    t,
    onLanguage,
    /** What makes pictures of sounds, once it is there: later() says how to ask. @type {ReturnType<typeof later<any>>} */
    sounds: /** @type {any} */ (null),
  };
  app.sounds = later(app, async () => {
    const { openSounds } = await import("./sound/sound.js");
    return openSounds(element("dialogs"), app);
  });
  app.examples = new Examples(app);
  return app;
}

/** What most readers never open, or not at once, is fetched when it is needed. */
function mountLater(/** @type {App} */ app) {
  const settings = later(app, async () =>
    (await import("./settings/settings.js")).mountSettings(element("settings"), app),
  );
  const network = later(app, async () =>
    (await import("./network/figure.js")).mountNetwork(element("network-figure"), app),
  );
  /** @type {any} */
  const root = element("what-if");
  const whatIf = later(app, async () => (await import("./whatif/whatif.js")).mountWhatIf(root, app));
  root.addEventListener("toggle", async () => {
    if (root.open && !(await whatIf(() => (root.open = true)))) root.open = false;
  });
  app.on("advice", (what) => {
    root.open = true;
    whatIf((part) => part.advise(what));
  });
  const runs = later(app, async () => (await import("./runs/runs.js")).mountRuns(element("runs"), app));
  app.on("runs", (event) => runs((part) => part.hear(event)));
  let there = false;
  app.on("settingsOpen", async (isOpen) => {
    if (there || !isOpen) return;
    const came = await settings(() => {
      there = true;
      app.set({ settingsOpen: true });
    });
    if (!came) app.set({ settingsOpen: false });
  });
  const pixel = later(app, async () =>
    (await import("./pixel/pixel.js")).mountPixel(/** @type {any} */ (element("pixel")), app),
  );
  onFirst(app, "train", (train) => train.network, network);
  onFirst(app, "pixel", (at) => at, pixel);
}

/** Asks for a part with the first event that needs it; where it does not come, the next one asks again.
 *  @param {App} app @param {string} type @param {(event: any) => unknown} needs @param {() => Promise<boolean>} ask */
function onFirst(app, type, needs, ask) {
  let asked = false;
  app.on(type, async (event) => {
    if (asked || !needs(event)) return;
    asked = true;
    asked = await ask();
  });
}

async function open() {
  const app = makeApp();
  for (const [id, mount] of PARTS) {
    mount(element(id), app);
    await nextTask();
  }
  mountLater(app);
  mountJumps(app); // to parts that are fetched later too
  const { restored } = await app.session.start(await settingsAsked());
  teachers?.wanted(app);
  if (!restored && !app.state.data?.missing && !query.has("paused")) await app.session.play();
}

/** @type {Awaited<ReturnType<typeof openTeachers>>} */
let teachers = null;
try {
  [teachers] = await Promise.all([openTeachers(), addWords((ending) => import(`./words.${ending}.js`))]);
  translate();
} finally {
  document.documentElement.dataset.translated = ""; // page.css shows the page
}
mountLanguages(element("languages"), { title: "page.title" });
mountTheme(element("theme"));
mountAddress(element("theme"));
if (query.has("embed")) teachers?.embed();
if (!document.documentElement.dataset.cannot) await open();
if (!query.has("embed")) keepOffline();
