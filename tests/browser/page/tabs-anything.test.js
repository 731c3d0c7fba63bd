// Up to three tabs, asked for anything there is at random, closed in the middle and opened again: after every round what is
// stored is what the commands make of what was stored before, and the tab that keeps it shows exactly that.
import assert from "node:assert/strict";
import test from "node:test";
import { random } from "../../unit/shared/reference.js";
import { png } from "../shared/files.js";
import { hearWorker } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{id: number, y: number, name: string, rests: boolean}} Shown */
/** @typedef {{pictures: Shown[], source: string, names: (string | null)[], runs: string[], brought: boolean}} Kept */

const ROUNDS = Number(process.env.ROUNDS) || 30;
const SEED = Number(process.env.SEED) || 1;
const TABS = 3;

const { newPage } = browserTests();

/** In the page: ask(command, …) asks the worker, as the page does; kept() reads what is stored. */
function prepare() {
  /** @type {any} */
  const page = window;
  page.elsewhere = null;
  let last = 0;
  page.ask = (/** @type {string} */ name, /** @type {any[]} */ ...args) =>
    new Promise((resolve, reject) => {
      const id = `test ${++last}`;
      const { worker } = window.heard;
      worker.addEventListener("message", function hear({ data }) {
        if (data?.id !== id) return;
        worker.removeEventListener("message", hear);
        if (data.type === "RAW") resolve(data.value);
        else reject(new Error(`${name}: ${JSON.stringify(data.value)}`));
      });
      const argumentList = args.map((value) => ({ type: "RAW", value }));
      worker.postMessage({ id, type: "APPLY", path: [name], argumentList });
    });
  page.kept = async () => {
    const opened = await new Promise((resolve, reject) => {
      const request = indexedDB.open("one-neuron");
      request.onsuccess = () => resolve(request.result);
      request.onerror = reject;
    });
    const records = opened.transaction("kept").objectStore("kept");
    const all = (/** @type {"getAll" | "getAllKeys"} */ what) =>
      new Promise((resolve, reject) => {
        const request = records[what]();
        request.onsuccess = () => resolve(request.result);
        request.onerror = reject;
      });
    const [keys, values] = await Promise.all([all("getAllKeys"), all("getAll")]);
    opened.close();
    const at = (/** @type {string} */ key) => values[keys.indexOf(key)];
    const pictures = values.filter(
      (/** @type {any} */ _, /** @type {number} */ i) => typeof keys[i] === "number",
    );
    const { source = "drawn", names = [null, null] } = at("set") ?? {};
    return {
      pictures: pictures.map(({ id, y, name, rests = false }) => ({ id, y, name, rests })),
      ...{ source, names, brought: Boolean(at("brought")) },
      runs: (at("runs")?.runs ?? []).map((/** @type {any} */ run) => `${run.end} ${run.name}`),
    };
  };
}

/** @param {Page} page @param {string} name @param {any[]} args @returns {Promise<any>} */
const ask = (page, name, ...args) =>
  page.evaluate(([name, args]) => /** @type {any} */ (window).ask(name, ...args), [name, args]);
/** What is stored. @param {Page} page @returns {Promise<Kept>} */
const kept = (page) => page.evaluate(() => /** @type {any} */ (window).kept());
/** What a tab shows, as `kept` has it. @param {Page} page */
const shown = (page) =>
  page.evaluate(async () => {
    const { id, y, resting, restingY, source, given: names, undo, redo, n_px } = window.heard.data;
    const all = [...id, ...resting];
    const said = await /** @type {any} */ (window).ask("names", all);
    const classes = [...y, ...restingY];
    const pictures = all.map((id, i) => ({ id, y: classes[i], name: said[i], rests: i >= y.length }));
    return { pictures, source, names, n_px, undo: undo?.id ?? 0, redo: redo?.id ?? 0 };
  });
const ELSEWHERE = /Your pictures are open in another tab/;
/** Whether a tab says that it keeps what is stored. @param {Page} page */
const keeps = async (page) => (await page.getByRole("alert").filter({ hasText: ELSEWHERE }).count()) === 0;

const LINES = "title weights neurons numbers accuracy drop heading heading-rest sheet".split(" ");
const COMMENTS = "head x y cost start updates last print differs batches mix out".split(" ");
/** What is written into files. */
const TEXTS = {
  ...{ names: ["a", "b"], use: "use", pixels: "pixels", check: "check", readme: "readme" },
  lines: Object.fromEntries(LINES.map((key) => [key, key])),
  py: Object.fromEntries(COMMENTS.map((key) => [key, key])),
};

