// Single changes, each of which a test has to notice: the first of them were once not noticed. `find` stands once in the
// file, whatever its surroundings; tests/unit/mutants holds the list to that, so that it moves with the code. A test of
// what the reader or the caller sees, not of the line.

/**
 * @typedef {object} Mutant
 * @property {string} name what is wrong then
 * @property {string} file
 * @property {string} find what stands there @property {string} replace what stands there instead
 * @property {string[]} tests in tests/: one of them fails
 */

const NATIVE = "native/native.test.js";
const TEST_SET = "browser/page/test-set.test.js";
const TOLD = "unit/training/session-told.test.js";

/** Of the page and the worker. @type {Mutant[]} */
const PAGE = [
  {
    name: "a link's settings are taken as they are",
    file: "web/link/settings.js",
    find: "validSettings(Object.fromEntries(read))",
    replace: "Object.fromEntries(read)",
    tests: ["unit/link/settings.test.js"],
  },
  {
    name: "a link deletes what own pictures taught",
    file: "web/training/learned.js",
    find: "if (!linked) this.drop();",
    replace: "this.drop();",
    tests: ["unit/training/session-link.test.js"],
  },
  {
    name: "the training set's costs are told as the test set's",
    file: "web/training/report.js",
    find: "testCosts: lr.testCosts(from,",
    replace: "testCosts: lr.costs(from,",
    tests: [TOLD],
  },
  {
    name: "accuracies are told of the other set",
    file: "web/training/report.js",
    find: 'testAccuracy: lr.accuracy("test"),\n    madds',
    replace: 'testAccuracy: lr.accuracy("train"),\n    madds',
    tests: [TOLD],
  },
  {
    name: "the accuracies that come with the answers are of the other set",
    file: "web/training/report.js",
    find: 'testAccuracy: lr.accuracy("test"),\n    id',
    replace: 'testAccuracy: lr.accuracy("train"),\n    id',
    tests: [TOLD],
  },
  {
    name: "the answers of an evaluation are said to be of neighbours",
    file: "web/training/report.js",
    find: "/** @type {number} */ (bySlot.get(slot))",
    replace: "(bySlot.get(lr.slots()[0]) ?? 0) + slot",
    tests: [TOLD],
  },
  {
    name: "after going back, weights that were told are not told again",
    file: "web/training/training.js",
    find: "this.#telling.network?.renew();",
    replace: "",
    tests: [TOLD],
  },
  {
    name: "single iterations asked for outlive a pause",
    file: "web/training/advance.js",
    find: "this.#hurried = false;\n    this.#steps = 0;",
    replace: "this.#hurried = false;",
    tests: [TOLD],
  },
  {
    name: "a gap in the costs is filled with nothing",
    file: "web/page/train/costs.js",
    find: "if (from > this.#train.length) return;",
    replace: "",
    tests: ["unit/page/costs.test.js"],
  },
  {
    name: "the training set's cost is shown as the test set's",
    file: "web/page/train/chart.js",
    find: 'write("test-cost", fixed(train.testCost, 4))',
    replace: 'write("test-cost", fixed(train.cost, 4))',
    tests: [TEST_SET],
  },
  {
    name: "the two curves are swapped",
    file: "web/page/train/chart.js",
    find: "const [xs, trained, test] = decimate(",
    replace: "const [xs, test, trained] = decimate(",
    tests: [TEST_SET],
  },
  {
    name: "the two costs under the pointer are swapped",
    file: "web/page/train/chart.js",
    find: "const test = costs.test[iteration];",
    replace: "const test = costs.train[iteration];",
    tests: [TEST_SET],
  },
  {
    name: "the accuracies of Right and wrong are swapped",
    file: "web/page/test/verdict.js",
    find: "[train, test].forEach(",
    replace: "[test, train].forEach(",
    tests: [TEST_SET],
  },
  {
    name: "the table of Right and wrong counts the other set",
    file: "web/page/test/verdict.js",
    find: 'const wanted = this.#part === "test";',
    replace: 'const wanted = this.#part !== "test";',
    tests: [TEST_SET],
  },
  {
    name: "the filter for the test set shows the training set",
    file: "web/page/data/head.js",
    find: "test: (example) => example.test,",
    replace: "test: (example) => !example.test,",
    tests: [TEST_SET],
  },
  {
    name: "the test set is called the training set",
    file: "web/page/pictures/words.en.js",
    find: '"part.train.set": "Training set",\n  "part.test.set": "Test set",',
    replace: '"part.train.set": "Test set",\n  "part.test.set": "Training set",',
    tests: [TEST_SET],
  },
  {
    name: "the test set is called the training set in Chinese",
    file: "web/page/pictures/words.zh.js",
    find: '"part.train.set": "训练集",\n  "part.test.set": "测试集",',
    replace: '"part.train.set": "测试集",\n  "part.test.set": "训练集",',
    tests: [TEST_SET],
  },
  {
    name: "the filters' names are swapped",
    file: "web/page/data/words.en.js",
    find: '"view.filter.train": "training set",\n  "view.filter.test": "test set",',
    replace: '"view.filter.train": "test set",\n  "view.filter.test": "training set",',
    tests: [TEST_SET],
  },
];

