// Fetches the sentences of what happens seldom when pictures come in, with the first of it.
import { addWords, knows } from "../../i18n/i18n.js";
import { once } from "../../ui/once.js";

const words = once(() => addWords((ending) => import(`./words.${ending}.js`)));

/** Waits for the words of these reasons; where they do not come, the code alone is said. @param {{code: string}[]} refused
 *  @param {string[]} [keys] other words that are needed */
export async function reasonsFor(refused, keys = []) {
  const wanted = [...refused.map(({ code }) => `refused.${code}`), ...keys];
  if (!wanted.every(knows)) await words().catch(() => {});
}
