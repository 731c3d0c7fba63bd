// The trainings that are tried: the course's own, and the mistakes that learners make in it. Each is one that C can run
// (c/doctor/doctor.h), with the line of NumPy where it is made: wrong as printed by such a program, and right.
import { COSTS } from "./known/costs.js";
import { COST, SCALE, ZEROS, but } from "./known/lines.js";
import { MEANS } from "./known/means.js";
import { PICTURES } from "./known/pictures.js";
import { STEPS } from "./known/steps.js";

/**
 * @typedef {{alpha: number, m: number, n_x: number, n_px: number, m_test: number}} Given
 *
 * @typedef {object} Program
 * @property {string} id doctor.<id> is its name, doctor.<id>.says what it does
 * @property {string} [data] the pictures, one of the sets of run.js; without: train @property {string} [needs] another of them
 * @property {string} [x] what X is (X_KINDS); without: / 255
 * @property {"ones"} [start] w before the first iteration; without: 0 @property {Float64Array} [w0] or these
 * @property {number} [shift] the number printed for state t is J of state t + shift
 * @property {(how: Given) => import('../../core/doctor.js').How} how
 * @property {Program} [also] another mistake beside
 * @property {string[]} wrong lines @property {string[]} right lines
 */

/** @type {Program} */
export const RIGHT = { id: "right", how: but(), wrong: [], right: [] };

/** The course's training as well, with J from z: where a is 0 or 1 to the last bit, that is another number, and a finite one.
 *  @type {Program} */
const FROM_Z = { ...RIGHT, how: but(() => ({ loss: "from z" })) };

export const RIGHTS = [RIGHT, FROM_Z];

/** The mistakes, likelier ones first. Those with the same id are the same mistake in another form. @type {Program[]} */
export const MISTAKES = [...PICTURES, ...MEANS, ...STEPS, ...COSTS];

/** What is told apart otherwise than by running it as it is: by b and w, by rounding, by its first number. */
export const OTHERS = {
  swapped: {
    wrong: ["train_set_y = 1 - train_set_y"],
    right: ["train_set_y = train_set_y_orig.reshape(1, -1)"],
  },
  epsilon: {
    wrong: ["cost = -np.sum(Y * np.log(A + 1e-8) + (1 - Y) * np.log(1 - A + 1e-8)) / m"],
    right: [COST],
  },
  float32: { wrong: ["train_set_x = train_set_x_flatten.astype(np.float32) / 255."], right: [SCALE] },
  random: { wrong: ["w = np.random.randn(dim, 1) * 0.01"], right: [ZEROS] },
};

/** How many mistakes there are to find. */
export const KNOWN = new Set([...MISTAKES.map(({ id }) => id), ...Object.keys(OTHERS)]).size;
