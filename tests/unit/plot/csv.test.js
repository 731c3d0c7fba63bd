// Tables as people have them: encodings, separators, numbers, gaps. Values are written out, not computed.
import assert from "node:assert/strict";
import test from "node:test";
import { readText, textOf } from "../../../web/plot/csv-text.js";
import { MAX_ROWS, parseTable, parseTableGently } from "../../../web/plot/csv.js";

/** @param {number[]} bytes @param {string} text */
const utf16 = (bytes, text, big = false) => {
  const body = Buffer.from(text, "utf16le");
  return Buffer.from([...bytes, ...(big ? body.swap16() : body)]);
};
/** Bytes of a text whose letters are below U+0100. @param {string} text */
const latin = (text) => Buffer.from(text, "latin1");

/** @param {string} text @param {any} [wanted] */
const rowsOf = (text, wanted = 2) => parseTable(text, wanted).rows;

/** @param {string} text @param {string} code @param {Record<string, any>} params @param {any} [wanted] */
const refused = (text, code, params, wanted = 2) =>
  assert.throws(
    () => parseTable(text, wanted),
    (/** @type {any} */ error) => {
      assert.equal(error.code, code);
      for (const [name, value] of Object.entries(params)) assert.equal(error.params[name], value, name);
      return true;
    },
  );

test("a file is read in the encoding it has", async () => {
  const table = "größe\tpreis\r\n80\t199\r\n";
  assert.equal(textOf(utf16([0xff, 0xfe], table)), table);
  assert.equal(textOf(utf16([0xfe, 0xff], table, true)), table);
  assert.equal(textOf(utf16([], table)), table, "UTF-16 without a mark");
  assert.equal(textOf(utf16([], table, true)), table);
  assert.equal(textOf(Buffer.from(`\ufeff${table}`)), table);
  assert.equal(textOf(latin(table)), table);
  assert.equal(textOf(latin("Größe;Übermaß\n80;199\n")), "Größe;Übermaß\n80;199\n"); // Node cannot do 0x80, the browser's test does
  assert.equal(textOf(latin("surface m²,prix £,température °C\n")), "surface m²,prix £,température °C\n");
  const chinese = Buffer.from([0xc3, 0xe6, 0xbb, 0xfd, 0x2c, 0xbc, 0xdb, 0xb8, 0xf1]);
  assert.equal(textOf(chinese), "面积,价格", "GB 18030");
  assert.equal(await readText(new Blob([table])), table);
});

test("a file of more than 32 MB is refused unread", async () => {
  const file = /** @type {any} */ ({ size: 2 ** 25 + 1, arrayBuffer: () => assert.fail("read") });
  await assert.rejects(readText(file), (/** @type {any} */ error) => error.code === "csv.big");
});

test("a file that has gone since it was chosen is unreadable", async () => {
  const file = /** @type {any} */ ({ size: 9, arrayBuffer: async () => assert.fail("NotFoundError") });
  await assert.rejects(readText(file), (/** @type {any} */ error) => error.code === "csv.unreadable");
});

test("no cell, however long, takes long", () => {
  const n = 200000;
  const long = ["1".repeat(n), "1,".repeat(n), "1 ".repeat(n), ",".repeat(n), "1e".repeat(n), "-".repeat(n), `${" ".repeat(n)}x`, "万".repeat(n), '"'.repeat(n)]; // prettier-ignore
  const since = performance.now();
  for (const cell of long)
    for (const text of [`1;${cell}x\n`, `a\tb\n1\t${cell}\n`, cell])
      try {
        parseTable(text, 2);
      } catch (error) {
        assert.match(String(/** @type {any} */ (error).code), /^csv\./);
      }
  assert.ok(performance.now() - since < 10000, `${performance.now() - since} ms`);
});

test("commas, semicolons, tabs, bars and spaces separate; CRLF, LF and CR end lines", () => {
  const wanted = [[80, 199], [100, 250]]; // prettier-ignore
  for (const mark of [",", ";", "\t", "|", " ", "   ", " , "])
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["size", "price"].join(mark) + end + wanted.map((row) => row.join(mark)).join(end);
      const table = parseTable(text + end, 2);
      assert.deepEqual(table.rows, wanted, JSON.stringify([mark, end]));
      assert.deepEqual(table.header, ["size", "price"]);
      assert.deepEqual(table.lines, [2, 3]);
    }
  assert.deepEqual(rowsOf("sep=;\r\n1,5;2\r\n"), [[1.5, 2]]);
  assert.deepEqual(rowsOf("  80   199\n 100   250  "), wanted);
});

test("quotes, empty lines and comments", () => {
  const text =
    '# made by hand\n\n"size, m²","price ""net"""\n\n"80","1,199"\n   # two more\n"100\n","2,250"\n90,3\n\n';
  const { header, rows, lines } = parseTable(text, 2);
  assert.deepEqual(header, ["size, m²", 'price "net"']);
  assert.deepEqual(rows, [[80, 1199], [100, 2250], [90, 3]]); // prettier-ignore
  assert.deepEqual(lines, [5, 7, 9]);
});

