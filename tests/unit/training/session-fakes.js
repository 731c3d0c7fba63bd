// A session with everything around it made up: files that are plain objects, a storage in memory, and every event
// kept in order.
import { Refusal } from "../../../web/pictures/refusal.js";
import { kindOf } from "../../../web/pictures/sniff.js";
import { NetworkReport } from "../../../web/training/network.js";
import { Session } from "../../../web/training/session.js";
import { open } from "../shared/open.js";
import { random } from "../shared/reference.js";

/** A picture file. Brighter where `bright`, so that there is something to learn. */
export function picture(name, { seed = 1, bright = 0, px = 128 } = {}) {
  const next = random(seed);
  return { name, px, rgb: Uint8Array.from({ length: 3 * px * px }, () => next(180) + 70 * bright) };
}

/** Several. @param {number} count @param {0 | 1} bright */
export const pictures = (count, bright, from = 0) =>
  Array.from({ length: count }, (_, i) =>
    picture(`${bright}-${from + i}.png`, { seed: from + i + 1, bright, px: 32 }),
  );

export const badFile = (name, code = "not-image", params = {}) => ({
  name,
  refusal: new Refusal(code, params),
});

/** One part of an .h5 file. */
export const part = (isTest, m, n_px, seed = 1) => {
  const next = random(seed);
  return {
    test: isTest,
    m,
    n_px,
    y: Uint8Array.from({ length: m }, (_, i) => i % 2),
    rgb: Uint8Array.from({ length: 3 * n_px * n_px * m }, () => next(256)),
  };
};

/** @typedef {{pictures?: any[], meta?: any, learned?: any, runs?: any, brought?: Uint8Array | null}} Stored */

class MemoryStore {
  onYield = () => {};
  async claim() {}
  yield() {}
  async settled() {}
  available = true;
  /** @type {Map<number, any>} */
  kept = new Map();
  /** @param {Stored} [stored] */
  constructor({ pictures = [], meta = null, learned = null, runs = null, brought = null } = {}) {
    for (const p of pictures) this.kept.set(p.id, p);
    this.meta = meta;
    this.learned = learned;
    this.runs = runs;
    this.brought = brought;
  }
  async loadAll() {
    return { pictures: [...this.kept.values()].sort((a, b) => a.id - b.id), meta: this.meta };
  }
  async savePictures(list) {
    for (const { id, y, test, name, px, rgb, key, of, rests } of list) {
      const more = {
        ...(key !== undefined && { key }),
        ...(of !== undefined && { of }),
        ...(rests && { rests }),
      };
      this.kept.set(id, { id, y, test, name, px, rgb, ...more });
    }
    return [];
  }
  async removePictures(ids) {
    for (const id of ids) this.kept.delete(id);
  }
  async retainPictures(ids) {
    const wanted = new Set(ids);
    for (const id of [...this.kept.keys()]) if (!wanted.has(id)) this.kept.delete(id);
  }
  async saveSet(set) {
    this.meta = structuredClone({ ...this.meta, ...set });
  }
  async saveSettings(settings) {
    this.meta = structuredClone({ ...this.meta, ...settings });
  }
  async loadLearned() {
    return structuredClone(this.learned);
  }
  async saveLearned(learned) {
    this.learned = structuredClone(learned);
  }
  async loadRuns() {
    return structuredClone(this.runs);
  }
  async saveRuns(runs) {
    this.runs = structuredClone(runs);
  }
  async loadBrought() {
    return structuredClone(this.brought);
  }
  async saveBrought(bytes) {
    this.brought = structuredClone(bytes);
  }
  async removeLearned() {
    this.learned = null;
  }
  async clear() {
    this.kept.clear();
    this.meta = this.learned = this.runs = this.brought = null;
  }
}

/** @param {Stored} [stored] what an earlier visit left */
export async function openSession(stored = undefined) {
  /** @type {any[]} */
  const events = [];
  /** @type {Set<() => void>} */
  const watchers = new Set();
  const store = new MemoryStore(stored);
  const session = new Session({
    core: await open("neuron"),
    store,
    emit(event) {
      events.push(event);
      for (const look of [...watchers]) look();
    },
    decode: async (file, { fit }) => {
      if (file.refusal) throw file.refusal;
      return { rgb: file.rgb, px: file.px, fit };
    },
    openWhole: async () => ({ core: await open(), NetworkReport }),
    openWhy: () => open("why"),
    kindOf: async (file) => (file instanceof Blob ? kindOf(file) : "h5" in file ? "h5" : "picture"),
    readH5: async (file, { room, capacity }) => {
      const count = file.h5.reduce((sum, { m }) => sum + m, 0);
      if (count > room) throw new Refusal("capacity", { capacity });
      return { parts: file.h5, names: file.names ?? null, left: [] };
    },
  });
  const last = (type) => events.findLast((event) => event.type === type);
  /** The first event after now (or the present one) of this type that the condition holds for. */
  const until = (type, /** @type {(event: any) => any} */ condition = () => true, from = events.length) =>
    new Promise((/** @type {(event: any) => void} */ resolve) => {
      // A MessageChannel that is not referenced does not keep Node awake, a timer does.
      const awake = setInterval(() => {}, 1000);
      const look = () => {
        const found = events.slice(from).find((event) => event.type === type && condition(event));
        if (!found) return;
        watchers.delete(look);
        clearInterval(awake);
        resolve(found);
      };
      watchers.add(look);
      look();
    });
  return {
    ...{ session, store, events, last, until },
    /** The one that the pictures are in by now. */
    get core() {
      return session.pictures.core;
    },
  };
}

/** Own pictures, six of each class, at 32 px, trained. @param {{iterations?: number}} [how] */
export async function openTrained({ iterations = 300 } = {}) {
  const world = await openSession({ meta: { source: "drawn", settings: { n_px: 32 } } });
  const { session, until } = world;
  await session.start();
  await session.addFiles(pictures(6, 0), 0);
  await session.addFiles(pictures(6, 1), 1);
  await session.change({ iterations, alpha: 0.001, speed: Infinity });
  const done = until("train", (e) => e.finished && !e.running);
  await session.play();
  await done;
  return world;
}

/** The same browser, later. @param {{store: any}} world @returns {Stored} */
export const leftBy = ({ store }) => ({
  pictures: [...store.kept.values()],
  meta: store.meta,
  learned: store.learned,
  runs: store.runs,
  brought: store.brought,
});
