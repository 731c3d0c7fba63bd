// What the page is told of a training: the 'train' and 'evaluation' events. Everything in an event belongs
// to one state t.

/** @typedef {import('./learned.js').Learner} Learner */
/** @typedef {{id: number, y: number | null, x: Uint8Array}} Selected the picture whose numbers are shown; y null: not known */

/** There is nothing to train yet: a class is empty, or the Gram matrix is being made.
 *  @param {{running: boolean, preparing: {done: number, total: number} | null, n_px: number, settings: import('./settings.js').Settings}} how */
export function emptyReport({ running, preparing, n_px, settings }) {
  const { alpha, iterations, engine } = settings;
  return {
    type: "train",
    running,
    iteration: 0,
    end: 0,
    iterations,
    from: 0,
    costs: new Float64Array(0),
    testCosts: new Float64Array(0),
    cost: NaN,
    testCost: NaN,
    accuracy: NaN,
    testAccuracy: NaN,
    rate: 0,
    madds: 0,
    spentMs: 0,
    engine: null,
    engineAuto: engine === "auto",
    choice: null,
    alpha,
    w: null,
    b: 0,
    n_px,
    selected: null,
    probe: null,
    preparing,
    network: null,
    finished: false,
  };
}

/**
 * The current state of lr, evaluated, with the costs of states from .. end: what lies ahead is seen where nobody has it yet.
 * @param {Learner} lr
 * @param {{from: number, settings: import('./settings.js').Settings, selected: Selected | null, probe: {x: Uint8Array} | null}} what
 */
export function stateReport(lr, { from, settings, selected, probe }) {
  const t = lr.iteration;
  const [cost] = lr.costs(t, t + 1);
  const [testCost] = lr.testCosts(t, t + 1);
  return {
    type: "train",
    iteration: t,
    end: lr.end,
    iterations: settings.iterations,
    from,
    costs: lr.costs(from, Math.max(from, lr.end + 1)),
    testCosts: lr.testCosts(from, Math.max(from, lr.end + 1)),
    cost,
    testCost,
    accuracy: lr.accuracy("train"),
    testAccuracy: lr.accuracy("test"),
    madds: lr.madds,
    engine: lr.engine,
    engineAuto: settings.engine === "auto",
    alpha: settings.alpha,
    b: lr.b,
    n_px: /** @type {import('../core/dataset.js').Dataset} */ (lr.dataset).n_px,
    selected: selected && selectedReport(lr, selected),
    probe: probe && lr.predict(probe.x),
    preparing: null,
    finished: t >= settings.iterations,
  };
}

/** @param {Learner} lr @param {Selected} selected */
function selectedReport(lr, { id, y, x }) {
  const answer = lr.predict(x, y ?? 0);
  return { ...answer, loss: y === null ? NaN : answer.loss, id, y };
}

/** a and loss of every example, and the accuracies that they make. @param {Learner} lr
 *  @param {import('../pictures/pictures.js').Pictures} pictures */
export function evaluationReport(lr, pictures) {
  const bySlot = new Map(pictures.all().map((picture) => [pictures.slot(picture), picture.id]));
  return {
    type: "evaluation",
    accuracy: lr.accuracy("train"),
    testAccuracy: lr.accuracy("test"),
    id: Uint32Array.from(lr.slots(), (slot) => /** @type {number} */ (bySlot.get(slot))),
    a: Float32Array.from(lr.a()),
    loss: Float32Array.from(lr.losses()),
  };
}