test("numbers as people write them", () => {
  /** @type {[string, number][]} */
  const cells = [
    ["7", 7], ["-7", -7], ["+7", 7], [" 7 ", 7], ["007", 7], [".5", 0.5], ["5.", 5], ["-.5", -0.5], ["1e3", 1000],
    ["1.5E-3", 0.0015], ["\u22127.25", -7.25], ["\u20137", -7], ["１２．５", 12.5], ["－３", -3],
    ["1,234,567", 1234567], ["1,234,567.89", 1234567.89], ["1,234.5", 1234.5], ["1 234 567", 1234567],
    ["1\u00a0234", 1234], ["1\u202f234,5", 1234.5], ["1'234'567", 1234567], ["1\u2019234", 1234],
    ["1.234,5", 1234.5], ["1.234.567", 1234567], ["0,125", 0.125], ["12,5", 12.5], ["-1.234,50", -1234.5],
    ["1,5e3", 1500],
  ]; // prettier-ignore
  for (const [cell, value] of cells) {
    assert.deepEqual(rowsOf(`a;b\n1;"${cell}"\n`), [[1, value]], cell);
    assert.deepEqual(rowsOf(`a\tb\n${cell}\t1\n`), [[value, 1]], cell);
  }
});

test("a unit is left out and said, and divides nothing; another unit in the same column is refused", () => {
  /** @type {[string, number, string][]} */
  const cells = [
    ["$399900", 399900, "$"], ["-$5", -5, "$"], ["$-5", -5, "$"], ["US$ 1,234.50", 1234.5, "US$"],
    ["399900 €", 399900, "€"], ["€399.900,00", 399900, "€"], ["12 %", 12, "%"], ["12%", 12, "%"],
    ["CHF 1'200.5", 1200.5, "CHF"], ["80 m²", 80, "m²"], ["80m2", 80, "m2"], ["320万元", 320, "万元"],
    ["80 平方米", 80, "平方米"], ["￥12", 12, "¥"], ["60 km/h", 60, "km/h"], ["20°C", 20, "°C"], ["3 rooms", 3, "rooms"],
  ]; // prettier-ignore
  for (const [cell, value, unit] of cells) {
    const table = parseTable(`a\tb\n1\t${cell}\n2\t${cell}\n`, 2);
    assert.deepEqual([table.rows[1], table.units], [[2, value], [unit]], cell);
  }
  assert.deepEqual(parseTable("1;2\n3;4", 2).units, []);
  refused("a;b\n1;3 km\n2;4 m\n", "csv.units", { line: 3, text: "4 m", unit: "km" });
});

test("what is no number is refused with its line and text", () => {
  const bad = ["abc", "0x1F", "0xFF", "Infinity", "-inf", "1e999", "1.2.3", "1,2,3,", "12,34,567", "--5", "1-2", "2020-01-02", "12abc", "5 5", "e5", "$", "1e", "+-3", "½"]; // prettier-ignore
  for (const cell of bad) refused(`a;b\n1;2\n3;"${cell}"\n`, "csv.number", { line: 3, text: cell });
  refused(`a;b\n1;2\n3;${"x".repeat(60)}`, "csv.number", { text: `${"x".repeat(40)}…` });
});

test("whether a comma is decimal is decided by the column, else by the table, else told", () => {
  // By its column.
  assert.deepEqual(rowsOf('x;y\n"1,200";1\n"2,5";2\n'), [[1.2, 1], [2.5, 2]]); // prettier-ignore
  assert.deepEqual(rowsOf('"1,200",1\n"1,234,567",2\n'), [[1200, 1], [1234567, 2]]); // prettier-ignore
  assert.deepEqual(rowsOf('"1,200",1\n"2.5",2\n'), [[1200, 1], [2.5, 2]]); // prettier-ignore
  // By the other column.
  assert.deepEqual(rowsOf("1,200\t0,5\n3,400\t0,25\n"), [[1.2, 0.5], [3.4, 0.25]]); // prettier-ignore
  assert.deepEqual(rowsOf("1.200;0,5\n3.400;0,25\n"), [[1200, 0.5], [3400, 0.25]]); // prettier-ignore
  assert.deepEqual(rowsOf("1,200\t0.5\n3,400\t0.25\n"), [[1200, 0.5], [3400, 0.25]]); // prettier-ignore
  for (const clear of ["1,200\t0.5\n", "1,200\t0,5\n", '"1,200",0.5\n', "1.200,3.400\n", "1200\t3\n"])
    assert.equal(parseTable(clear, 2).doubtful, null, clear);
  // Told: three digits behind every comma and no other sign of a decimal one are thousands, between semicolons too.
  assert.deepEqual(parseTable('"1,200",3\n', 2).doubtful, { text: "1,200", value: 1200 });
  assert.deepEqual(parseTable("1,200\t3\n", 2).doubtful, { text: "1,200", value: 1200 });
  assert.deepEqual(parseTable("1,200;3\n", 2).doubtful, { text: "1,200", value: 1200 });
  assert.deepEqual(rowsOf("8,788;1\n950;2\n12,345;3\n"), [[8788, 1], [950, 2], [12345, 3]]); // prettier-ignore
  assert.deepEqual(rowsOf("€8,788;1\n-€9,120;2\n"), [[8788, 1], [-9120, 2]]); // prettier-ignore
  assert.deepEqual(rowsOf("8,788;1\n0,912;2\n"), [[8.788, 1], [0.912, 2]]); // prettier-ignore
  assert.deepEqual(rowsOf("8,788;1,5\n9,120;2,5\n"), [[8.788, 1.5], [9.12, 2.5]]); // prettier-ignore
  assert.deepEqual(parseTable("1.200;3\n", 2).doubtful, { text: "1.200", value: 1.2 });
  // One column cannot have both.
  refused("a;b\n1,5;1\n2,5;1\n3.25;1\n", "csv.number", { line: 4, text: "3.25" });
});

