// The pictures as the page hears of them.

import { CAPACITY } from "../core/core.js";

/** The 'data' event: of each picture its id, class and part, and what is true of all. @param {import('./pictures.js').Pictures} pictures */
export function describe(pictures) {
  const all = pictures.all();
  const parts = all.map((picture) => pictures.part(picture));
  const [m, m_test] = ["train", "test"].map((part) => parts.filter((p) => p === part).length);
  const { source, names, n_px, sizes, share, resting, hasOwnSplit, missing, dataset } = pictures;
  return {
    type: "data",
    ...{ source, names, n_px, sizes, share, hasOwnSplit, missing, m, m_test },
    id: Uint32Array.from(all, ({ id }) => id),
    y: Uint8Array.from(all, ({ y }) => y),
    of: Uint32Array.from(all, ({ id, of }) => of ?? id),
    test: Uint8Array.from(parts, (part) => Number(part === "test")),
    resting: Uint32Array.from(resting, ({ id }) => id),
    restingY: Uint8Array.from(resting, ({ y }) => y),
    mirrored: all.some(({ of }) => of !== undefined),
    counts: [0, 1].map((y) => all.filter((picture) => picture.y === y).length),
    trainCounts: [0, 1].map((y) => dataset.count("train", y)),
    warning: dataset.allSame() ? "all-same" : null,
    capacity: CAPACITY,
  };
}
