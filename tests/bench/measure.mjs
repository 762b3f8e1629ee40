// How things are measured: a workbook of given columns, and medians of times in microseconds.
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const { Workbook, memoryBytes } = require(path.join(process.env.TERTIAL_PACKAGE, "tertial.js"));

export { memoryBytes };

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
