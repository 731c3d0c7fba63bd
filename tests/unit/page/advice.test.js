// What would help: what is tried is `loop` trained anew on exactly those pictures, over the same splits; and what is called
// better is so by more than chance.
import assert from "node:assert/strict";
import test from "node:test";
import { Network } from "../../../web/core/network.js";
import { variantOf } from "../../../web/core/variants.js";
import { FEWER, PILOT, candidatesOf } from "../../../web/page/whatif/advice/candidates.js";
import { beyond, holding, paired, ranked, twoSided } from "../../../web/page/whatif/advice/compare.js";
import { planIn, splitsOf } from "../../../web/page/whatif/advice/plans.js";
import { curveOf, nameOf, sentencesOf } from "../../../web/page/whatif/advice/says.js";
import { lowestOf, tryAll, untilOf } from "../../../web/page/whatif/advice/work.js";
import { DEFAULTS } from "../../../web/training/settings.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";
import { near } from "../shared/steps.js";

const trials = await open("trials");
const whole = await open();
const breathe = async () => {};

/** What the page knows of n pictures, the last fifth of them for testing. */
function stateOf(n, change = {}, settings = {}) {
  const id = Uint32Array.from({ length: n }, (_, i) => i + 1);
  const data = {
    ...{ id, of: id, y: id.map((i) => i % 2), test: id.map((i) => Number(i > 0.8 * n)) },
    ...{ n_px: 4, sizes: [4], source: "own", mirrored: false },
    ...change,
  };
  return { data, settings: { ...DEFAULTS, alpha: 0.1, iterations: 40, ...settings } };
}

/** Tries candidates on these pictures. @returns {Promise<any[]>} */
async function tried(sets, { data, settings }, candidates) {
  const found = [];
  const pictures = { y: data.y, test: data.test, group: data.of };
  const rgb = (set) => new Uint8Array(Buffer.concat(set.map(({ x }) => x)));
  const job = {
    ...{ pictures, candidates, batch: settings.batch, seed: settings.seed },
    sets: sets.map(([n_px, set]) => ({ n_px, rgb: rgb(set) })),
  };
  const opening = { openTrials: async () => trials, openCore: async () => whole };
  await tryAll(job, { ...opening, tell: (each) => found.push(each), breathe });
  return found;
}

// --- what is decided, against plain definitions ------------------------------------------------

/** The density of t, integrated by small steps from -t to t; its constant by the recursion of Gamma in steps of a half. */
function chanceBeyond(t, nu) {
  const gamma = (/** @type {number} */ twice) =>
    twice === 1 ? Math.sqrt(Math.PI) : twice === 2 ? 1 : ((twice - 2) / 2) * gamma(twice - 2);
  const c = gamma(nu + 1) / (Math.sqrt(nu * Math.PI) * gamma(nu));
  const steps = 20_000;
  let sum = 0;
  for (let k = 0; k < steps; k++) {
    const x = ((k + 0.5) / steps) * t; // the middle of each
    sum += (c * (1 + x ** 2 / nu) ** (-(nu + 1) / 2) * t) / steps;
  }
  return 1 - 2 * sum;
}

test("Student's t: the chance of being further away is the integral of its density", () => {
  for (const nu of [1, 2, 3, 9, 10, 49])
    for (const t of [0.1, 1, 2.262, 5]) near([twoSided(t, nu)], [chanceBeyond(t, nu)], 1e-8, `${t}, ${nu}`);
  near([beyond(0.05, 9), beyond(0.05, 49)], [2.262157, 2.009575], 1e-6, "as the tables have it");
  assert.equal(twoSided(0, 7), 1);
  assert.ok(twoSided(1e9, 7) < 1e-12);
});

