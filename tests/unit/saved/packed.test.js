// Pictures packed by several at once: the file is the same, whoever packs, and however badly.
import assert from "node:assert/strict";
import test from "node:test";
import { crc32 } from "node:zlib";
import { allPacked, packFor } from "../../../web/saved/packed.js";
import { pngOf } from "../../../web/saved/png.js";
import { random } from "../shared/reference.js";
import { openSession } from "../training/session-fakes.js";
import { TEXTS, filesIn } from "./saved-fakes.js";

/** Pictures of two sizes, all in one piece of memory, as those of an .h5 are. @param {number} n */
function masters(n) {
  const next = random(7);
  const all = Uint8Array.from({ length: n * 3 * 64 * 64 }, () => next(256));
  return Array.from({ length: n }, (_, i) => {
    const px = i % 3 ? 64 : 32;
    return { px, rgb: all.subarray(i * 3 * 64 * 64, i * 3 * 64 * 64 + 3 * px * px) };
  });
}

/** What is at the other end of the port. @param {{after?: number}} [how] after: answers so many and no more */
function packer({ after = Infinity } = {}) {
  const { port1, port2 } = new MessageChannel();
  const seen = {
    asked: 0,
    answered: 0,
    closed: new Promise((resolve) => /** @type {any} */ (port1).on("close", resolve)),
  };
  const inner = new MessageChannel(); // between packFor and the one that saves, to look at what goes by
  packFor(inner.port2);
  port1.onmessage = ({ data }) => {
    seen.asked++;
    if (seen.asked <= after) inner.port1.postMessage(data);
  };
  inner.port1.onmessage = ({ data }) => {
    seen.answered++;
    port1.postMessage(data);
  };
  seen.closed.then(() => inner.port1.close());
  return { port: port2, seen };
}

/** What allPacked should give. @param {ReturnType<typeof masters>} list */
const expected = (list) =>
  Promise.all(list.map(async ({ rgb, px }) => ({ png: Buffer.concat(await pngOf(rgb, px)), px, crc32: crc32(rgb) }))); // prettier-ignore

/** @param {ReturnType<typeof masters>} list @param {{port: MessagePort}[]} packers */
async function collected(list, packers) {
  const all = [];
  let ahead = 0;
  const masterOf = (/** @type {number} */ i) => {
    ahead = Math.max(ahead, i - all.length);
    return list[i];
  };
  for await (const { png, ...kept } of allPacked(
    list.length,
    masterOf,
    packers.map(({ port }) => port),
  ))
    all.push({ png: Buffer.concat(png), ...kept });
  return { all, ahead };
}

const WAYS = {
  "by none else": [],
  "by one more": [{}],
  "by three more": [{}, {}, {}],
  "by one that never answers": [{ after: 0 }],
  "by one that ends midway": [{ after: 13 }],
  "by two, and one of them ends midway": [{ after: 5 }, {}],
};

for (const [name, hows] of Object.entries(WAYS))
  test(`packed ${name}: the same bytes in the same order, not too many in memory`, async () => {
    const list = masters(120);
    const packers = hows.map(packer);
    const { all, ahead } = await collected(list, packers);
    assert.deepEqual(all, await expected(list));
    assert.ok(ahead < 32, `${ahead} pictures ahead`);
    for (const [k, { seen }] of packers.entries()) {
      await seen.closed;
      const { after = Infinity } = hows[k];
      assert.ok(seen.asked > 0);
      assert.ok(
        seen.asked - Math.min(seen.answered, after) <= 4,
        `${seen.asked} asked, ${seen.answered} answered`,
      );
      if (after === Infinity) assert.ok(seen.answered > 10, `${seen.answered} answered`);
    }
    assert.ok(
      list.every(({ rgb, px }) => rgb.length === 3 * px * px),
      "no memory went away",
    );
  });

test("nothing to pack, and fewer than a packer takes at once", async () => {
  for (const n of [0, 1, 3]) {
    const list = masters(n);
    const one = packer();
    assert.deepEqual((await collected(list, [one])).all, await expected(list));
    await one.seen.closed;
  }
});

test("who wants no more is heard between two pictures, and no packer is left open", async () => {
  const one = packer();
  const list = masters(120);
  let came = 0;
  let stop = false;
  setTimeout(() => (stop = true));
  await assert.rejects(async () => {
    for await (const { px } of allPacked(list.length, (i) => list[i], [one.port])) {
      assert.equal(px, list[came++].px);
      if (stop) throw new Error("stopped");
    }
  }, /stopped/);
  assert.ok(came < list.length, `${came}`);
  await one.seen.closed;
});

test("a picture that cannot be had is an error of the one that saves, whoever would have packed it", async () => {
  for (const bad of [1, 90]) {
    const one = packer();
    const list = masters(120);
    const masterOf = (/** @type {number} */ i) => {
      if (i === bad) throw new RangeError("no memory");
      return list[i];
    };
    const packed = allPacked(list.length, masterOf, [one.port]);
    await assert.rejects(async () => {
      while (!(await packed.next()).done);
    }, RangeError);
    await one.seen.closed;
  }
});

test("a whole file: the same entries, saved with packers and without", async () => {
  const { session } = await openSession({ meta: { source: "drawn", settings: { n_px: 32, drawn_m: 60 } } });
  await session.start();
  const saved = async (/** @type {MessagePort[]} */ ports) => {
    const { blob } = await session.save(TEXTS, "all", ports);
    const files = [...(await filesIn(new File([/** @type {Blob} */ (blob)], "saved.zip")))];
    return files.map(([path, bytes]) => {
      if (path.endsWith(".npz")) return [path]; // an archive, with times
      if (path !== "settings.json") return [path, Buffer.from(bytes).toString("base64")];
      return [path, new TextDecoder().decode(bytes).replace(/"saved": .*/, "")];
    });
  };
  const [ends, well] = [packer({ after: 6 }), packer()];
  const [alone, helped] = [await saved([]), await saved([ends.port, well.port])];
  assert.equal(alone.filter(([path]) => path.endsWith(".png")).length, 75);
  assert.deepEqual(helped, alone);
  assert.ok(well.seen.answered > 5, `${well.seen.answered}`);
});
