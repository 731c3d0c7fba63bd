// @ts-nocheck -- many functions here run in the page
// The camera: recorded for either class, undone, tested live; refused, absent, taken, unplugged, out of sight.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { cameraArgs, UNASKED } from "../shared/camera.js";
import { card, counts, finish, fullSpeed, last, press, unfoldParts } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const STRIPES = [
  [200, 40, 40],
  [40, 200, 40],
  [40, 40, 200],
  [220, 220, 60],
];
const { visit } = browserTests({ args: [...cameraArgs(STRIPES), UNASKED] });
const asking = browserTests({ args: cameraArgs(STRIPES), whole: true });
const allowed = { permissions: ["camera"] };

const dialog = (page) => page.getByRole("dialog");
const hold = (page) => dialog(page).getByRole("button", { name: /^(Hold to record|按住连拍)$/ });
const openFor = (page, y) =>
  card(page, y)
    .getByRole("button", { name: /^(Camera|摄像头)$/ })
    .click();
const filming = (page) => until(page, () => document.querySelector(".camera-hold")?.disabled === false);

/** In the page, before its scripts: keeps the streams it gets. */
const keepStreams = () => {
  window.streams = [];
  const plain = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await plain(wish);
    window.streams.push(stream);
    return stream;
  };
};
const lights = (page) =>
  page.evaluate(() => window.streams.flatMap((s) => s.getTracks()).map((t) => t.readyState));

/** Holds the button until there are `n` pictures more of the class that is chosen, or a few more. */
async function record(page, n) {
  const before = await recorded(page);
  const { x, y, width, height } = await hold(page).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await until(
    page,
    ([wanted]) =>
      Number(/(\d+)$/.exec(document.querySelector(".camera .classes :checked + span").innerText)[1]) >=
      wanted,
    [before + n],
  );
  await page.mouse.up();
}
const recorded = (page) =>
  page.evaluate(() =>
    Number(/(\d+)$/.exec(document.querySelector(".camera .classes :checked + span").innerText)[1]),
  );

test("held: pictures for one class, then the other, with their names; then they are learned", async (t) => {
  const { page } = await visit(t, { ...allowed, init: keepStreams });
  await openFor(page, 1);
  await filming(page);
  assert.deepEqual(await page.evaluate(() => document.activeElement.className.includes("camera-hold")), true);
  await dialog(page).getByLabel("Name of class 1").fill("mug");
  await record(page, 8);
  await until(page, () => window.heard.data.counts[1] >= 8 && window.heard.data.source === "own");
  const ones = (await last(page, "data")).counts[1];
  await dialog(page).getByRole("radio").nth(1).check();
  await dialog(page).getByLabel("Name of class 0").fill("hand");
  await record(page, 4);
  await until(page, () => window.heard.data.counts[0] >= 4 && window.heard.data.names[0] === "hand");
  const zeros = (await last(page, "data")).counts[0];
  assert.deepEqual((await last(page, "data")).names, ["hand", "mug"]);
  await dialog(page).getByRole("button", { name: "Train", exact: true }).click();
  await counts(page, zeros, ones);
  assert.deepEqual(await lights(page), ["ended"], "the camera is off when the dialog is closed");
  await fullSpeed(page);
  const { accuracy } = await finish(page);
  assert.ok(Number.isFinite(accuracy));
});

test("Space holds as well; one picture; the last of them taken back", async (t) => {
  const { page } = await visit(t, allowed);
  await openFor(page, 0);
  await filming(page);
  await page.keyboard.down("Space");
  await until(page, () =>
    /[3-9]$/.test(document.querySelector(".camera .classes :checked + span").innerText),
  );
  await page.keyboard.up("Space");
  await until(page, () => window.heard.data.source === "own" && window.heard.data.counts[0] >= 3);
  const burst = (await last(page, "data")).counts[0];
  await press(page, "One picture");
  await until(page, (n) => window.heard.data.counts[0] === n, burst + 1);
  await press(page, "Take it back");
  await until(page, (n) => window.heard.data.counts[0] === n, burst);
  await press(page, burst === 1 ? "Take it back" : `Take the ${burst} back`);
  await until(page, () => window.heard.data.source === "drawn" || window.heard.data.counts[0] === 0);
});

test("the pixels are the camera's: the whole frame, its middle square, made small", async (t) => {
  const { page } = await visit(t, allowed);
  await openFor(page, 1);
  await filming(page);
  await press(page, "One picture");
  await until(page, () => window.heard.data.source === "own");
  // 320 × 240: the middle square leaves 40 of 80 pixels of the first and the last stripe; at 64 px 10.7, 21.3, 21.3, 10.7.
  const seen = await page.evaluate(() => {
    const canvas = document.querySelector(".camera-seen canvas");
    const { data } = canvas.getContext("2d").getImageData(0, canvas.height >> 1, canvas.width, 1);
    return [5, 21, 42, 58].map((x) => [...data.slice(4 * x, 4 * x + 3)]);
  });
  seen.flat().forEach((byte, i) => assert.ok(Math.abs(byte - STRIPES.flat()[i]) <= 4, `${seen} ${STRIPES}`));
});