test("paired: the mean of the differences, and the variance of Nadeau and Bengio", () => {
  const d = [0.1, 0, 0.2, -0.1, 0.05];
  const { mean, sd, p, low, high } = paired(d, 10, 40);
  const s2 = d.reduce((sum, x) => sum + (x - 0.05) ** 2, 0) / 4;
  const error = Math.sqrt((1 / 5 + 10 / 40) * s2);
  near([mean, sd], [0.05, Math.sqrt(s2)], 1e-15, "mean, sd");
  near([p], [chanceBeyond(0.05 / error, 4)], 1e-8, "p");
  near([low, high], [0.05 - 2.776445 * error, 0.05 + 2.776445 * error], 1e-6, "the interval");
  assert.deepEqual([paired([0, 0, 0], 1, 4).p, paired([0.5, 0.5, 0.5], 1, 4).p], [1, 0]);
});

test("Holm: each holds if all that are as small hold at their level; and goes on to hold when others come", () => {
  const next = reference.random(5);
  for (let k = 0; k < 300; k++) {
    const ps = Array.from({ length: 1 + next(6) }, () => next(1000) / 1000 ** (1 + next(2)));
    const total = ps.length + next(3);
    const held = holding(ps, total);
    const rank = (i) => ps.filter((p, j) => p < ps[i] || (p === ps[i] && j < i)).length;
    const small = ps.map((p, i) => p <= 0.05 / (total - rank(i)));
    ps.forEach((_, i) => assert.equal(held[i], ps.every((_, j) => rank(j) > rank(i) || small[j]), `${ps} ${i}`)); // prettier-ignore
    if (total > ps.length)
      holding([...ps, next(1000) / 10_000], total).forEach((now, i) =>
        assert.ok(now || !held[i], String(ps)),
      );
  }
});

/** A picture of noise: nothing of its class is in it. */
const noise = (n, seed) => {
  const next = reference.random(seed);
  return Array.from({ length: n }, () => ({ x: Uint8Array.from({ length: 48 }, () => next(256)) }));
};

test("of pictures without anything to learn hardly a list says that something helps; the common t-test would", async () => {
  let [lists, naive] = [0, 0];
  const sets = 40;
  for (let seed = 1; seed <= sets; seed++) {
    const state = stateOf(24);
    const { now } = candidatesOf(state);
    const some = now.filter(({ hidden }) => hidden.length === 0);
    const found = await tried([[4, noise(24, seed)]], state, some);
    const { rows } = ranked(found, some);
    assert.ok(rows.every(({ complete }) => complete));
    if (rows.some(({ verdict }) => verdict === "better" || verdict === "worse")) lists++;
    const tests = rows.filter(({ verdict }) => verdict !== "curve");
    const common = tests.map(({ difference }) => {
      const { mean, sd } = /** @type {any} */ (difference);
      return sd === 0 ? 1 : twoSided((mean / sd) * Math.sqrt(50), 49);
    });
    if (holding(common).some(Boolean)) naive++;
  }
  // One in twenty is 2 of 40; 7 or more would come in one of 300 such tests.
  assert.ok(lists <= 6, `${lists} of ${sets}`);
  assert.ok(naive >= 12, `${naive}: the data would show a rule that is too easy`);
});

test("what does help is seen: a rate that is far too small, told with more than chance", async () => {
  const y = Uint8Array.from({ length: 40 }, (_, i) => Number(i % 3 === 0)); // few steps say 0 to all
  const state = stateOf(40, { y }, { alpha: 1e-4 });
  const set = reference.examples(40, 4, 3).map(({ x }, i) => ({
    x: Uint8Array.from(x, (v, j) => v / 2 + (j % 3 === y[i] ? 100 : 0)), // by colour
  }));
  const list = candidatesOf(state).now.filter(({ kind }) => kind === "now" || kind === "alpha");
  const steep = list.map((each) => (each.what === "alpha 0.0005" ? { ...each, alpha: 1 } : each));
  const { rows, base } = ranked(await tried([[4, set]], state, steep), steep);
  assert.equal(rows[0].candidate.alpha, 1);
  assert.equal(rows[0].verdict, "better", JSON.stringify([base.mean, rows]));
});

// --- what is trained ---------------------------------------------------------------------------

