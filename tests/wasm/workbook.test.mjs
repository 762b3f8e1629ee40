// The JavaScript package under node: what a host program sees.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";

const require = createRequire(import.meta.url);
const { Workbook } = require(path.join(process.env.TERTIAL_PACKAGE, "tertial.js"));
const template = new URL("../../www/templates/koping/01-driftredovisning.tertial", import.meta.url);

function sheetOf(formulas) {
  const book = new Workbook();
  const sheet = book.addSheet("S");
  book.setFormulas(sheet, 1, 0, formulas);
  book.calculate();
  return formulas.map((_, row) => book.text(sheet, row, 1));
}

test("decimals are exact", () => {
  const results = sheetOf(["=0.1+0.2=0.3", "=ROUND(1.005,2)", "=INT(4.35*100)", "=MOD(1.1,0.1)", "=1/3*3=1"]);
  assert.deepEqual(results, ["TRUE", "1.01", "435", "0", "TRUE"]);
});

test("a million tenths are a hundred thousand", () => {
  const book = new Workbook();
  const sheet = book.addSheet("S");
  book.setNumbers(sheet, 0, 0, new Float64Array(1000000).fill(0.1));
  book.setFormulas(sheet, 1, 0, ["=SUM(A1:A1000000)"]);
  book.calculate();
  assert.equal(book.text(sheet, 0, 1), "100000");
  book.setNumber(sheet, 999999, 0, "0.3");
  assert.equal(book.text(sheet, 0, 1), "100000.2");
});

test("an edit reaches every dependent cell", () => {
  const book = Workbook.open(fs.readFileSync(template));
  assert.equal(book.text(0, 11, 3), "300");
  book.setNumber(0, 3, 2, 7500);
  assert.deepEqual([book.text(0, 3, 3), book.text(0, 11, 2), book.text(0, 11, 3)], ["351", "39557", "801"]);
});

test("many cells are entered at once", () => {
  const book = new Workbook();
  const sheet = book.addSheet("S");
  book.setFormulas(sheet, 2, 0, ["=SUM(A1:B2)"]);
  book.setMany(sheet, Uint32Array.of(0, 1, 1), Uint32Array.of(0, 0, 1), Float64Array.of(1.5, 2, NaN));
  assert.equal(book.number(sheet, 0, 2), 3.5);
});

test("a saved book opens with the same values", () => {
  const book = Workbook.open(fs.readFileSync(template));
  const again = Workbook.open(book.save());
  assert.deepEqual(again.save(), book.save());
});

test("a long chain written from the bottom up is calculated", () => {
  const book = new Workbook();
  const sheet = book.addSheet("S");
  const count = 100000;
  book.setFormulas(sheet, 0, 0, Array.from({ length: count }, (_, row) => `=A${row + 2}+1`));
  book.setNumbers(sheet, 0, count, Float64Array.of(1));
  book.calculate();
  assert.equal(book.text(sheet, 0, 0), String(count + 1));
});

test("damaged files and cells outside the sheet are refused with a reason", () => {
  assert.throws(() => Workbook.open(new TextEncoder().encode("PK\u0003\u0004")), /not a Tertial file/);
  const bytes = fs.readFileSync(template);
  assert.throws(() => Workbook.open(bytes.subarray(0, bytes.length / 2)), /damaged or cut off at line/);
  const book = new Workbook();
  const sheet = book.addSheet("S");
  assert.throws(() => book.setNumber(sheet, 2000000, 0, 1), /outside the sheet/);
  assert.throws(() => book.setNumber(7, 0, 0, 1), /no such sheet/);
});