test("a thousand torn at its comma is refused, and not read as two numbers", () => {
  refused("size,price\n80,199\n1,200,399,900\n", "csv.torn", { line: 3, text: "1,200,399,900", found: 4, columns: 2 }); // prettier-ignore
  refused("size,price\n1200,399,900\n", "csv.torn", { line: 2 });
  assert.deepEqual(rowsOf("size,price,note\n80,199,near, but loud\n"), [[80, 199]]);
});

test("rows with a missing number are left out, counted, and the first is shown", () => {
  const marks = ["", "NA", "N/A", "#N/A", "n/a", "NaN", "null", "NULL", "None", "?", "-", "—", "."];
  const text = `a,b\n1,2\n${marks.map((mark) => `3,${mark}`).join("\n")}\n5,6\n`;
  const { rows, lines, left } = parseTable(text, 2);
  assert.deepEqual(rows, [[1, 2], [5, 6]]); // prettier-ignore
  assert.deepEqual(lines, [2, marks.length + 3]);
  assert.deepEqual(left, { count: marks.length, of: marks.length + 2, line: 3, text: "3" });
  assert.deepEqual(parseTable("1,2,3\n4,5\n6,7,8", 3).left, { count: 1, of: 3, line: 2, text: "4,5" });
  assert.deepEqual(parseTable("1;NA;3\n4;5;6", 3).left, { count: 1, of: 2, line: 1, text: "1;NA;3" });
  refused("a,b\nNA,2\n3,?\n", "csv.all-missing", { line: 2, text: "NA,2" });
  refused("a,b\nNA,x\n", "csv.number", { line: 2, text: "x" });
  assert.deepEqual(parseTable("a;b;;\n1;2;;\n3;4;;\n", { least: 2, most: 5 }).rows, [[1, 2], [3, 4]]); // prettier-ignore
});

test("a table has as many columns as most of its lines, within the range asked for", () => {
  const range = { least: 2, most: 4 };
  assert.deepEqual(parseTable("a,b,c\n1,2,3", range).header, ["a", "b", "c"]);
  assert.deepEqual(parseTable("a,b,c\n1,2,3", range).rows, [[1, 2, 3]]);
  assert.deepEqual(parseTable("1,2,3,4,5\n5,6,7,8,9", range).rows[1], [5, 6, 7, 8]);
  refused("1\n2", "csv.columns", { line: 1, columns: 2, found: 1 }, range);
  refused("", "csv.empty", {}, range);
  refused("\ufeff \r\n\r\n", "csv.empty", {});
  refused("size,price\n", "csv.empty", {});
  refused("# only\n# words\n", "csv.empty", {});
});

test("100 000 rows are taken, one more is not; read gently they are the same and the page can move", async () => {
  const line = (/** @type {number} */ i) => `${i},"${(i * 1.5).toFixed(3)}",${i % 2}`;
  const text = Array.from({ length: MAX_ROWS }, (_, i) => line(i)).join("\r\n");
  const table = parseTable(text, 3);
  assert.equal(table.rows.length, 100000);
  assert.deepEqual(table.rows[99999], [99999, 149998.5, 1]);
  assert.equal(table.lines[99999], 100000);
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const gentle = await parseTableGently(text, 3);
  clearInterval(timer);
  assert.deepEqual(gentle, table);
  assert.ok(turns > 2, `${turns} turns`);
  refused(`${text}\n1,2,0`, "csv.rows", { rows: 100000 }, 3);
});

test("a quoted cell that spans a block of the reader stays whole", () => {
  const long = "x\n".repeat(300000);
  const { rows, lines } = parseTable(`a,b,c\n1,2,"${long}"\n3,4,z\n`, 2);
  assert.deepEqual([rows, lines], [[[1, 2], [3, 4]], [2, 300003]]); // prettier-ignore
});
