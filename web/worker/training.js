// The training loop of the worker: makes what training needs (Gram matrix, logreg), runs it in short calls
// at the speed asked for, and tells the page where it stands at most once a frame. C does the mathematics;
// this file only paces it, and everything it tells belongs to one state t.

import { chooseEngine } from "./engine.js";

const CALL_MS = 4; // a call into C: short, so that pause and speed take effect at once
const FRAME_MS = 16;
const EVALUATION_MS = 250;
const WEIGHTS_SHARE = 0.2; // of the time, at most, for making w while running
const RATE_MS = 500; // iterations a second are measured over this long

export class Training {
  settings = { alpha: 0.005, iterations: 2000, speed: 60, engine: "auto" };
  running = false;
  /** Set while pictures are being added: nothing is prepared in between. */
  held = 0;
  /** @type {{id: number, y: number, x: Uint8Array} | null} */
  selected = null;
  /** @type {{x: Uint8Array} | null} */
  probe = null;

  /** @type {import('../core.js').Logreg | null} */
  #lr = null;
  #engine = "gram";
  #why = "";
  #looping = false;
  #again = false;
  #madds = 2e6; // of one call; grows and shrinks towards CALL_MS
  #sent = 0; // costs of states 0 .. #sent - 1 are with the page
  #stepping = 0;
  #credit = 0; // iterations that the speed allows by now
  #clock = 0; // when credit was last counted
  #spentMs = 0;
  #last = { frame: 0, evaluation: 0, weights: 0, weightsMs: 0 };
  #rate = { since: 0, done: 0, value: 0 };

  /**
   * @param {import('./pictures.js').Pictures} pictures
   * @param {(event: any, transfer?: Transferable[]) => void} emit
   * @param {() => number} now milliseconds
   */
  constructor(pictures, emit, now = () => performance.now()) {
    this.pictures = pictures;
    this.emit = emit;
    this.now = now;
  }

  /** The data or the engine change: what was trained is gone. Call before changing the dataset. */
  drop() {
    this.#lr?.free();
    this.#lr = null;
    this.#sent = 0;
    this.#spentMs = 0;
    this.#stepping = 0;
  }

  play() {
    this.running = true;
    this.#startClock();
    this.wake();
  }

  pause() {
    this.running = false;
    this.wake(true);
  }

  step() {
    this.running = false;
    this.#stepping++;
    this.wake();
  }

  reset() {
    this.running = false;
    this.#lr?.reset();
    this.#sent = 0;
    this.#spentMs = 0;
    this.wake(true);
  }

