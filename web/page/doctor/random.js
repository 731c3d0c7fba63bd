// NumPy's np.random.seed(seed) with np.random.rand(n), to the last bit, or np.random.randn(n), to that but for a logarithm: what
// learners start with instead of zeros, most of them from one of a few seeds.

const [N, M] = [624, 397];

/** The Mersenne Twister. @param {number} seed @returns {() => number} 32 bits */
function twister(seed) {
  const state = new Uint32Array(N);
  state[0] = seed;
  for (let i = 1; i < N; i++) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
  let at = N;
  const again = () => {
    for (let k = 0; k < N; k++) {
      const y = (state[k] & 0x80000000) | (state[(k + 1) % N] & 0x7fffffff);
      state[k] = state[(k + M) % N] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    at = 0;
  };
  return () => {
    if (at === N) again();
    let y = state[at++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
}

/** A point of the unit disc. @param {() => number} uniform */
function pointIn(uniform) {
  for (;;) {
    const u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    const r = u * u + v * v;
    if (r < 1 && r !== 0) return { u, v, r };
  }
}

/** @param {number} seed */
function uniforms(seed) {
  const next = twister(seed);
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

/** @param {number} seed @param {number} n */
export function rand(seed, n) {
  const uniform = uniforms(seed);
  return Float64Array.from({ length: n }, uniform);
}

/** @param {number} seed @param {number} n */
export function randn(seed, n) {
  const uniform = uniforms(seed);
  const out = new Float64Array(n);
  for (let i = 0; i < n; i += 2) {
    const { u, v, r } = pointIn(uniform);
    const f = Math.sqrt((-2 * Math.log(r)) / r);
    out[i] = f * v;
    if (i + 1 < n) out[i + 1] = f * u;
  }
  return out;
}
