// What the files of web/core/ repeat of the headers in c/: each such line says after "C:" what it is there.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const folder = (path, ending) => {
  const url = new URL(`../../../${path}/`, import.meta.url);
  const names = readdirSync(url, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(name, url), "utf8"));
};
const headers = folder("c", ".h")
  .join("\n")
  .replaceAll(/\/\*.*?\*\//gs, "");
const sources = folder("web/core", ".js");

/** A number as both languages write it: 4096, 1 << 24, (-3). @param {string} text */
const number = (text) => {
  assert.match(text, /^[\d\s<()-]+$/);
  return Function(`return ${text}`)();
};

/** Every named number of the headers, and the enumerators that each stands with. */
const values = new Map();
const together = new Map();
for (const [, name, text] of headers.matchAll(/^#define (\w+) ([\d\s<()]+)$/gm))
  values.set(name, number(text));
for (const [, list] of headers.matchAll(/\benum \{([^}]*)\}/g)) {
  const names = [...list.matchAll(/(\w+) = (-?\d+)/g)].map(([, name, text]) => {
    values.set(name, number(text));
    return name;
  });
  for (const name of names) together.set(name, names);
}

/** Lines of JavaScript with what they are in C: the comment stands at their end, or above them. */
const repeated = sources.flatMap((source) => [
  ...[...source.matchAll(/const (\w+) = ([^;]*); \/\/ C: (.*)/g)].map(([, name, text, said]) => ({ name, text, said })), // prettier-ignore
  ...[...source.matchAll(/^\/\/ C: (.*)\n(?:export )?const (\w+) = ([^;]*);/gm)].map(([, said, name, text]) => ({ name, text, said })), // prettier-ignore
]);
const limits = repeated.filter(({ text }) => /^[\d(]/.test(text));
const lists = repeated.filter(({ text }) => text.startsWith("["));
const tables = repeated.filter(({ text }) => text.startsWith("{"));

test("every line that says what it is in C is found", () => {
  const marks = sources.join("\n").match(/\/\/ C: /g) ?? [];
  assert.equal(repeated.length, marks.length);
  assert.equal(limits.length + lists.length + tables.length, marks.length);
  assert.ok(limits.length >= 12 && lists.length >= 8 && tables.length >= 3);
});

for (const { name, text, said } of limits)
  test(`${name} is ${said}`, () => {
    for (const inC of said.split(" = ")) assert.equal(number(text), values.get(inC), inC);
  });

for (const { name, text, said } of lists)
  test(`${name} is in the order of C, and complete`, () => {
    const list = [...text.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
    const names = said.split(";")[0].split(", ");
    assert.equal(list.length, names.length);
    names.forEach((inC, i) => assert.equal(values.get(inC), i, inC));
    // Further numbers of that enum are said to be none of them.
    const all = together.get(names[0]) ?? [];
    const others = all.filter((/** @type {string} */ inC) => !names.includes(inC) && !said.includes(inC));
    assert.deepEqual(others, []);
  });

const WORDS = { ARG: "argument", MEMORY: "memory", FULL: "full", DIVERGED: "diverged", END: "end", STATE: "state", SHAPE: "shape" }; // prettier-ignore

test("every error code of C has its word, and only one table", () => {
  const codes = [...values.keys()].filter((name) => name.includes("_ERR_"));
  assert.ok(codes.length > 15);
  for (const inC of codes) {
    const [prefix, reason] = inC.split("_ERR_");
    const of = tables.filter(({ said }) => said.split(", ").includes(`${prefix}_ERR_`));
    assert.equal(of.length, 1, inC);
    const entry = `[${values.get(inC)}]: "${WORDS[/** @type {keyof typeof WORDS} */ (reason)]}"`;
    assert.ok(of[0].text.includes(entry), `${inC}: ${entry}`);
  }
});

test("no limit of a header that JavaScript calls is left out, but those that C alone looks after", () => {
  const ownOfC = ["DOT_U8_MAX", "GRAPH_MAX_NODES", "UNIT_MAX_NUMBERS", "NETWORK_MAX_LAYERS", /^SPECTRUM_/];
  const said = limits.map((limit) => limit.said).join(" ");
  const missing = [...values.keys()].filter(
    (name) =>
      /(^|_)(MIN|MAX|CAPACITY)(_|$)/.test(name) &&
      !said.includes(name) &&
      !ownOfC.some((own) => (typeof own === "string" ? own === name : own.test(name))),
  );
  assert.deepEqual(missing, []);
});