/** `loop` or a network, trained on these pictures from the beginning. */
function anew(train, kept, { alpha, iterations, hidden }) {
  const dataset = whole.createDataset(Math.sqrt(train[0].x.length / 3));
  train.forEach(({ x, y }, k) => dataset.add(x, y, "train", k));
  kept.forEach(({ x, y }, k) => dataset.add(x, y, "test", k));
  const learner = hidden.length
    ? Network.onPictures(dataset, { hidden, engine: "vectorized" })
    : dataset.createLogreg("loop");
  learner.train(alpha, iterations);
  learner.evaluate();
  const costs = [learner.costs(iterations, iterations + 1)[0], learner.testCosts(iterations, iterations + 1)[0]]; // prettier-ignore
  const accuracies = [learner.accuracy("train"), learner.accuracy("test")];
  learner.free();
  dataset.free();
  return { costs, accuracies };
}

/** The picture turned round, row by row, in plain loops. */
const inMirror = ({ x, y }, px) => {
  const out = new Uint8Array(x.length);
  for (let r = 0; r < px; r++)
    for (let c = 0; c < px; c++)
      for (let k = 0; k < 3; k++) out[3 * (r * px + c) + k] = x[3 * (r * px + (px - 1 - c)) + k];
  return { x: out, y };
};

test("every trial is the training anew of those pictures: mirrored, smaller, larger, half of them, with hidden neurons", async () => {
  const at = {
    4: reference.examples(20, 4, 1),
    3: reference.examples(20, 3, 2),
    5: reference.examples(20, 5, 3),
  };
  const state = stateOf(20, { sizes: [3, 4, 5], y: at[4].map(({ y }) => y) });
  const candidates = candidatesOf(state).now.map((each) => ({ ...each, splits: Math.min(each.splits, 5) }));
  const kinds = candidates.map(({ what }) => what);
  assert.deepEqual(kinds, ["now", "mirror", "until", "size 3", "size 5", "alpha 0.02", "alpha 0.5", "half", "quarter", "hidden 4", "hidden 16"]); // prettier-ignore
  for (const px of [3, 5]) at[px].forEach((each, i) => (each.y = at[4][i].y));
  const found = await tried(
    Object.entries(at).map(([px, set]) => [Number(px), set]),
    state,
    candidates,
  );
  assert.equal(found.filter(({ what }) => what === "pilot").length, PILOT);
  const splits = splitsOf({ ...state.data, group: state.data.of }, 50);
  for (const candidate of candidates) {
    const list = found.filter(({ what }) => what === candidate.what);
    assert.deepEqual(list.map(({ split }) => split).sort(), [0, 1, 2, 3, 4], candidate.what);
    for (const {
      split,
      cost,
      testCost,
      accuracy,
      testAccuracy,
      trained,
      originals,
      tested,
      iterations,
    } of list) {
      const { train, test: kept } = splits[split];
      const set = at[candidate.n_px];
      const own = train.flatMap((families) =>
        families.slice(0, Math.max(1, Math.round(families.length * candidate.share))).flat(),
      );
      const learnt = own.map((i) => set[i]);
      if (candidate.mirrored) learnt.push(...learnt.map((each) => inMirror(each, candidate.n_px)));
      const asked = kept.flat(2).map((i) => set[i]);
      const { costs, accuracies } = anew(learnt, asked, { ...candidate, iterations });
      // Sums of some hundred terms below 2; the weights of a network by `vectorized` are float32.
      near([cost, testCost], costs, candidate.hidden.length ? 1e-6 : 1e-12, `J of ${candidate.what}`);
      assert.deepEqual([accuracy, testAccuracy], accuracies, candidate.what);
      assert.deepEqual([trained, originals, tested], [learnt.length, train.flat().length, asked.length]);
    }
  }
});

