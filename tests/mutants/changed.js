/**
 * A source with one place of it changed. What is found not at all, or more than once, is an error: the code has moved on,
 * and the change has to be described anew.
 * @param {string} source @param {string} find @param {string} replace @returns {string}
 */
export function changed(source, find, replace) {
  const places = source.split(find).length - 1;
  if (places !== 1) throw new Error(`found ${places} times, not once: ${find}`);
  return source.replace(find, () => replace);
}
