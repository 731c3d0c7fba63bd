// What JavaScript repeats of the headers in c/: limits, and lists in the order of C's numbers. After "C:" stands what each
// is there, here and in the other files of this folder: tests/unit/core/limits.test.js compares. No wasm is needed for it.

/** Examples a dataset can hold. */
export const CAPACITY = 10000; // C: DATASET_CAPACITY
/** Examples the Gram matrix can have. */
export const GRAM_MAX = 4096; // C: GRAM_MAX_SLOTS
/** The key of an example that no split decides about. */
export const KEY_APART = 4294967295; // C: DATASET_KEY_APART
export const PARTS = ["train", "test"]; // C: PART_TRAIN, PART_TEST; PART_NONE is no part

/** Sides of a picture that comes, and of one made small. */
export const MAX_SIDE = 65535; // C: PIXELS_MAX_SIDE
export const MIN_PX = 8; // C: DRAWN_MIN_PX
export const MAX_PX = 128; // C: PIXELS_MAX_PX = DATASET_MAX_PX = DRAWN_MAX_PX
export const FITS = ["crop", "fit"]; // C: PIXELS_CROP, PIXELS_FIT

export const ENGINES = ["loop", "vectorized", "gram"]; // C: ENGINE_LOOP, ENGINE_VECTORIZED, ENGINE_GRAM
export const MAX_ITERATIONS = 1000000; // C: LEARNER_MAX_ITERATIONS

/** Trials that run side by side, and what each has to say in the end. */
export const LANES = 8; // C: TRIALS_MAX_LANES
export const TRIAL_RESULTS = ["cost", "accuracy", "testCost", "testAccuracy", "b"]; // C: TRIAL_COST, TRIAL_ACCURACY, TRIAL_TEST_COST, TRIAL_TEST_ACCURACY, TRIAL_B; TRIAL_RESULTS is how many

/** Hidden layers of a network, neurons of each, and numbers in the x of a table. */
export const MAX_HIDDEN = 3; // C: NETWORK_MAX_HIDDEN
export const MAX_UNITS = 256; // C: NETWORK_MAX_UNITS
export const MAX_TABLE = 1 << 22; // C: NETWORK_MAX_TABLE
export const ACTIVATIONS = ["linear", "relu", "sigmoid"]; // C: ACTIVATION_LINEAR, ACTIVATION_RELU, ACTIVATION_SIGMOID

/** Whether these are sizes of hidden layers that C takes. @param {any} hidden @returns {hidden is number[]} */
export const validHidden = (hidden) =>
  Array.isArray(hidden) &&
  hidden.length <= MAX_HIDDEN &&
  hidden.every((n) => Number.isInteger(n) && n >= 1 && n <= MAX_UNITS);