test("all are measured on the same pictures, and no copy of those is trained on", () => {
  const group = [...Array.from({ length: 20 }, (_, i) => i), 0, 1, 2]; // three have copies already
  const pictures = { y: group.map((i) => i % 2), test: group.map(() => 0), group };
  for (const split of splitsOf(pictures, 20)) {
    const plans = [1, 0.5, 0.25].flatMap((share) =>
      [true, false].map((mirror) => planIn(split, { share, mirrored: mirror }, 23)),
    );
    for (const plan of plans) {
      assert.deepEqual(plan.test, plans[0].test);
      const kept = new Set(plan.test.map((i) => group[i]));
      assert.ok(plan.train.every((i) => !kept.has(group[i % 23])));
      assert.equal(new Set(plan.train).size, plan.train.length);
    }
    assert.deepEqual(plans[0].train.slice(plans[1].train.length), split.train.flatMap((list) => list.map(([i]) => i + 23))); // prettier-ignore
    for (const [i, plan] of plans.entries())
      if (i > 1) assert.ok(plan.train.every((place) => plans[i - 2].train.includes(place)), "a part of that before"); // prettier-ignore
  }
});

test("a mirrored copy made small is the small picture mirrored: the page's copies are those that were tried", () => {
  const next = reference.random(9);
  for (const [px, n_px] of [[128, 64], [128, 32], [64, 32], [100, 32], [128, 100]]) {
    const rgb = Uint8Array.from({ length: 3 * px * px }, () => next(256));
    const small = (/** @type {Uint8Array} */ of) => whole.resize({ rgb: of, width: px, height: px, n_px });
    const mirrored = (/** @type {Uint8Array} */ of) => variantOf(trials, of, "mirrored");
    assert.deepEqual(small(mirrored(rgb)), mirrored(small(rgb)), `${px} to ${n_px}`);
  }
}); // prettier-ignore

test("how many iterations are tried is read off other splits: where J on the test set is lowest on average", () => {
  assert.equal(lowestOf([[0.1, 0.9, 0.5, 0.8], [0.1, 0.6, 0.7, 0.2]]), 3); // prettier-ignore
  assert.deepEqual([untilOf(183, 2000), untilOf(1399, 2000), untilOf(1400, 2000), untilOf(2000, 2000)], [180, 1400, 4000, 4000]); // prettier-ignore
  assert.deepEqual([untilOf(0, 2000), untilOf(1, 3), untilOf(1e6, 1e6)], [200, 1, 1e6]);
});

// --- what is tried, and what is said -----------------------------------------------------------

test("only what is possible is tried, with a network everything by networks; what takes long waits to be asked for", () => {
  const of = (change, settings) => candidatesOf(stateOf(100, change, settings));
  const names = (list) => list.map(({ what }) => what).join(", ");
  const drawn = of({ source: "drawn", n_px: 64, sizes: [32, 64, 128] }, { iterations: 2000 });
  assert.equal(names(drawn.now), "now, until, size 32, size 128, alpha 0.02, alpha 0.5, half, quarter, hidden 4, hidden 16"); // prettier-ignore
  assert.deepEqual(drawn.later, []);
  assert.ok(!names(of({ mirrored: true }).now).includes("mirror"));
  assert.ok(names(of({}).now).includes("mirror"));
  const network = of({}, { hidden: [16] });
  assert.ok(network.now.every(({ kind, hidden, splits }) => splits === FEWER && (kind === "hidden" || hidden[0] === 16))); // prettier-ignore
  assert.ok(names(network.now).endsWith("hidden none, hidden 4"));
  const large = candidatesOf(stateOf(2000, { n_px: 64, sizes: [64] }, { iterations: 5000 }));
  assert.equal(names(large.later), "now, hidden 4, hidden 16");
  assert.ok([...large.now, ...large.later].every(({ splits }) => splits === FEWER));
});

/** Found of 20 splits: accuracies around `mean`, the difference to "now" with little noise of its own. */
function made(candidates, means) {
  return candidates.flatMap((candidate) =>
    Array.from({ length: candidate.splits }, (_, split) => ({
      ...{
        what: candidate.what,
        split,
        tested: 20,
        trained: 80 * candidate.share,
        originals: 80,
        iterations: candidate.iterations,
      },
      testAccuracy:
        means[candidate.what] + 0.05 * Math.sin(7 * split) + 0.002 * Math.cos(5 * split * candidate.share),
    })),
  );
}

