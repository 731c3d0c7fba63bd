import { once } from "./once.js";

let fetching = 0;

/** base.css shows that something is on its way, and paper waits for it. @param {1 | -1} parts more than before */
const fetchMore = (parts) => document.documentElement.classList.toggle("fetching", (fetching += parts) > 0);

/** What did not come, of every part the last that was asked for: the button of one notice asks for all of it.
 *  @type {Map<unknown, () => unknown>} */
const missed = new Map();
const askAgain = () => missed.forEach((ask) => ask());

/**
 * A part of the page that is fetched when it is first asked for. Gives ask(use): use(part) is called when it is there; where
 * it does not come, the notice bar says so and offers to ask again, which the same button does as well.
 * @template T
 * @param {{tell: (type: string, event: any) => void}} app @param {() => Promise<T>} fetchPart imports it and makes it
 * @returns {(use?: (part: T) => unknown) => Promise<boolean>} whether it came, and use is over
 */
export function later(app, fetchPart) {
  const part = once(async () => {
    fetchMore(1);
    try {
      return { part: await fetchPart() };
    } finally {
      fetchMore(-1);
    }
  });
  return async function ask(use) {
    const came = await part().catch((error) => {
      console.warn(error);
      return null;
    });
    if (came) {
      missed.delete(part);
      await use?.(came.part);
    } else {
      missed.set(part, () => ask(use));
      app.tell("notice", { code: "not-fetched", again: askAgain });
    }
    return came !== null;
  };
}
