// The truth for sigma and softplus: BigInt fixed point, good to about 37 digits whatever the size of the
// result. A positive number is {m, k}, meaning m * 2^-(P + k): a mantissa m with P bits behind the point,
// and its own exponent, so e^-700 is as exact as e^-0.1.

const P = 128n; // bits behind the point
const ONE = 1n << P;
const GUARD = 24n; // more bits for n * ln2, n up to 1100
const BITS = new DataView(new ArrayBuffer(8));

/** The parts of a finite double: x = sign * mantissa * 2^exponent. @param {number} x */
export function parts(x) {
  BITS.setFloat64(0, x);
  const bits = BITS.getBigUint64(0);
  const biased = Number((bits >> 52n) & 2047n);
  const fraction = bits & ((1n << 52n) - 1n);
  return {
    sign: bits >> 63n ? -1n : 1n,
    mantissa: biased ? fraction | (1n << 52n) : fraction,
    exponent: Math.max(biased, 1) - 1075,
  };
}

/** 2 atanh(s) / s for s^2 given in fixed point. */
function atanhSeries(s2, bits) {
  let sum = 0n;
  for (let power = 2n << bits, k = 1n; power; power = (power * s2) >> bits, k += 2n) sum += power / k;
  return sum;
}

// ln 2 = 2 atanh(1/3)
const LN2 = atanhSeries((1n << (P + GUARD)) / 9n, P + GUARD) / 3n;

const shift = (m, by) => (by >= 0 ? m << BigInt(by) : m >> BigInt(-by));

/** e^-t for t >= 0, finite. @param {number} t */
function expMinus(t) {
  if (t > 1100) t = 1100; // e^-1100 rounds to 0 as surely
  const n = Math.round(t / Math.LN2);
  const { mantissa, exponent } = parts(t);
  const r = (BigInt(n) * LN2 - shift(mantissa, exponent + Number(P + GUARD))) >> GUARD;
  let sum = 0n;
  for (let term = ONE, k = 1n; term; term = ((term * r) >> P) / k++) sum += term;
  return { m: sum, k: n };
}

/** sigma(z) for finite z. @param {number} z */
export function sigma(z) {
  const e = expMinus(Math.abs(z));
  const d = ONE + (e.m >> BigInt(e.k));
  return z >= 0 ? { m: (ONE << P) / d, k: 0 } : { m: (e.m << P) / d, k: e.k };
}

/** log(1 + e^-|z|) for finite z: with s = e / (2 + e) it is 2 atanh(s) = e (2 atanh(s) / s) / (2 + e). */
export function softplus(z) {
  const e = expMinus(Math.abs(z));
  const d = 2n * ONE + (e.m >> BigInt(e.k));
  const s = ((e.m >> BigInt(e.k)) << P) / d;
  return { m: (e.m * atanhSeries((s * s) >> P, P)) / d, k: e.k };
}

/** a + x y, for x, y >= 0 finite. */
export function plusProduct(a, x, y) {
  const [p, q] = [parts(x), parts(y)];
  const by = p.exponent + q.exponent + Number(P) + a.k;
  if (p.mantissa * q.mantissa === 0n) return a;
  return { m: a.m + shift(p.mantissa * q.mantissa, by), k: a.k };
}

/**
 * How far `x` lies from the true value, in units of the last place that a number of this format and of
 * the true value's size has.
 * @param {number} x @param {{m: bigint, k: number}} truth
 * @param {{digits: number, least: number}} format of F64 or F32
 */
export function ulps(x, truth, format) {
  if (!Number.isFinite(x)) return Infinity;
  const top = truth.m.toString(2).length - 1 - Number(P) - truth.k; // 2^top <= truth < 2^(top + 1)
  const ulp = Math.max(top - format.digits + 1, format.least);
  const { sign, mantissa, exponent } = parts(x);
  const extra = 40; // bits kept below an ulp
  const error =
    sign * shift(mantissa, exponent - ulp + extra) - shift(truth.m, -Number(P) - truth.k - ulp + extra);
  return Math.abs(Number(error)) / 2 ** extra;
}

export const F64 = { digits: 53, least: -1074 };
export const F32 = { digits: 24, least: -149 };
