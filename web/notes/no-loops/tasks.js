// What this figure asks, judged from what it tells.

/** Only this mistake is in the code. @param {any} broken @param {string} name */
const only = ({ mistakes }, name) => mistakes.join() === name;

/** @type {import('../tasks/block.js').Task[]} */
export const tasks = [
  {
    id: "product",
    guess: "shape",
    tried: ({ m, n_x }) => m === 5 && n_x === 3,
    truth: ({ shapeOf }) => shapeOf("dw"),
  },
  {
    id: "mean",
    met({ broken, m }) {
      const found = only(broken, "mean") && (broken.failed.includes("nudge") ? broken.found("nudge") : null);
      return found && { m, dw: found.a, nudged: found.b };
    },
  },
  {
    id: "silent",
    met: ({ broken, m, n_x }) => only(broken, "star") && !broken.raised && { m, n: n_x },
  },
  {
    id: "mixed",
    met({ broken }) {
      const found =
        only(broken, "reshape") && (broken.failed.includes("column") ? broken.found("column") : null);
      return found && { x: found.a, data: found.b };
    },
  },
];