test("live at the picture under test: its answer, its numbers; the last frame stays and can be added", async (t) => {
  const { page } = await visit(t, { ...allowed, init: keepStreams, goes: true });
  const column = page.getByRole("region", { name: "Test", exact: true });
  await column.getByRole("button", { name: "Camera" }).click();
  await until(page, () => window.heard.train.selected?.id === -1 && window.heard.train.running);
  const { iteration } = await last(page, "train");
  await until(page, (t0) => window.heard.train.iteration > t0 + 20, iteration); // training goes on meanwhile
  await until(page, () => document.querySelector("#subject-name").innerText === "the picture under test");
  const colour = () => {
    const { width, height } = document.querySelector("#subject");
    return [
      ...document
        .querySelector("#subject")
        .getContext("2d")
        .getImageData(width / 3, height / 2, 1, 1).data,
    ].slice(0, 3);
  };
  (await page.evaluate(colour)).forEach((byte, i) => assert.ok(Math.abs(byte - STRIPES[1][i]) <= 4));
  const { probe, selected } = await last(page, "train");
  assert.equal(probe.z, selected.z);
  await soon(async () => {
    const shown = await page.locator("#eq-a").innerText();
    assert.match(shown, /^0\.\d{4}$/);
    assert.equal(await page.locator("#eq-loss").innerText(), "–", "no label, no loss");
  });
  await column.getByRole("button", { name: "Stop the camera" }).click();
  assert.deepEqual(await lights(page), ["ended"]);
  await column.locator('.probe-add [data-y="1"]').click();
  await until(page, () => window.heard.data.source === "own" && window.heard.data.counts[1] === 1);
});

/** In the page, before its scripts: the one camera is two of a phone, at its back and at its front. */
const backAndFront = () => {
  window.wishes = [];
  const plain = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const both = { back: "environment", front: "user" };
  navigator.mediaDevices.getUserMedia = async ({ video }) => {
    window.wishes.push(video);
    const id = video.deviceId?.exact ?? (video.facingMode.ideal === "environment" ? "back" : "front");
    const stream = await plain({ video: { width: video.width, height: video.height } });
    stream.getVideoTracks()[0].getSettings = () => ({ deviceId: id, facingMode: both[id] });
    return stream;
  };
  navigator.mediaDevices.enumerateDevices = async () =>
    Object.keys(both).map((deviceId) => ({ deviceId, kind: "videoinput", label: `the ${deviceId} one` }));
};

test("of a phone's two cameras the back one comes first; the front one is shown in the mirror, its pictures are not", async (t) => {
  const { page } = await visit(t, { ...allowed, init: backAndFront, width: 390, touch: true });
  await unfoldParts(page);
  await openFor(page, 1);
  await filming(page);
  const mirrored = () =>
    page.evaluate(() => getComputedStyle(document.querySelector(".camera-view video")).transform !== "none");
  const left = () =>
    page.evaluate(() => {
      const canvas = document.querySelector(".camera-seen canvas");
      return [
        ...canvas
          .getContext("2d")
          .getImageData(5, canvas.height >> 1, 1, 1)
          .data.slice(0, 3),
      ];
    });
  const isFirstStripe = async () =>
    (await left()).forEach((byte, i) => assert.ok(Math.abs(byte - STRIPES[0][i]) <= 4, `${byte}`));
  assert.equal(await mirrored(), false, "what is behind the phone is seen as it is");
  await soon(isFirstStripe);
  const choice = dialog(page).getByRole("combobox", { name: "Camera" });
  assert.deepEqual(await choice.locator("option").allInnerTexts(), ["the back one", "the front one"]);
  await choice.selectOption("front");
  await soon(async () => assert.equal(await mirrored(), true));
  await filming(page);
  await soon(isFirstStripe);
  const wishes = await page.evaluate(() =>
    window.wishes.map(({ facingMode, deviceId }) => ({ facingMode, deviceId })),
  );
  assert.deepEqual(wishes.map(({ facingMode, deviceId }) => facingMode?.ideal ?? deviceId.exact), ["environment", "front"]); // prettier-ignore
});

test("unplugged while recording: what was recorded is kept, and it is said", async (t) => {
  const { page } = await visit(t, { ...allowed, init: keepStreams });
  await openFor(page, 1);
  await filming(page);
  await page.keyboard.down("Space");
  await until(page, () =>
    /[3-9]$/.test(document.querySelector(".camera .classes :checked + span").innerText),
  );
  await page.evaluate(() => window.streams[0].getTracks()[0].dispatchEvent(new Event("ended")));
  await dialog(page).getByText("The camera is gone").waitFor();
  await until(page, () => window.heard.data.source === "own" && window.heard.data.counts[1] >= 3);
  await page.keyboard.up("Space");
  await press(page, "Switch the camera on");
  await filming(page);
});

test("out of sight the camera goes off; it comes back by a click", async (t) => {
  const { page } = await visit(t, { ...allowed, init: keepStreams });
  await openFor(page, 1);
  await filming(page);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await dialog(page).getByText("while the page was out of sight").waitFor();
  assert.deepEqual(await lights(page), ["ended"]);
  await page.evaluate(() => delete document.hidden);
  await press(page, "Switch the camera on");
  await filming(page);
  await page.keyboard.press("Escape");
  await until(page, () => window.streams.every((s) => s.getTracks()[0].readyState === "ended"));
});

for (const [name, sentence] of [
  ["NotFoundError", /^No camera was found/],
  ["NotReadableError", /another program/],
  ["NotAllowedError", /may not use the camera/],
])
  test(`${name} is one sentence, and everything else works on`, async (t) => {
    const init = (error) => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException("", error);
      };
    };
    const { page } = await visit(t, { init, arg: name });
    await openFor(page, 1);
    await dialog(page).getByText(sentence).waitFor();
    assert.ok(await hold(page).isDisabled());
    await press(page, "Done");
    await counts(page, 121, 129);
  });

test("refused by the browser itself", async (t) => {
  const { page } = await asking.visit(t, { lang: "zh-CN" });
  await openFor(page, 1);
  await dialog(page).getByText("没有获准使用摄像头").waitFor();
});

test("accessible in every language and theme", async (t) => {
  const { page } = await visit(t, { ...allowed, width: 390 });
  await unfoldParts(page);
  await openFor(page, 1);
  await filming(page);
  await assertAccessible(page, { within: "dialog[open]" });
});
