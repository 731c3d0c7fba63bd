/**
 * Round numbers from min to max, about `wanted` of them.
 * @param {number} min @param {number} max @param {number} wanted
 * @returns {{values: number[], step: number}}
 */
export function niceTicks(min, max, wanted) {
  const rough = (max - min) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((k) => k * power).find((s) => s >= rough * 0.999) ?? 10 * power;
  const values = [];
  for (let k = Math.ceil(min / step - 1e-9); k * step <= max + step * 1e-9; k++)
    values.push(k === 0 ? 0 : k * step);
  return { values, step };
}