test("best first, with what is said of it; and that more pictures would help, would not, or that it is not known", () => {
  const state = stateOf(100);
  const list = candidatesOf(state).now;
  const level = Object.fromEntries(list.map(({ what }) => [what, 0.7]));
  const of = (means) => ranked(/** @type {any} */ (made(list, { ...level, ...means })), list);
  const keys = (all) => sentencesOf(all, 100).map(({ key }) => key.replace("advice.", ""));

  const helped = of({ mirror: 0.8, "alpha 0.5": 0.75, "alpha 0.02": 0.6, half: 0.6 });
  assert.deepEqual(helped.rows.slice(0, 2).map(({ candidate, verdict }) => [candidate.what, verdict]), [["mirror", "better"], ["alpha 0.5", "better"]]); // prettier-ignore
  assert.deepEqual(helped.rows.at(-1)?.verdict, "worse");
  assert.deepEqual(keys(helped), ["now", "best", "others", "curve.rises.too"]);
  assert.equal(sentencesOf(helped, 100)[1].params?.d, "+10.0");

  const asked = (means, what) => sentencesOf(of(means), 100, what)[1];
  const means = { mirror: 0.8, "alpha 0.5": 0.75, "alpha 0.02": 0.6 };
  const said = asked(means, "alpha 0.02");
  assert.deepEqual([said.key, said.params?.d], ["advice.asked.worse", "\u221210.0"]);
  assert.equal(asked(means, "alpha 0.5").key, "advice.asked.better");
  assert.equal(asked(means, "until").key, "advice.asked.none");
  assert.equal(asked(means, "mirror").key, "advice.best", "once is enough");

  assert.deepEqual(keys(of({ half: 0.6 })), ["now", "curve.rises.alone"]);
  assert.deepEqual(keys(of({})), ["now", "curve.flat.alone"]);
  const unsure = ranked(
    /** @type {any} */ (
      made(list, level).map((each) => ({
        ...each,
        testAccuracy: each.testAccuracy + (each.what === "half" ? 0.2 * Math.sin(3 * each.split) : 0),
      }))
    ),
    list,
  );
  assert.equal(curveOf(unsure), "open");
  assert.deepEqual(keys(unsure), ["now", "curve.open.alone"]);

  // Where all is right in every split, nothing is said to fail, and no pictures are asked for.
  const right = made(list, level).map((each) => ({ ...each, testAccuracy: each.what === "half" ? 0.9 : 1 }));
  const perfect = ranked(/** @type {any} */ (right), list);
  assert.deepEqual(keys(perfect), ["now", "perfect"]);

  const diverged = made(list, { ...level, "alpha 0.5": 0.9 });
  for (const each of diverged) if (each.what === "alpha 0.5" && each.split === 3) each.testAccuracy = NaN;
  const rows = ranked(/** @type {any} */ (diverged), list).rows;
  assert.equal(rows.find(({ candidate }) => candidate.what === "alpha 0.5")?.verdict, "diverged");
  assert.equal(ranked(/** @type {any} */ (diverged.slice(0, 60)), list).rows.at(-1)?.verdict, "open");
});

test("each is named by what it changes", () => {
  const list = candidatesOf(stateOf(20, { sizes: [3, 4, 5] })).now;
  const now = { n_px: 4, iterations: 40 };
  const keys = list.map((each) => nameOf(each, now, each.iterations || 18).key.replace("advice.", ""));
  assert.deepEqual(keys, ["now", "mirror", "until.less", "size.smaller", "size.larger", "alpha", "alpha", "half", "quarter", "hidden", "hidden"]); // prettier-ignore
  assert.equal(nameOf(list[2], now, 80).key, "advice.until.more");
});
