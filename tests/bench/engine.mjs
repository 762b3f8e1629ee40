// Speed of the engine as wasm under node: medians of many edits, each counted until the dependent result is read.
// The sheet: N rows of budget, outcome, forecast, deviation and use of frame, a sum over every 10 rows, a sum of those
// over every 100, and a grand total.
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const { Workbook } = require(path.join(process.env.TERTIAL_PACKAGE, "tertial.js"));

const [BUDGET, OUTCOME, FORECAST, DEVIATION, USE, TENS, HUNDREDS, TOTAL] = [0, 1, 2, 3, 4, 5, 6, 7];

function amounts(count, seed) {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state % 1000000) / 10;
  });
}

function rows(count, formula) {
  return Array.from({ length: count }, (_, row) => formula(row + 1));
}

function committee(count) {
  const book = new Workbook();
  const sheet = book.addSheet("Drift");
  const start = performance.now();
  book.setNumbers(sheet, BUDGET, 0, amounts(count, 1));
  book.setNumbers(sheet, OUTCOME, 0, amounts(count, 2));
  book.setFormulas(sheet, FORECAST, 0, rows(count, (row) => `=B${row}/8*12`));
  book.setFormulas(sheet, DEVIATION, 0, rows(count, (row) => `=A${row}-C${row}`));
  book.setFormulas(sheet, USE, 0, rows(count, (row) => `=IF(A${row}=0,0,B${row}/A${row})`));
  book.setFormulas(sheet, TENS, 0, rows(count / 10, (part) => `=SUM(D${part * 10 - 9}:D${part * 10})`));
  book.setFormulas(sheet, HUNDREDS, 0, rows(count / 100, (part) => `=SUM(F${part * 10 - 9}:F${part * 10})`));
  book.setFormulas(sheet, TOTAL, 0, [`=SUM(G1:G${count / 100})`]);
  book.calculate();
  return { book, sheet, load: performance.now() - start };
}

function median(times) {
  times.sort((one, other) => one - other);
  return times[Math.floor(times.length / 2)];
}

function timed(runs, edit) {
  for (let run = 0; run < runs; run += 1) edit(run);
  return median(
    Array.from({ length: runs }, (_, run) => {
      const start = performance.now();
      edit(run + 0.5);
      return (performance.now() - start) * 1000;
    }),
  );
}

function report(name, microseconds, budget) {
  const verdict = microseconds <= budget ? "within" : "OVER";
  console.log(`${name.padEnd(52)} ${microseconds.toFixed(1).padStart(12)} µs   ${verdict} ${budget} µs`);
}

for (const count of [1000, 10000, 100000]) {
  const { book, sheet, load } = committee(count);
  const middle = Math.floor(count / 2);
  const edit = timed(400, (value) => {
    book.setNumber(sheet, middle, OUTCOME, 1000 + value);
    book.text(sheet, 0, TOTAL);
  });
  report(`one edit → grand total, ${count} rows`, edit, 50);
  console.log(`${`load and first calculation, ${count} rows`.padEnd(52)} ${load.toFixed(1).padStart(12)} ms`);
  book.free();
}

{
  const book = new Workbook();
  const sheet = book.addSheet("Summa");
  book.setNumbers(sheet, 0, 0, amounts(1000000, 3));
  book.setFormulas(sheet, 1, 0, ["=SUM(A1:A1000000)"]);
  book.calculate();
  const edit = timed(400, (value) => {
    book.setNumber(sheet, 500000, 0, value);
    book.text(sheet, 0, 1);
  });
  report("one SUM over 1 000 000 cells, edit one", edit, 50);
  book.free();
}

{
  const book = new Workbook();
  const sheet = book.addSheet("Kedja");
  book.setNumbers(sheet, 0, 0, Float64Array.of(1));
  book.setFormulas(sheet, 0, 1, rows(99999, (row) => `=A${row}+1`));
  book.calculate();
  const edit = timed(5, (value) => {
    book.setNumber(sheet, 0, 0, value);
    book.text(sheet, 99999, 0);
  });
  report("chain of 100 000, edit the head", edit, 1000000);
  book.free();
}

{
  const [count, keys] = [10000, 200];
  const book = new Workbook();
  const sheet = book.addSheet("Nycklar");
  book.setTexts(sheet, 0, 0, rows(count, (row) => `konto ${row % keys}`));
  book.setNumbers(sheet, 1, 0, amounts(count, 4));
  book.setTexts(sheet, 3, 0, rows(keys, (row) => `konto ${row - 1}`));
  book.setFormulas(sheet, 4, 0, rows(keys, (row) => `=SUMIFS(B$1:B$${count},A$1:A$${count},D${row})`));
  book.calculate();
  const edit = timed(400, (value) => {
    book.setNumber(sheet, count / 2, 1, value);
    book.text(sheet, 1, 4);
  });
  report("200 SUMIFS over 10 000 rows, edit one amount", edit, 30);
  book.free();
}