/** @param {Shown[]} list */
const sorted = (list) => [...list].sort((p, q) => p.id - q.id);
/** In words, for what is compared. @param {Shown[]} list */
const told = (list) =>
  sorted(list).map(({ id, y, name, rests }) => `${id} ${name} y=${y}${rests ? " rests" : ""}`);

test(`${ROUNDS} rounds of anything in up to three tabs (seed ${SEED})`, async (t) => {
  const { page: first, context } = await newPage(t);
  await context.addInitScript(hearWorker);
  await context.addInitScript(prepare);
  const next = random(SEED);
  const one = (/** @type {any[]} */ list) => list[next(list.length)];
  /** @type {Page[]} */
  const tabs = [];
  /** What was stored before and after each step of a tab, by its id. @type {Map<Page, Map<number, [Shown[], Shown[]]>>} */
  const steps = new Map();
  async function open(/** @type {Page} */ tab) {
    tab.setDefaultTimeout(40_000);
    await tab.goto("/?paused");
    await until(tab, () => window.heard?.data && window.heard.train);
    steps.set(tab, new Map());
    tabs.push(tab);
    return tab;
  }
  await open(first);
  await open(await context.newPage());
  /** Files, each of another name. */
  let given = 0;
  const files = (/** @type {number} */ n) =>
    Array.from({ length: n }, () => {
      const k = ++given;
      return {
        name: `p${k}.png`,
        bytes: [...png(12, 12, (x, y) => [(k * 37 + x) % 256, (k * 11 + y) % 256, k % 256])],
      };
    });
  const add = (/** @type {Page} */ page, /** @type {any[]} */ list, /** @type {number} */ y) =>
    page.evaluate(
      ([list, y]) =>
        /** @type {any} */ (window).ask(
          "addFiles",
          list.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name, { type: "image/png" })),
          y,
        ),
      /** @type {[any[], number]} */ ([list, y]),
    );
  /** Files that were saved: their bytes, and what was stored then. @type {{bytes: string, pictures: Shown[]}[]} */
  const saved = [];
  /** @type {string | null} */
  let model = null;
  /** What is to be stored now. @type {Shown[]} */
  let wanted = [];
  /** Pictures that were on their way in when their tab went: stored or not. @type {Set<string>} */
  const maybe = new Set();

  const byNames = (/** @type {Shown[]} */ list) => list.map(({ name, y }) => `${name} ${y}`).sort();
  /** Each does one thing in one tab, and says what is to be stored then; null: what is stored says so itself.
   *  @type {Record<string, (tab: Page, here: Awaited<ReturnType<typeof shown>>, mine: boolean) => Promise<Shown[] | null | ((now: Shown[]) => void)>>} */
  const actions = {
    async add(tab) {
      const [list, y] = [files(1 + next(3)), next(2)];
      const { added, refused } = await add(tab, list, y);
      assert.deepEqual([added, refused], [list.length, []]);
      const before = wanted;
      return (now) =>
        assert.deepEqual(
          byNames(now),
          byNames([...before, ...list.map(({ name }) => /** @type {any} */ ({ name, y }))]),
        );
    },
    async "add in two tabs at once"(tab) {
      const [one, other] = [files(1 + next(3)), files(1 + next(3))];
      const second = tabs[(tabs.indexOf(tab) + 1) % tabs.length];
      const came = await Promise.all([add(tab, one, 0), add(second, other, 1)]);
      assert.deepEqual(
        came.map(({ added }) => added),
        [one.length, other.length],
      );
      const before = wanted;
      const more = [...one.map(({ name }) => ({ name, y: 0 })), ...other.map(({ name }) => ({ name, y: 1 }))];
      return (now) => assert.deepEqual(byNames(now), byNames([...before, .../** @type {any[]} */ (more)]));
    },
    async "add from the pad"(tab) {
      const name = `drawn ${++given}`;
      const { added } = await tab.evaluate(
        ([name, k]) => {
          const rgb = new Uint8Array(16 * 16 * 3).fill(Number(k) % 256);
          return /** @type {any} */ (window).ask("addPictures", [{ rgb, px: 16, name }], 1, [
            undefined,
            `class ${k}`,
          ]);
        },
        [name, given],
      );
      assert.equal(added, 1);
      const before = wanted;
      return (now) =>
        assert.deepEqual(byNames(now), byNames([...before, /** @type {any} */ ({ name, y: 1 })]));
    },
    async "remove, move, rest or wake"(tab, here, mine) {
      const what = one(["remove", "relabel", "rest", "wake"]);
      const picture = here.pictures.length ? one(here.pictures) : null;
      if (!picture) return wanted;
      const y = next(2);
      await ask(tab, what, [picture.id], ...(what === "relabel" ? [y] : []));
      if (here.source === "drawn") return mine ? null : wanted; // the drawn ones, in memory
      const others = wanted.filter(({ id }) => id !== picture.id);
      const old = wanted.find(({ id }) => id === picture.id);
      if (!old || what === "remove") return old?.rests && what === "remove" ? null : others;
      if (what === "relabel") return old.rests ? null : [...others, { ...old, y }];
      return [...others, { ...old, rests: what === "rest" }];
    },
    async "empty a class"(tab, here, mine) {
      if (next(4)) return wanted;
      const y = next(2);
      await ask(tab, "empty", y);
      if (here.source === "drawn") return mine ? null : wanted;
      // None that only another tab has shown.
      const ids = new Set(here.pictures.map(({ id }) => id));
      return mine
        ? wanted.filter((each) => each.y !== y)
        : (now) => {
            const gone = wanted.filter(({ id }) => !now.some((each) => each.id === id));
            assert.ok(
              gone.every((each) => each.y === y && ids.has(each.id)),
              told(gone).join(),
            );
          };
    },
    async "name, size, share, α, layers"(tab) {
      const what = next(5);
      if (what === 0)
        await ask(
          tab,
          "setNames",
          one([
            [`zero ${next(99)}`, undefined],
            [undefined, `one ${next(99)}`],
            ["", ""],
          ]),
        );
      else
        await ask(
          tab,
          "change",
          one([
            { n_px: one([16, 32, 64]) },
            { share: one([0, 0.2, 0.3]) },
            { alpha: one([0.01, 0.02, 0.1]) },
            { hidden: one([[], [4]]) },
            { iterations: 20 + next(30) },
          ]),
        );
      return wanted;
    },
    async "try another α and keep it"(tab) {
      if (!(await ask(tab, "goOn").then(() => tab.evaluate(() => !window.heard.data.missing)))) return wanted;
      await ask(tab, "tryAlpha", one([0.02, 0.03, 0.05]));
      await ask(tab, "endTrying", next(2) === 0);
      return wanted;
    },
    async "train to the end"(tab) {
      await ask(tab, "change", { iterations: 10 + next(20) });
      await ask(tab, "play");
      await ask(tab, "toEnd");
      return wanted;
    },
    async "the drawn set"(tab, here, mine) {
      if (next(3)) return wanted;
      await ask(tab, "loadDrawn");
      return mine ? [] : wanted;
    },
    async "take over"(tab) {
      await ask(tab, "takeOver");
      return wanted;
    },
    async undo(tab, here, mine) {
      await ask(tab, "undo");
      if (!mine) return wanted;
      return here.undo ? (steps.get(tab)?.get(here.undo)?.[0] ?? null) : wanted;
    },
    async redo(tab, here, mine) {
      await ask(tab, "redo");
      if (!mine) return wanted;
      return here.redo ? (steps.get(tab)?.get(here.redo)?.[1] ?? null) : wanted;
    },
    async "save everything"(tab, here, mine) {
      const bytes = await tab.evaluate(async (texts) => {
        const { blob, refused } = await /** @type {any} */ (window).ask("save", texts, "all");
        if (!blob) throw new Error(JSON.stringify(refused));
        const all = new Uint8Array(await blob.arrayBuffer());
        return btoa(Array.from(all, (b) => String.fromCharCode(b)).join(""));
      }, TEXTS);
      if (mine && here.source !== "drawn") saved.push({ bytes, pictures: wanted });
      return wanted;
    },
    async "open what was saved"(tab) {
      const file = saved.length ? one(saved) : null;
      if (!file) return wanted;
      const came = await tab.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        return /** @type {any} */ (window).ask(
          "addFiles",
          [new File([bytes], "all.zip", { type: "application/zip" })],
          null,
        );
      }, file.bytes);
      assert.deepEqual(came.refused, []);
      return (now) => assert.deepEqual(byNames(now), byNames(file.pictures));
    },
    async "a model"(tab) {
      if (model && next(2)) {
        const came = await tab.evaluate(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
          return /** @type {any} */ (window).ask(
            "addFiles",
            [new File([bytes], "model.png", { type: "image/png" })],
            1,
          );
        }, model);
        assert.deepEqual(came.refused, []);
        assert.equal((await kept(tab)).brought, true, "a model that came is stored");
        return wanted;
      }
      await ask(tab, "dismiss");
      assert.equal((await kept(tab)).brought, false);
      return wanted;
    },
    async runs(tab) {
      const list = await tab.evaluate(() => window.heard.runs?.list ?? []);
      if (list.length === 0) return wanted;
      const { id } = one(list);
      await ask(tab, "runs", ...one([["rename", id, `run ${next(99)}`], ["remove", id], ["putBack"]]));
      return wanted;
    },
    async reload(tab) {
      await tab.reload();
      await until(tab, () => window.heard?.data && window.heard.train);
      steps.set(tab, new Map());
      return wanted;
    },
    async "close in the middle of adding"(tab) {
      const list = files(2 + next(4));
      for (const { name } of list) maybe.add(name);
      add(tab, list, next(2)).catch(() => {});
      await new Promise((done) => setTimeout(done, next(120)));
      await tab.close();
      tabs.splice(tabs.indexOf(tab), 1);
      await open(await context.newPage());
      return null;
    },
    async "take over in the middle of adding"(tab) {
      const list = files(2 + next(4));
      const other = tabs[(tabs.indexOf(tab) + 1) % tabs.length];
      const adding = add(tab, list, 0);
      await new Promise((done) => setTimeout(done, next(60)));
      await ask(other, "takeOver");
      const { added, stopped = false, refused } = await adding;
      assert.deepEqual(refused, []);
      assert.ok(stopped || added === list.length, `${added} of ${list.length}`);
      const before = wanted;
      return (now) => {
        const fresh = now.filter(({ id }) => !before.some((each) => each.id === id));
        assert.equal(fresh.length, added);
        assert.equal(now.length, before.length + added);
      };
    },
    async "one tab more or less"(tab) {
      if (tabs.length < TABS) await open(await context.newPage());
      else {
        await tab.close();
        tabs.splice(tabs.indexOf(tab), 1);
      }
      return wanted;
    },
  };

  // A model to bring, of the drawn pictures.
  await ask(first, "change", { iterations: 10 });
  await ask(first, "play");
  model = await first.evaluate(async (texts) => {
    const { blob, refused } = await /** @type {any} */ (window).ask("save", texts, "model-png");
    if (!blob) throw new Error(JSON.stringify(refused));
    const all = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(all, (b) => String.fromCharCode(b)).join(""));
  }, TEXTS);

  const names = Object.keys(actions);
  /** @type {string[]} */
  const log = [];
  for (let round = 0; round < ROUNDS; round++) {
    const tab = one(tabs);
    const name = round % 4 === 0 ? "add" : names[next(names.length)];
    try {
      const here = await shown(tab);
      const mine = await keeps(tab);
      log.push(`${round} ${name} in ${tabs.indexOf(tab)}${mine ? " (keeper)" : ""}, ${here.source}`);
      const before = wanted;
      const said = await actions[name](tab, here, mine);
      const alive = tabs.includes(tab) ? tab : tabs[0];
      await soon(
        async () => {
          const now = await kept(alive);
          const pictures = now.pictures.filter(
            ({ name }) => !maybe.has(name) || before.some((each) => each.name === name),
          );
          if (typeof said === "function") said(pictures);
          else if (said) assert.deepEqual(told(pictures), told(said));
          // Whoever keeps it shows it; no two do.
          const keepers = [];
          for (const each of tabs) if (await keeps(each)) keepers.push(each);
          assert.ok(keepers.length <= 1, "two tabs say that they keep what is stored");
          for (const each of keepers) {
            const seen = await shown(each);
            if (seen.source === "drawn") assert.deepEqual([now.source, told(now.pictures)], ["drawn", []]);
            else assert.deepEqual(told(seen.pictures), told(now.pictures));
            assert.deepEqual(seen.names, now.names);
            const runs = await each.evaluate(() =>
              (window.heard.runs?.list ?? []).map(({ end, name }) => `${end} ${name}`),
            );
            if (now.runs.length > 1) assert.deepEqual(runs, now.runs);
          }
          wanted = now.pictures;
        },
        { ms: 6000 },
      );
      if (tabs.includes(tab) && (await keeps(tab))) {
        const { undo } = await shown(tab);
        if (undo > here.undo && undo) steps.get(tab)?.set(undo, [before, wanted]);
      }
      for (const { name } of wanted) maybe.delete(name);
    } catch (error) {
      throw new Error(`${error}\n${log.slice(-12).join("\n")}\nwanted: ${told(wanted).join("; ")}`, {
        cause: error,
      });
    }
  }
  // At last each tab finds it again.
  for (const tab of tabs) {
    await tab.reload();
    await until(tab, () => window.heard?.data && window.heard.train);
    await ask(tab, "takeOver");
    const seen = await shown(tab);
    if (wanted.length) assert.deepEqual(told(seen.pictures), told(wanted));
  }
});
