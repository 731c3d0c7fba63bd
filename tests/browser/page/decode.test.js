// @ts-nocheck -- many functions here run in the page, with helpers that the page gets at run time
// Every picture a visitor may bring: decoded in a real browser's worker and made small by the C core, or refused with
// the right reason.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { samples } from "../../unit/pictures/samples.js";
import { SOURCES } from "../shared/browser.js";
import { png } from "../shared/files.js";
import { browserTests } from "../shared/visitor.js";

const course = process.env.COURSE_DATA;
const needsCourse = { skip: course ? false : "COURSE_DATA is not set" };

const PAGE = '<!doctype html><link rel="icon" href="data:,"><title>bare</title><div id="drop">here</div>';

/** In the page: a module worker around decode.js, and helpers that the tests below call. */
function prepare() {
  const sources = `${location.origin}/sources/`;
  const source = `
    import { openCore } from '${sources}core/core.js';
    import { decodePicture } from '${sources}pictures/decode.js';
    const core = await openCore(await (await fetch('${sources}core.wasm')).arrayBuffer());
    const seen = {};
    const resize = (picture) => {
      seen.rgba = picture.rgba;
      return core.resize(picture);
    };
    const strict = self.createImageBitmap;
    const lenient = (file) => strict(file).catch(() => strict(new ImageData(9, 9)));
    onmessage = async ({ data: { file, fit, half } }) => {
      if (half !== undefined) {
        self.createImageBitmap = half ? lenient : strict;
        return postMessage(half);
      }
      try {
        const { rgb, width, height } = await decodePicture(file, { fit, resize });
        postMessage({ width, height, rgb, corner: [...seen.rgba.subarray(0, 4)], end: [...seen.rgba.subarray(-4)] });
      } catch (error) {
        postMessage({ code: error.code ?? String(error.stack), ...error.params });
      }
    };
    postMessage('ready');`;
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), {
    type: "module",
  });
  const answer = () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    });
  const decode = (file, fit = "crop") => {
    const result = answer();
    worker.postMessage({ file, fit });
    return result;
  };
  /** The browser makes something of every file, as Firefox and Safari do of halves. */
  const showHalves = (half) => {
    const result = answer();
    worker.postMessage({ half });
    return result;
  };
  const fetchFile = async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return new File([await response.blob()], address.split("/").pop(), { type: "image/any" });
  };
  /** Without the pixels: their number and mean. */
  const summary = ({ rgb, ...rest }) =>
    rgb
      ? { ...rest, bytes: rgb.length, mean: Math.round(rgb.reduce((sum, v) => sum + v, 0) / rgb.length) }
      : rest;
  /** A plain WebP file as an extended one with an EXIF chunk. */
  const withExif = (webp, w, h, orientation) => {
    const le = (n, bytes) => Array.from({ length: bytes }, (_, i) => (n >>> (8 * i)) & 255);
    const text = (s) => [...s].map((c) => c.charCodeAt(0));
    const tiff = [
      ...text("II*\0"),
      ...le(8, 4),
      ...le(1, 2),
      ...le(0x112, 2),
      ...le(3, 2),
      ...le(1, 4),
      ...le(orientation, 4),
    ];
    const exif = [...text("EXIF"), ...le(tiff.length + 4, 4), ...tiff, 0, 0, 0, 0];
    const vp8x = [...text("VP8X"), ...le(10, 4), 8, 0, 0, 0, ...le(w - 1, 3), ...le(h - 1, 3)];
    const image = webp[12] === 0x56 && webp[15] === 0x58 ? webp.subarray(30) : webp.subarray(12);
    const body = [...text("WEBP"), ...vp8x, ...image, ...exif];
    return new File([new Uint8Array([...text("RIFF"), ...le(body.length, 4), ...body])], "x.webp");
  };
  Object.assign(window, { decode, showHalves, fetchFile, summary, withExif });
  return answer();
}

