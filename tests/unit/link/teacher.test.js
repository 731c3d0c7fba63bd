// What a teacher's link says: text stays text, and is of bearable length.
import assert from "node:assert/strict";
import test from "node:test";
import { parsed, written } from "../../../web/link/address.js";
import { settingsIn } from "../../../web/link/settings.js";
import { GROUPS, hiddenOf, nameOf, taskOf, teachersQuery } from "../../../web/link/teacher.js";
import { frameCode } from "../../../web/page/link/frame-code.js";

const WISH = { task: "", hide: [], paused: false, lang: "", own: null, settings: {} };
const readBack = (wish) => parsed(written(teachersQuery({ ...WISH, ...wish })));

test("a task is text of at most 500 characters and six lines", () => {
  assert.equal(taskOf("  Train it.\r\nThen?\u2028Why? \n"), "Train it.\nThen?\nWhy?");
  assert.equal(taskOf("<script>alert(1)</script>"), "<script>alert(1)</script>", "shown as what it is");
  assert.equal(taskOf("a\u0000b\u001b[2Jc\u202edlo\u2066"), "ab[2Jcdlo");
  assert.equal(taskOf("1\n2\n3\n4\n5\n6\n7\n8"), "1\n2\n3\n4\n5\n6");
  assert.equal([...taskOf("猫".repeat(800))].length, 500);
  assert.equal([...taskOf("😀".repeat(800))].length, 500, "no half characters");
  assert.equal(taskOf("x".repeat(1e6)).length, 500);
  for (const none of [null, "", " \n ", "\u202e"]) assert.equal(taskOf(none), "");
});

test("only groups that there are can be hidden", () => {
  assert.deepEqual(hiddenOf("test,more,test"), ["more", "test"]);
  assert.deepEqual(hiddenOf("body,*,] {},__proto__, more"), []);
  assert.deepEqual(hiddenOf(null), []);
  assert.deepEqual(hiddenOf(GROUPS.join()), GROUPS);
});

test("what is wished comes out of the address again", () => {
  const task = "Train: 100 %?\nα = 1 & “why” #1+1";
  const query = readBack({
    task,
    hide: ["test", "language"],
    paused: true,
    lang: "zh",
    settings: { alpha: "0.01", seed: null },
  });
  assert.equal(taskOf(query.get("task")), task);
  assert.deepEqual(hiddenOf(query.get("hide")), ["test", "language"]);
  assert.deepEqual([query.get("lang"), query.has("paused"), query.get("pictures")], ["zh", true, "drawn"]);
  assert.deepEqual(settingsIn(query), { alpha: 0.01 });
  assert.equal(query.has("seed"), false);
});

test("own pictures are named, and never in it", () => {
  const query = readBack({ own: { one: "cats & co", zero: "Hunde\nund\u202e mehr", file: "" } });
  assert.deepEqual([...query], [["pictures", "own"], ["one", "cats & co"], ["zero", "Hunde und mehr"]]); // prettier-ignore
  assert.equal(nameOf("x".repeat(200)).length, 60);
  assert.equal(readBack({ own: { one: "a", zero: "b", file: "cats.zip" } }).get("file"), "cats.zip");
});

test("the longest task, in Chinese, still is an address that is read", () => {
  const query = readBack({ task: "猫".repeat(500), hide: GROUPS });
  assert.equal(taskOf(query.get("task")).length, 500);
});

test("nothing gets out of the attributes of the frame", () => {
  const code = frameCode({ src: 'https://x/?task="><script>&y', title: `"'<b>`, height: 900 });
  const [tag] = code.split("\n  width");
  assert.equal(tag, `<iframe src="https://x/?task=&quot;&gt;&lt;script&gt;&amp;y" title="&quot;'&lt;b&gt;"`);
  assert.match(code, /height="900"/);
});