const VECTORIZED = "c/learn/neuron/logreg_vectorized.c";
const LEARNER = "c/learn/learner.c";

/** Of the core. @type {Mutant[]} */
const CORE = [
  {
    name: "a trial counts a picture once, however often it is chosen",
    file: "c/trial/trial.c",
    find: "times[rows[i] * LANES] += 1.0;",
    replace: "times[rows[i] * LANES] = 1.0;",
    tests: ["unit/core/trials.test.js"],
  },
  {
    name: "a trial is tested on what it was trained on",
    file: "c/trial/trial_pass.c",
    find: "measure(t, l, PART_TEST, &found[TRIAL_TEST_COST]);",
    replace: "measure(t, l, PART_TRAIN, &found[TRIAL_TEST_COST]);",
    tests: ["unit/core/trials.test.js"],
  },
  {
    name: "against the average, nothing is said of what the average itself adds",
    file: "c/why/ledger.c",
    find: "if (base) add(&all[2], w[j] * base[j] / 255.0);",
    replace: "",
    tests: ["unit/core/why.test.js"],
  },
  {
    name: "test pictures that are bytes are learned from",
    file: VECTORIZED,
    find: "if (i < lr->base.m) axpy4_u8(",
    replace: "axpy4_u8(",
    tests: ["unit/core/test-set.test.js"],
  },
  {
    name: "the same, where memory is short",
    file: VECTORIZED,
    find: "if (i < lr->base.m) axpy4_u8(",
    replace: "axpy4_u8(",
    tests: [NATIVE],
  },
  {
    name: "test pictures that are floats are learned from",
    file: VECTORIZED,
    find: "if (i < lr->base.m) axpy4_f32(",
    replace: "axpy4_f32(",
    tests: ["unit/core/test-set.test.js"],
  },
  {
    name: "lanes without an example keep what was there",
    file: VECTORIZED,
    find: "for (int r = count; r < 4; r++) dz[r] = 0.0f;",
    replace: "",
    tests: [NATIVE],
  },
  {
    name: "an epoch that was begun elsewhere is gone on with",
    file: "c/learn/network/network_time.c",
    find: "nn->epoch_row = 0;",
    replace: "",
    tests: [NATIVE],
  },
  {
    name: "an iteration is remembered with an alpha that it was not made with",
    file: LEARNER,
    find: "descent_advance(time, used, l->state);",
    replace: "descent_advance(time, alpha, l->state);",
    tests: [NATIVE],
  },
  {
    name: "where training begins anew the past is that of before",
    file: "c/learn/descent.c",
    find: "    history_clear(&d->past);\n",
    replace: "",
    tests: ["unit/core/state.test.js"],
  },
  {
    name: "after a reset, or from the start again, the past is as coarse as before",
    file: "c/learn/history.c",
    find: "    if (h->kept == 0 || (h->kept == 1 && h->from == t)) h->stride = 1;",
    replace: "",
    tests: ["unit/core/logreg-time.test.js"],
  },
  {
    name: "a past for which there is no memory is written all the same",
    file: "c/learn/history.c",
    find: "        if (!h->blocks[h->made]) return;\n",
    replace: "",
    tests: [NATIVE],
  },
  {
    name: "iterations that cannot be done again are tried for ever",
    file: LEARNER,
    find: "if (made < 0) forget_ahead(l);",
    replace: "if (made < 0) return 0;",
    tests: ["unit/core/state.test.js"],
  },
  {
    name: "a step out of float range is made",
    file: "c/learn/neuron/logreg.c",
    find: "return lr->engine->finite(lr, lr->next) ? 1 : LEARNER_ERR_DIVERGED;",
    replace: "return 1;",
    tests: ["unit/core/logreg-time.test.js"],
  },
  {
    name: "a neuron that is out speaks of a single picture in layers 2 and 3",
    file: "c/learn/network/network_look.c",
    find: "        network_silence(nn, l, as[l], 1);\n",
    replace: "",
    tests: ["unit/core/network.test.js"],
  },
  {
    name: "an answer of one half is a yes",
    file: "c/learn/descent.c",
    find: "(a[i] > 0.5)",
    replace: "(a[i] >= 0.5)",
    tests: ["unit/core/logreg.test.js"],
  },
  {
    name: "what is no part is the test set",
    file: LEARNER,
    find: "    if (part != PART_TRAIN && part != PART_TEST) return NAN;\n",
    replace: "",
    tests: [NATIVE],
  },
  {
    name: "a table may have any size",
    file: "c/learn/network/network.c",
    find: "    if ((uint64_t)m * (uint64_t)n_x > NETWORK_MAX_TABLE) return NULL;\n",
    replace: "",
    tests: [NATIVE],
  },
  {
    name: "of equal keys the higher slots are for testing",
    file: "c/dataset.c",
    find: "return a->slot - b->slot;",
    replace: "return b->slot - a->slot;",
    tests: ["unit/core/dataset.test.js"],
  },
  {
    name: "equal keys come in any order",
    file: "c/dataset.c",
    find: "return a->slot - b->slot;",
    replace: "return 0;",
    tests: ["unit/core/dataset.test.js"],
  },
  {
    name: "a nudge is divided by what it should have been",
    file: "c/notes/graph.c",
    find: "/ (high - low);",
    replace: "/ (2.0 * eps);",
    tests: ["unit/core/graph.test.js"],
  },
  {
    name: "a column of the smallest numbers becomes NaN",
    file: "c/notes/unit.c",
    find: "isfinite(*sigma) && *sigma >= DBL_MIN",
    replace: "isfinite(*sigma)",
    tests: ["unit/core/refusals.test.js"],
  },
  {
    name: "sigma in float64 without its repair",
    file: "c/sigmoid.c",
    find: "v128_t lo = wasm_f64x2_mul(p, wasm_f64x2_sub(e.lo, wasm_f64x2_mul(q, d_lo)));",
    replace: "v128_t lo = wasm_f64x2_sub(d_lo, d_lo);",
    tests: ["unit/core/sigmoid.test.js"],
  },
  {
    name: "sigma in float32 without its repair",
    file: "c/sigmoid_f32.c",
    find: "v128_t lo = wasm_f32x4_mul(p, wasm_f32x4_sub(e.lo, wasm_f32x4_mul(q, d_lo)));",
    replace: "v128_t lo = wasm_f32x4_sub(d_lo, d_lo);",
    tests: ["unit/core/sigmoid.test.js"],
  },
];

