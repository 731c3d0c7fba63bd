import { once } from "./once.js";

/**
 * A part of the page that is fetched when it is first asked for. Gives ask(use): use(part) is called when it is there; where
 * it does not come, the notice bar says so and offers to ask again, which the same button does as well.
 * @template T
 * @param {{tell: (type: string, event: any) => void}} app @param {() => Promise<T>} fetchPart imports it and makes it
 * @returns {(use?: (part: T) => unknown) => Promise<boolean>} whether it came, and use is over
 */
export function later(app, fetchPart) {
  const part = once(async () => {
    const { classList } = document.documentElement;
    classList.add("fetching"); // base.css shows that something is on its way
    try {
      return { part: await fetchPart() };
    } finally {
      classList.remove("fetching");
    }
  });
  return async function ask(use) {
    const came = await part().catch((error) => {
      console.warn(error);
      return null;
    });
    if (came) await use?.(came.part);
    else app.tell("notice", { code: "not-fetched", again: () => ask(use) });
    return came !== null;
  };
}
