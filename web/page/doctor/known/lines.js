// The course's training, and the lines of NumPy that it is made of.

/** @param {{alpha: number, m: number}} how */
const course = ({ alpha, m }) => ({ rateW: alpha / m, rateB: alpha / m, cost: 1 / m });

/** The course's, but for what is given.
 *  @param {(how: import('../mistakes.js').Given) => Partial<import('../../../core/doctor.js').How>} [but] */
export const but = (but) => (/** @type {import('../mistakes.js').Given} */ how) => ({
  ...course(how),
  ...but?.(how),
});

export const SIGMOID = "s = 1 / (1 + np.exp(-z))";
export const SCALE = "train_set_x = train_set_x_flatten / 255.";
export const DW = "dw = np.dot(X, (A - Y).T) / m";
export const DB = "db = np.sum(A - Y) / m";
export const COST = "cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m";
export const SUM = "cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))";
export const W = "w = w - learning_rate * dw";
export const B = "b = b - learning_rate * db";
export const ZEROS = "w = np.zeros((dim, 1))";
export const M = "m = X.shape[1]";
export const FLATTEN = "train_set_x_flatten = train_set_x_orig.reshape(train_set_x_orig.shape[0], -1).T";
export const SQUARED = "dz = (A - Y) * A * (1 - A)";
export const FORWARD = "A = sigmoid(np.dot(w.T, X) + b)";
