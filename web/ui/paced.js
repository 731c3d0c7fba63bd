// Work that is worth doing only so often.

/**
 * A function that runs `work` at most once in `ms`, the last request never lost; while `held()`
 * it waits. For orders of pictures: they must not change under the pointer.
 * @param {number} ms
 * @param {() => void} work
 * @param {() => boolean} [held]
 */
export function paced(ms, work, held = () => false) {
  let last = -Infinity;
  /** @type {any} */
  let timer = null;
  const later = (/** @type {number} */ wait) => {
    timer ??= setTimeout(due, wait);
  };
  function due() {
    timer = null;
    if (held()) return later(ms);
    last = performance.now();
    work();
  }
  return () => later(Math.max(0, last + ms - performance.now()));
}
