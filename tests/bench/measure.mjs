// How things are measured: a workbook of given columns, and medians of times in microseconds.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

const require = createRequire(import.meta.url);
const { Workbook, memoryBytes } = require(path.join(process.env.TERTIAL_PACKAGE, "tertial.js"));

export { memoryBytes };

/** The bytes of the module when it is sent as small as a server can make it. */
export function moduleBytes() {
  return zlib.brotliCompressSync(fs.readFileSync(path.join(process.env.TERTIAL_PACKAGE, "tertial_bg.wasm"))).length;
}

/** The microseconds to load and calculate the committee sheet in a process that has done nothing before. */
export function inFreshProcess(rows) {
  const script = fileURLToPath(new URL("fresh.mjs", import.meta.url));
  return median(Array.from({ length: 5 }, () => printed(process.execPath, script, rows)));
}

/** The microseconds that a task on the committee sheet takes in native code. */
export function natively(task, rows) {
  return printed(process.env.TERTIAL_NATIVE, task, rows);
}

function printed(program, ...words) {
  return Number(execFileSync(program, words.map(String), { encoding: "utf8" }));
}

/** The middle one of some times. */
export function median(times) {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];
}

/** Calls back with a calculated workbook and the microseconds that loading and calculating it took. */
export function withBook(columns, act) {
  const book = new Workbook();
  const sheet = book.addSheet("Blad1");
  const start = performance.now();
  for (const { column, row = 0, numbers, texts, formulas } of columns) {
    if (numbers) book.setNumbers(sheet, column, row, numbers);
    if (texts) book.setTexts(sheet, column, row, texts);
    if (formulas) book.setFormulas(sheet, column, row, formulas);
  }
  book.calculate();
  const loading = (performance.now() - start) * 1000;
  try {
    return act(book, sheet, loading);
  } finally {
    book.free();
  }
}

/** The median microseconds to load and calculate these columns. */
export function loading(columns, runs) {
  return median(Array.from({ length: runs }, () => withBook(columns, (_book, _sheet, time) => time)));
}

/** The median microseconds from an edit of a number until the cell that depends on it has been read. */
export function editing(columns, runs, { write: [row, column], read: [readRow, readColumn] }) {
  return withBook(columns, (book, sheet) => {
    const edit = (value) => {
      const start = performance.now();
      book.setNumber(sheet, row, column, value);
      book.text(sheet, readRow, readColumn);
      return (performance.now() - start) * 1000;
    };
    for (let run = 0; run < runs; run += 1) edit(1000 + run);
    return median(Array.from({ length: runs }, (_, run) => edit(1000.5 + run)));
  });
}

/** The median microseconds to insert a row at a place, or to delete it, until a cell that depends on all has been read. */
export function restructuring(columns, runs, { at, read: [readRow, readColumn] }) {
  return withBook(columns, (book, sheet) => {
    const act = (change) => {
      const start = performance.now();
      change();
      book.text(sheet, readRow, readColumn);
      return (performance.now() - start) * 1000;
    };
    const insertion = () => act(() => book.insertRows(sheet, at, 1));
    const deletion = () => act(() => book.deleteRows(sheet, at, 1));
    return median(Array.from({ length: 2 * runs }, (_, run) => (run % 2 === 0 ? insertion() : deletion())));
  });
}
