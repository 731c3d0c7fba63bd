/* What the page knows, each thing once, and the only way between its parts: they read `state`, they ask for changes
   here, and they hear of them. What the worker tells comes in by hear(). */
import { onLanguage, t } from "../i18n/i18n.js";
import { UNDER_TEST } from "../pictures/names.js";
import { Costs } from "./train/costs.js";

/**
 * @typedef {object} Shown the neuron of layer 1 whose weights are shown large, while there is a network
 * @property {number} unit its number, from 0
 * @property {Float32Array | null} w its weights
 * @property {Float32Array | null} picture what is drawn of it: its weights, or what they have gained
 * @property {boolean} learned the picture is what they have gained since the start
 *
 * @typedef {object} State
 * @property {any} data the last 'data' event, its names in the reader's language @property {any} train the last 'train' event
 * @property {any} settings in force @property {number | null} selected id of the picture whose numbers are shown;
 *   UNDER_TEST: the one under test, which is no example
 * @property {{row: number, column: number} | null} pixel under the cursor of the weights
 * @property {string} channel of the weights that is drawn: "sum", "0", "1", "2"
 * @property {Shown | null} shown set by the part that draws the network, once that is there
 * @property {boolean} settingsOpen the panel with more settings
 * @property {boolean} logJ the chart's scale of J
 * @property {ReturnType<typeof import("./runs/pale.js").paleCurves> | null} pale curves of other runs in the chart
 * @property {Costs | null} replaced those of the run that was replaced last
 */

export class Store {
  /** @type {State} */
  state = {
    data: null,
    train: null,
    settings: null,
    selected: null,
    pixel: null,
    channel: "sum",
    shown: null,
    settingsOpen: false,
    logJ: false,
    pale: null,
    replaced: null,
  };
  costs = new Costs();
  /** The worker's commands. @type {any} */
  session = null;
  /** @type {Map<string, Set<(event: any) => void>>} */
  #listeners = new Map();

  constructor() {
    onLanguage(() => this.state.data && nameClasses(this.state.data));
  }

  /** Calls fn(event) after each event of the worker, and after "selected", "shown" and what else parts tell. */
  on(/** @type {string} */ type, /** @type {(event: any) => void} */ fn) {
    if (!this.#listeners.has(type)) this.#listeners.set(type, new Set());
    this.#listeners.get(type)?.add(fn);
  }

  /** Tells those who listen; "changed" comes after everything. @param {string} type @param {any} [event] */
  tell(type, event) {
    for (const name of [type, "changed"]) for (const fn of this.#listeners.get(name) ?? []) fn(event);
  }

  /** Takes an event of the worker. @param {any} event */
  hear(event) {
    const train = event.type === "train" ? event : event.train; // of data: what was trained on others is gone
    if (train) this.#takeTrain(train);
    if (event.type === "data") this.#takeData(event);
    this.tell(event.type, event);
    if (train && train !== event) this.tell("train", train);
  }

  #takeData(data) {
    nameClasses(data);
    this.state.data = data;
    this.state.settings = data.settings;
    this.#keepSelection(data);
  }

  #takeTrain(train) {
    this.costs.add(train);
    if (train.live && this.state.settings) this.state.settings.alpha = train.alpha; // as it is tried
    // Before the first iteration ŷ is one half for every picture: nothing is right or wrong yet.
    if (train.iteration === 0 && !train.network) Object.assign(train, { accuracy: NaN, testAccuracy: NaN });
    const before = this.state.train;
    this.state.train = { ...train, w: train.network ? null : (train.w ?? lastWeights(before, train)) };
    if (!train.network) this.state.shown = null;
  }

  /** Something is always selected: when the picture has gone, the first training picture of class 1. */
  #keepSelection({ id, y, test }) {
    const { selected } = this.state;
    if (selected === UNDER_TEST || (selected !== null && id.includes(selected))) return;
    const index = id.findIndex((_, i) => y[i] === 1 && !test[i]);
    this.select(id.length ? id[Math.max(0, index)] : null);
  }

  /** Chooses the picture whose numbers are shown. @param {number | null} id */
  select(id) {
    this.state.selected = id;
    this.tell("selected", id);
    return this.session.select(id);
  }

  /** Changes settings of the training. @param {Record<string, any>} settings */
  async change(settings) {
    Object.assign(this.state.settings, settings);
    this.tell("settings", settings);
    await this.session.change(settings);
  }

  /** Changes what only the page knows. @param {Partial<Pick<State, "pixel" | "channel" | "shown" | "settingsOpen" | "logJ" | "pale" | "replaced">>} change */
  set(change) {
    Object.assign(this.state, change);
    for (const [name, value] of Object.entries(change)) this.tell(name, value);
  }

  /** Names of class 0 and class 1 in the reader's language; before there are pictures, those of the drawn ones. */
  get names() {
    return this.state.data?.names ?? [0, 1].map((y) => t(`class${y}.drawn`));
  }

  /** The weights whose numbers are read, pixel by pixel: the neuron's, or those of the neuron shown. */
  get weights() {
    return this.state.train?.network ? (this.state.shown?.w ?? null) : (this.state.train?.w ?? null);
  }
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