const REFUSALS = ["unit/core/refusals.test.js"];

/** Of what JavaScript asks of the core. @type {Mutant[]} */
const WRAPPERS = [
  {
    name: "what was freed is read from address 0",
    file: "web/core/handle.js",
    find: "if (this.#address === 0) throw",
    replace: "if (this.#address < 0) throw",
    tests: REFUSALS,
  },
  {
    name: "numbers are cut and wrapped",
    file: "web/core/errors.js",
    find: "if (!Number.isInteger(value) || value < least || value > most)",
    replace: "if (Number.isNaN(least))",
    tests: REFUSALS,
  },
  {
    name: "an unknown word is number -1",
    file: "web/core/errors.js",
    find: "if (place < 0) throw",
    replace: "if (place < -1) throw",
    tests: REFUSALS,
  },
  {
    name: "without pictures memory is said to be short",
    file: "web/core/learner.js",
    find: 'if (dataset.count("train", 0) + dataset.count("train", 1) === 0)',
    replace: 'if (dataset.count("train", 0) + dataset.count("train", 1) < 0)',
    tests: REFUSALS,
  },
  {
    name: "the output's neuron is asked for how often it fires",
    file: "web/core/network.js",
    find: "this.#layer(layer, this.layers - 1)",
    replace: "this.#layer(layer)",
    tests: REFUSALS,
  },
  {
    name: "a picture is predicted by a network on a table",
    file: LEARNER,
    find: "    if (!l || !l->ds || !x || !out) return LEARNER_ERR_ARG;\n",
    replace: "",
    tests: REFUSALS,
  },
  {
    name: "a row is predicted by a network on pictures",
    file: "c/learn/network/network_look.c",
    find: "if (!network_of(base) || base->ds || !x || !out) return LEARNER_ERR_ARG;",
    replace: "if (!network_of(base) || !x || !out) return LEARNER_ERR_ARG;",
    tests: REFUSALS,
  },
];

export const MUTANTS = [...WRAPPERS, ...CORE, ...PAGE];
