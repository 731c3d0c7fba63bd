// Fetches the sentences of what is refused seldom, with the first of it.
import { addWords, knows } from "../../i18n/i18n.js";
import { once } from "../../ui/once.js";

const words = once(() => addWords((ending) => import(`./words.${ending}.js`)));

/** Waits for the words of these reasons; where they do not come, the code alone is said. @param {{code: string}[]} refused */
export async function reasonsFor(refused) {
  if (refused.some(({ code }) => !knows(`refused.${code}`))) await words().catch(() => {});
}
