// The C core under fire: libFuzzer makes up sequences of calls and failing allocations, sanitizers watch, and what must hold is
// said in native/target_*.c. Where clang comes without libFuzzer (Apple's), it is said and left out.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { TARGETS, build, run } from "./native/build.js";
import { SECONDS, SEED, findings, replay } from "./options.js";

/** How much of the time each target gets. @type {Record<string, number>} */
const SHARES = { learner: 4, dataset: 2, trial: 2, notes: 1, graph: 1, pixels: 1, kernels: 1, why: 1 };
const total = TARGETS.reduce((sum, name) => sum + (SHARES[name] ?? 1), 0);
const CORPUS = "tests/fuzz/corpus";

const skip = process.platform === "darwin" ? "Apple's clang has no libFuzzer" : false;
const work = mkdtempSync(join(tmpdir(), "one-neuron-fuzz-corpus-"));
after(() => rmSync(work, { recursive: true, force: true }));

/** @type {Awaited<ReturnType<typeof build>> | undefined} */
let built;
test("the targets compile", { skip }, async () => {
  built = await build();
  assert.ok(TARGETS.length >= 7);
});

for (const name of skip ? [] : TARGETS)
  test(`C: ${name}`, async (t) => {
    assert.ok(built, "not built");
    const seconds = Math.max(1, Math.round((SECONDS * (SHARES[name] ?? 1)) / total));
    const corpus = join(work, name);
    mkdirSync(corpus);
    const kept = join(findings(), `${name}-`);
    const { code, output } = await run(built.program(name), [
      ...[`-max_total_time=${seconds}`, `-seed=${SEED}`, "-len_control=0", "-max_len=300"],
      ...["-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1", `-artifact_prefix=${kept}`],
      ...[corpus, `${CORPUS}/${name}`],
    ]);
    const number = (/** @type {RegExp} */ pattern) => [...output.matchAll(pattern)].at(-1)?.[1] ?? "?";
    const found = readdirSync(findings()).filter((file) => file.startsWith(`${name}-`));
    t.diagnostic(
      `${name}: ${number(/executed_units:\s+(\d+)/g)} executions, ${seconds} s, coverage ${number(/cov: (\d+)/g)}, ` +
        `${number(/new_units_added:\s+(\d+)/g)} new inputs, seed ${SEED}`,
    );
    const how = found.map((file) => replay(name, join(findings(), file))).join("\n");
    assert.ok(code === 0 && found.length === 0, `${output.split("\n").slice(-60).join("\n")}\n${how}`);
  });
