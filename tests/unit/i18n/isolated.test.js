import assert from "node:assert/strict";
import test from "node:test";
import { isolated } from "../../../web/i18n/i18n.js";

test("names that cannot turn a sentence stay as they are", () => {
  for (const name of ["cat.jpg", "猫 1.png", "Žluťoučký.webp", "a – b", "", "😀"])
    assert.equal(isolated(name), name);
});

test("what reads from right to left is isolated, and characters that steer direction are gone", () => {
  assert.equal(isolated("חתול.png"), "\u2068חתול.png\u2069");
  assert.equal(isolated("قط"), "\u2068قط\u2069");
  assert.equal(isolated("cat\u202egpj.exe"), "\u2068catgpj.exe\u2069");
  assert.equal(isolated("a\u2069\u202eb"), "\u2068ab\u2069", "nothing gets out of the isolate");
});
