// A sentence for readers who do not see the figure: said when the reader has stopped moving things, not while.

import { el } from "./elements.js";

const QUIET_MS = 700;

/** @returns {{node: HTMLElement, say: (sentence: string) => void}} */
export function spoken() {
  const node = el("p", { class: "visually-hidden", "aria-live": "polite" });
  let timer = 0;
  return {
    node,
    say(sentence) {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (node.textContent !== sentence) node.textContent = sentence;
      }, QUIET_MS);
    },
  };
}