const file = await browserTests({
  pages: { "/bare.html": PAGE },
  folders: { "/sources/": SOURCES, ...(course && { "/course/": course }) },
}).sharedPage(async ({ page }) => {
  await page.goto("/bare.html");
  await page.evaluate(prepare);
});

const decodeUrl = (address, fit) =>
  file.page.evaluate(
    async ([a, f]) => window.summary(await window.decode(await window.fetchFile(a), f)),
    [address, fit],
  );
const decodeBytes = (bytes, name = "x.png", type = "image/png") =>
  file.page.evaluate(
    async ([b, n, t]) => window.summary(await window.decode(new File([new Uint8Array(b)], n, { type: t }))),
    [bytes, name, type],
  );

/** Samples of the unit tests, and a PNG of our own. @param {string} format @returns {[string, Uint8Array][]} */
const samplesOf = (format) =>
  format === "png" ? [["ours", new Uint8Array(png(9, 7, (x, y) => [20 * x, 30 * y, 99]))]] : samples(format);

/** Every other odd file gives a picture in Chromium. */
const REFUSED = {
  "made_zero.jpg": { code: "empty-file" },
  "pillow_broken.png": { code: "truncated" },
  "pillow_decompression_bomb_extents.gif": { code: "too-large", width: 65635, height: 65635, most: 50 },
  "pillow_zero_width.gif": { code: "truncated" },
  "sharp_check.svg": { code: "svg" },
  "sharp_tifftag-photoshop.tiff": { code: "undecodable", format: "TIFF" },
  "sharp_truncated.png": { code: "truncated" },
};

test("decode: every odd file is a picture or refused for the right reason", needsCourse, async (t) => {
  const names = readdirSync(join(course, "images/odd")).sort();
  assert.ok(names.length > 40);
  for (const name of names) {
    const found = await decodeUrl(`/course/images/odd/${name}`);
    t.diagnostic(`${name}: ${JSON.stringify(found)}`);
    if (name in REFUSED) assert.deepEqual(found, REFUSED[name], name);
    else assert.equal(found.bytes, 128 * 128 * 3, `${name}: ${JSON.stringify(found)}`);
  }
});

test(
  "decode: a file that ends too early is refused also where the browser would show half of it",
  needsCourse,
  async () => {
    const halves = await file.page.evaluate(async () => {
      await window.showHalves(true);
      const names = ["pillow_hopper.jpg", "pillow_hopper.gif", "sharp_p3.png", "imagers_simple.webp"];
      const halves = [];
      for (const name of names) {
        const file = await window.fetchFile(`/course/images/odd/${name}`);
        const half = new File([file.slice(0, Math.round(0.7 * file.size))], name);
        halves.push([(await window.decode(half)).code, (await window.decode(file)).code ?? "a picture"]);
      }
      await window.showHalves(false);
      return halves;
    });
    assert.deepEqual(halves, Array(4).fill(["truncated", "a picture"]));
  },
);

test(
  "decode: a whole picture without its formal end is the same picture; half of one with an end is none",
  needsCourse,
  async () => {
    const whole = await decodeUrl("/course/images/odd/pillow_hopper.jpg");
    assert.deepEqual(await decodeUrl("/course/intake/noeoi.jpg"), whole);
    for (const name of ["half_eoi.jpg", "zeros_tail.jpg"])
      assert.deepEqual(await decodeUrl(`/course/intake/${name}`), { code: "truncated" }, name);
    for (const format of ["jpeg", "png", "webp", "gif"])
      for (const [kind, file] of samplesOf(format)) {
        const found = await decodeBytes([...file], `x.${format}`, `image/${format}`);
        assert.equal(found.bytes, 128 * 128 * 3, `${format} ${kind}: ${JSON.stringify(found)}`);
        const shorter = file.subarray(0, file.length - (format === "png" ? 12 : format === "jpeg" ? 2 : 1));
        if (format === "webp") continue;
        assert.deepEqual(
          await decodeBytes([...shorter], `x.${format}`, `image/${format}`),
          found,
          `${format} ${kind}`,
        );
      }
    for (const [kind, file] of samplesOf("webp")) {
      const off = file.slice();
      off[4] += 1;
      assert.deepEqual(
        await decodeBytes([...off], "x.webp", "image/webp"),
        await decodeBytes([...file], "x.webp", "image/webp"),
        kind,
      );
      // Half of it, and the header says so: no browser makes a picture of that.
      const half = file.slice(0, 2 * (file.length >> 2));
      const view = new DataView(half.buffer);
      view.setUint32(4, half.length - 8, true);
      view.setUint32(16, half.length - 20, true);
      assert.deepEqual(await decodeBytes([...half], "x.webp", "image/webp"), { code: "truncated" }, kind);
    }
  },
);

