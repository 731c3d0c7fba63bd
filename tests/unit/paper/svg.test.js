// What pictures are written with: elements and escapes, colours, the pen of the charts.
import assert from "node:assert/strict";
import test from "node:test";
import { fromRgb, painting } from "../../../web/paper/colours.js";
import { Pen } from "../../../web/paper/pen.js";
import { escaped, short, tag } from "../../../web/paper/xml.js";

test("any text is well-formed XML, also what XML has no place for", () => {
  assert.equal(
    escaped(`<a href="x">&\u0000\u0008\ud800\uffff 猫 😀`),
    "&lt;a href=&quot;x&quot;&gt;&amp; 猫 😀",
  );
  assert.equal(
    tag("text", { x: 1.23456, y: -0.001, fill: "" }, escaped("a<b")),
    '<text x="1.23" y="0">a&lt;b</text>',
  );
  assert.equal(tag("rect", { id: 'a"b', rx: null, ry: undefined }), '<rect id="a&quot;b"/>');
  assert.deepEqual([0.1 + 0.2, -1 / 3, 1e-9, -1e-9, NaN].map(short), ["0.3", "-0.33", "0", "0", "0"]);
});

test("colours are hexadecimal, with the opacity apart", () => {
  assert.deepEqual(fromRgb("rgb(224, 112, 26)"), { hex: "#e0701a", alpha: 1 });
  assert.deepEqual(fromRgb("rgba(0, 0, 0, 0)"), { hex: "#000000", alpha: 0 });
  assert.deepEqual(fromRgb("rgb(28 30 34 / 8%)"), { hex: "#1c1e22", alpha: 0.08 });
  assert.equal(fromRgb("color(srgb 1 0 0)"), null);
  assert.deepEqual(painting("fill", { hex: "#123456", alpha: 0.5 }), {
    fill: "#123456",
    "fill-opacity": 0.5,
  });
  assert.equal(painting("stroke", null).stroke, "none");
});

test("the pen writes what a canvas would have been drawn with", () => {
  const pen = new Pen();
  Object.assign(pen, { strokeStyle: "rgb(0, 0, 255)", lineWidth: 2, lineJoin: "round", globalAlpha: 0.5 });
  pen.beginPath();
  pen.moveTo(1, 2);
  pen.lineTo(3.004, 4);
  pen.stroke();
  Object.assign(pen, {
    font: "12px Noto Sans, sans-serif",
    fillStyle: "#333333",
    textAlign: "right",
    globalAlpha: 1,
  });
  pen.fillText("J < 1", 5, 6);
  assert.equal(
    pen.text(),
    '<path d="M1 2L3 4" fill="none" stroke-width="2" stroke="#0000ff" stroke-opacity="0.5" stroke-linejoin="round"/>' +
      '<text x="5" y="6" font-size="12px" font-family="Noto Sans, sans-serif" text-anchor="end" fill="#333333">J &lt; 1</text>',
  );
});

test("what is clipped stands in a group of its own, and saved states nest", () => {
  const pen = new Pen();
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, 10, 20);
  pen.clip();
  pen.beginPath();
  pen.arc(5, 5, 2);
  pen.fill();
  pen.restore();
  pen.restore(); // one too many does nothing
  const circle = "M3 5a2 2 0 0 1 4 0a2 2 0 0 1 -4 0z";
  assert.equal(
    pen.text(),
    '<clipPath id="pen-clip-1"><path d="M0 0h10v20h-10z"/></clipPath>' +
      `<g clip-path="url(#pen-clip-1)"><path d="${circle}" fill="#000000"/></g>`,
  );
});