  /** @param {number} t */
  seek(t) {
    if (!this.#lr) return;
    this.#lr.seek(Math.min(Math.max(0, Math.round(t)), this.#lr.end));
    this.running = false;
    this.wake(true);
  }

  /** Something changed that the page should see, or there is work. @param {boolean} [tell] */
  wake(tell = true) {
    if (tell) this.#last.frame = -Infinity;
    this.#again = true;
    if (!this.#looping) this.#loop();
  }

  async #loop() {
    this.#looping = true;
    try {
      while (this.#again) {
        this.#again = false;
        while (await this.#work()) await breathe();
      }
    } catch (error) {
      this.running = false;
      this.drop();
      const code = /** @type {any} */ (error).code === "memory" ? "memory" : "core-failed";
      this.emit({ type: "notice", code, detail: String(error) });
    } finally {
      this.#looping = false;
    }
  }

  /** A short piece of work. @returns {Promise<boolean>} whether there is more */
  async #work() {
    if (this.held > 0) return false;
    if (this.pictures.missing) {
      this.running = false;
      this.#stepping = 0;
      this.#tellNothing(null);
      return false;
    }
    if (!this.#lr && !this.#prepare()) return true;
    const done = this.#advance();
    if (done < 0) return true; // diverged: running is off, tell it
    const active = this.running || this.#stepping > 0;
    const due = this.now() - this.#last.frame >= FRAME_MS;
    if (due || !active) {
      if (!this.#evaluate()) return true;
      this.#tell(!active);
    }
    if (active && done === 0) await rest(this.#wait());
    return active;
  }

  /** Some of the Gram matrix, or the logreg. @returns {boolean} ready */
  #prepare() {
    const { dataset } = this.pictures;
    const count = this.pictures.count;
    const missing = dataset.gramMissing();
    const m = dataset.count("train", 0) + dataset.count("train", 1);
    const { engine, iterations } = this.settings;
    const job = { m, count, n_x: dataset.n_x, iterations, missing, gramBytes: dataset.trainingBytes("gram") };
    const choice = engine === "auto" ? chooseEngine(job) : { engine, why: "asked" };
    if (choice.engine === "gram" && missing > 0) {
      const started = this.now();
      let left = dataset.gramStep(1);
      while (left > 0 && this.now() - started < CALL_MS) left = dataset.gramStep(1);
      this.#spentMs += this.now() - started;
      if (this.now() - this.#last.frame >= FRAME_MS * 4) {
        this.#last.frame = this.now();
        this.#tellNothing({ done: count - left, total: count });
      }
      return false;
    }
    const started = this.now();
    this.#lr = dataset.createLogreg(choice.engine);
    this.#spentMs += this.now() - started;
    this.#engine = choice.engine;
    this.#why = choice.why;
    this.#last.frame = -Infinity;
    this.#startClock();
    return true;
  }

  #startClock() {
    this.#clock = this.now();
    this.#credit = 1; // the first iteration comes at once
    this.#rate = { since: this.now(), done: 0, value: 0 };
  }

  /** Iterations that may be run now. */
  #allowed() {
    const lr = /** @type {import('../core.js').Logreg} */ (this.#lr);
    const left = Math.max(0, this.settings.iterations - lr.iteration);
    if (this.#stepping > 0) return this.#stepping;
    if (!this.running) return 0;
    if (left === 0) {
      this.running = false;
      return 0;
    }
    const { speed } = this.settings;
    if (!Number.isFinite(speed)) return left;
    const t = this.now();
    this.#credit += ((t - this.#clock) / 1000) * speed;
    this.#clock = t;
    // Never more than a quarter of a second in arrears: after a pause of the machine no burst.
    this.#credit = Math.min(this.#credit, Math.max(1, speed / 4));
    return Math.min(left, Math.floor(this.#credit));
  }

  /** Milliseconds until the speed allows the next iteration, but never long: commands wait. */
  #wait() {
    const { speed } = this.settings;
    return Number.isFinite(speed) ? Math.min(((1 - this.#credit) / speed) * 1000, 50) : 0;
  }

  /** Runs iterations for about CALL_MS. @returns {number} how many, -1 when the numbers left float range */
  #advance() {
    const lr = /** @type {import('../core.js').Logreg} */ (this.#lr);
    const allowed = this.#allowed();
    if (allowed === 0) return 0;
    if (lr.iteration < lr.end) this.#sent = Math.min(this.#sent, lr.iteration + 1);
    const started = this.now();
    let done = 0;
    try {
      done = lr.train(this.settings.alpha, allowed, this.#madds);
    } catch (error) {
      this.#failed(error);
      return -1;
    }
    const ms = this.now() - started;
    this.#spentMs += ms;
    this.#madds = Math.min(
      1e10,
      Math.max(1e5, this.#madds * (ms < CALL_MS / 2 ? 1.5 : ms > CALL_MS ? 0.7 : 1)),
    );
    if (this.#stepping > 0) this.#stepping -= done;
    else if (Number.isFinite(this.settings.speed)) this.#credit -= done;
    this.#rate.done += done;
    return done === 0 ? 1 : done; // 1: an iteration is under way, do not wait
  }

  /** @param {any} error */
  #failed(error) {
    const lr = /** @type {import('../core.js').Logreg} */ (this.#lr);
    this.running = false;
    this.#stepping = 0;
    if (error.code === "end") return;
    if (error.code !== "diverged") throw error;
    const costs = lr.costs(0, lr.iteration);
    let back = 0;
    costs.forEach((cost, t) => {
      if (cost < costs[back]) back = t;
    });
    const { alpha } = this.settings;
    this.emit({
      type: "notice",
      code: "diverged",
      iteration: lr.iteration,
      alpha,
      back,
      suggested: alpha / 3,
    });
  }

  /** Completes the numbers of the current state. @returns {boolean} done */
  #evaluate() {
    const lr = /** @type {import('../core.js').Logreg} */ (this.#lr);
    const started = this.now();
    const complete = lr.evaluate(this.#madds);
    this.#spentMs += this.now() - started;
    return complete;
  }

  /** There is nothing to train yet: a class is empty, or the Gram matrix is being made.
   *  @param {{done: number, total: number} | null} preparing */
  #tellNothing(preparing) {
    const { alpha, iterations } = this.settings;
    const none = {
      cost: NaN,
      testCost: NaN,
      accuracy: NaN,
      testAccuracy: NaN,
      b: 0,
      w: null,
      rate: 0,
      madds: 0,
    };
    const engine = { engine: null, engineAuto: this.settings.engine === "auto", engineWhy: "" };
    const place = {
      iteration: 0,
      end: 0,
      iterations,
      from: 0,
      costs: new Float64Array(0),
      testCosts: new Float64Array(0),
    };
    this.emit({
      type: "train",
      running: this.running,
      ...place,
      ...none,
      ...engine,
      alpha,
      n_px: this.pictures.n_px,
      selected: null,
      probe: null,
      preparing,
      finished: false,
      spentMs: 0,
    });
  }

  /** The state t, to the page. @param {boolean} atRest */
  #tell(atRest) {
    const lr = /** @type {import('../core.js').Logreg} */ (this.#lr);
    const t = lr.iteration;
    const [cost] = lr.costs(t, t + 1);
    const [testCost] = lr.testCosts(t, t + 1);
    const from = this.#sent;
    this.#sent = Math.max(from, t + 1); // after a rewind nothing new: what lay ahead stays on the chart
    const costs = lr.costs(from, this.#sent);
    const testCosts = lr.testCosts(from, this.#sent);
    const w = this.#weights(lr, atRest);
    this.#last.frame = this.now();
    this.emit(
      {
        type: "train",
        running: this.running,
        iteration: t,
        end: lr.end,
        iterations: this.settings.iterations,
        from,
        costs,
        testCosts,
        cost,
        testCost,
        accuracy: lr.accuracy("train"),
        testAccuracy: lr.accuracy("test"),
        rate: this.#measureRate(),
        madds: lr.madds,
        spentMs: this.#spentMs,
        engine: this.#engine,
        engineAuto: this.settings.engine === "auto",
        engineWhy: this.#why,
        alpha: this.settings.alpha,
        w,
        b: lr.b,
        n_px: this.pictures.n_px,
        selected: this.selected && { ...lr.predict(this.selected.x, this.selected.y), ...this.#named() },
        probe: this.probe && lr.predict(this.probe.x),
        preparing: null,
        finished: t >= this.settings.iterations,
      },
      [costs.buffer, testCosts.buffer, ...(w ? [w.buffer] : [])],
    );
    if (atRest || this.now() - this.#last.evaluation >= EVALUATION_MS) this.#tellEvaluation(lr);
  }

  #named() {
    const { id, y } = /** @type {NonNullable<Training['selected']>} */ (this.selected);
    return { id, y };
  }

  /** w as float32, or null while running when making it would take too much of the time.
   *  @param {import('../core.js').Logreg} lr @param {boolean} atRest */
  #weights(lr, atRest) {
    const started = this.now();
    if (!atRest && started - this.#last.weights < this.#last.weightsMs / WEIGHTS_SHARE) return null;
    const w = lr.w32();
    this.#last.weights = this.now();
    this.#last.weightsMs = this.#last.weights - started;
    return w;
  }

  /** @param {import('../core.js').Logreg} lr */
  #tellEvaluation(lr) {
    this.#last.evaluation = this.now();
    const bySlot = new Map(this.pictures.all().map(({ id, slot }) => [slot, id]));
    const id = Uint32Array.from(lr.slots(), (slot) => /** @type {number} */ (bySlot.get(slot)));
    const a = Float32Array.from(lr.a());
    const loss = Float32Array.from(lr.losses());
    this.emit({ type: "evaluation", id, a, loss }, [id.buffer, a.buffer, loss.buffer]);
  }

  #measureRate() {
    const ms = this.now() - this.#rate.since;
    if (ms >= RATE_MS || this.#rate.value === 0)
      this.#rate.value = ms > 0 ? (this.#rate.done * 1000) / ms : 0;
    if (ms >= RATE_MS) this.#rate = { since: this.now(), done: 0, value: this.#rate.value };
    return this.#rate.value;
  }
}

const channel = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();
/** @type {any} */ (channel.port1).unref?.();

/** Lets messages in. setTimeout(0) would take 4 ms. @returns {Promise<void>} */
function breathe() {
  return new Promise((resolve) => {
    waiting.push(resolve);
    /** @type {any} */ (channel.port1).ref?.();
    channel.port2.postMessage(null);
  }).then(() => /** @type {any} */ (channel.port1).unref?.());
}

/** @param {number} ms @returns {Promise<void>} */
const rest = (ms) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve());
