/** All costs as CSV text; a cost that is not known yet is an empty cell.
 *  @param {{train: ArrayLike<number>, test: ArrayLike<number>}} costs */
export function csvOf({ train, test }) {
  const cell = (/** @type {number} */ x) => (Number.isFinite(x) ? String(x) : "");
  const lines = ["iteration,cost_train,cost_test"];
  for (let i = 0; i < train.length; i++) lines.push(`${i},${cell(train[i])},${cell(test[i])}`);
  return `${lines.join("\n")}\n`;
}