test("decode: a wholly transparent picture is white", needsCourse, async () => {
  assert.equal((await decodeUrl("/course/images/odd/sharp_full-transparent.png")).mean, 255);
});

test("decode: the nine EXIF orientations come out upright and alike", needsCourse, async () => {
  const apart = await file.page.evaluate(async () => {
    const pictures = [];
    for (let k = 0; k <= 8; k++) {
      const file = await window.fetchFile(`/course/images/exif/Portrait_${k}.jpg`);
      const { rgb, width, height } = await window.decode(file, "fit");
      if (!rgb || width >= height) throw new Error(`Portrait_${k}: ${width} x ${height}`);
      pictures.push(rgb);
    }
    return pictures.map(
      (rgb) => rgb.reduce((sum, v, i) => sum + Math.abs(v - pictures[0][i]), 0) / rgb.length,
    );
  });
  for (const [k, difference] of apart.entries())
    assert.ok(difference < 3, `orientation ${k} is ${difference} levels away`);
});

const chunk = (type, body) => [
  ...be32(body.length),
  ...[...type].map((c) => c.charCodeAt(0)),
  ...body,
  0,
  0,
  0,
  0,
];
test("decode: a turned WebP is the picture of its JPEG", needsCourse, async () => {
  const apart = await file.page.evaluate(async () => {
    const [a, b] = ["hopper_orientation_6.webp", "hopper_orientation_5.jpg"].map(
      (name) => `/course/images/odd/pillow_${name}`,
    );
    const one = (await window.decode(await window.fetchFile(a))).rgb;
    const other = (await window.decode(await window.fetchFile(b))).rgb;
    return one.reduce((sum, v, i) => sum + Math.abs(v - other[i]), 0) / one.length;
  });
  assert.ok(apart < 10, `${apart} levels apart`);
});

test("decode: orientations come out alike in WebP, too, where browsers disagree", async () => {
  const corners = await file.page.evaluate(async () => {
    // Four colours, one a quarter: red, green / blue, white. Stored as EXIF orientation k says, they come out so.
    const stored = [
      [0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 3, 0, 1],
      [0, 2, 1, 3], [1, 3, 0, 2], [3, 1, 2, 0], [2, 0, 3, 1],
    ]; // prettier-ignore
    const colours = ["#f00", "#0f0", "#00f", "#fff"];
    const found = [];
    for (const [k, quarters] of stored.entries()) {
      const [w, h] = k < 4 ? [64, 32] : [32, 64];
      const context = new OffscreenCanvas(w, h).getContext("2d");
      quarters.forEach((colour, i) => {
        context.fillStyle = colours[colour];
        context.fillRect(((i % 2) * w) / 2, ((i >> 1) * h) / 2, w / 2, h / 2);
      });
      const blob = await context.canvas.convertToBlob({ type: "image/webp", quality: 1 });
      const { width, height, rgb } = await window.decode(
        window.withExif(new Uint8Array(await blob.arrayBuffer()), w, h, k + 1),
      );
      const at = (x, y) =>
        [...rgb.subarray(3 * (y * 128 + x), 3 * (y * 128 + x) + 3)].map((v) => Math.round(v / 255)).join("");
      found.push([width, height, at(9, 9), at(119, 9), at(9, 119), at(119, 119)].join(" "));
    }
    return found;
  });
  assert.deepEqual(corners, new Array(8).fill("64 32 100 010 001 111"));
});

