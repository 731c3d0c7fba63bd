/**
 * fn, at most once: what it gave, to whoever asks; again after it failed. For parts that are fetched when first needed.
 * @template T
 * @param {() => Promise<T>} fn
 * @returns {() => Promise<T>}
 */
export function once(fn) {
  /** @type {Promise<T> | null} */
  let running = null;
  return () => {
    running ??= fn().catch((error) => {
      running = null;
      throw error;
    });
    return running;
  };
}
