// A newcomer opens any folder and reads what lives there.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

/** @param {string} folder @returns {string[]} it and all below it */
const foldersIn = (folder) => [
  folder,
  ...readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "vendor")
    .flatMap(({ name }) => foldersIn(join(folder, name))),
];

for (const folder of [...foldersIn("c"), ...foldersIn("web")])
  test(`${folder} says what lives in it`, () => {
    const file = ["README.md", "figure.js"].map((name) => join(folder, name)).find(existsSync);
    assert.ok(file, `${folder} has no README.md`);
    const [first] = readFileSync(file, "utf8").split("\n");
    assert.match(first, file.endsWith(".md") ? /^[A-Z].{20,}/ : /^\/[/*] .{20,}/);
  });