const be32 = (n) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const pngOf = (w, h) => [
  ...[137, 80, 78, 71, 13, 10, 26, 10],
  ...chunk("IHDR", [...be32(w), ...be32(h), 8, 2, 0, 0, 0]),
  ...chunk("IDAT", [1, 2, 3]),
];

test("decode: absurd sizes are refused from the header, in no time", async () => {
  const start = Date.now();
  for (const [w, h] of [
    [65536, 65536],
    [20000, 14000],
    [16385, 1],
    [8000, 6251],
    [0x7fffffff, 0x7fffffff],
  ]) {
    assert.deepEqual(await decodeBytes(pngOf(w, h)), { code: "too-large", width: w, height: h, most: 50 });
  }
  assert.ok(Date.now() - start < 2000);
});

test("decode: what is not a picture is called so, whatever its name", async () => {
  const words = [..."These are words."].map((c) => c.charCodeAt(0));
  assert.deepEqual(await decodeBytes(words, "cat.jpg", "image/jpeg"), { code: "not-image" });
  assert.deepEqual(await decodeBytes([0x89, 72, 68, 70, 13, 10, 26, 10]), { code: "not-image" });
  assert.deepEqual(await decodeBytes([]), { code: "empty-file" });
  assert.deepEqual(await decodeBytes([], "pictures", ""), { code: "folder" });
  assert.deepEqual(await decodeBytes(pngOf(4, 4)), { code: "truncated" });
  const heic = [...be32(24), ...Buffer.from("ftypheic"), 0, 0, 0, 0, ...Buffer.from("mif1heic")];
  assert.deepEqual(await decodeBytes(heic, "IMG_1.HEIC", ""), { code: "undecodable", format: "HEIC" });
});

test("decode: a file of more than 64 MB is refused unread", async () => {
  const found = await file.page.evaluate(() =>
    window.decode(new File([new Uint8Array(65 * 2 ** 20)], "x.png")),
  );
  assert.deepEqual(found, { code: "file-too-big", megabytes: 65 });
});

test("decode: a picture larger than one strip is put together seamlessly", async () => {
  // Rows alternate between two greys and the two ends are marked: a strip in the wrong place would show.
  const found = await file.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 4001);
    const context = canvas.getContext("2d");
    for (let y = 0; y < 4001; y++) {
      context.fillStyle = `rgb(${y % 256} ${(y >> 4) % 256} 7)`;
      context.fillRect(0, y, 3000, 1);
    }
    const file = new File([await canvas.convertToBlob()], "tall.png", { type: "image/png" });
    return window.summary(await window.decode(file, "fit"));
  });
  assert.deepEqual(found.corner, [0, 0, 7, 255]);
  assert.deepEqual(found.end, [4000 % 256, (4000 >> 4) % 256, 7, 255]);
  assert.deepEqual([found.width, found.height, found.bytes], [3000, 4001, 128 * 128 * 3]);
});

test("decode: a dropped folder is called a folder", async () => {
  await file.page.evaluate(() => {
    const place = document.getElementById("drop");
    window.dropped = new Promise((resolve) => {
      place.addEventListener("dragover", (event) => event.preventDefault());
      place.addEventListener("drop", (event) => {
        event.preventDefault();
        resolve(window.decode(event.dataTransfer.files[0]));
      });
    });
  });
  const client = await file.page.context().newCDPSession(file.page);
  const data = { items: [], files: [join(import.meta.dirname, "..")], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await client.send("Input.dispatchDragEvent", { type, x: 20, y: 15, data });
  }
  assert.deepEqual(await file.page.evaluate(() => window.dropped), { code: "folder" });
});
