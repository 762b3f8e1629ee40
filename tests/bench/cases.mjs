// The table of what is measured: a name, a unit, a budget if there is one, and how to measure it. Cases of one `growth`
// measure the same thing at several sizes.
import { editing, inFreshProcess, loading, memoryBytes, moduleBytes, natively, restructuring, withBook } from "./measure.mjs";
import * as sheets from "./sheets.mjs";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const LOAD_BUDGETS = { 100_000: 120_000, 1_000_000: 1_500_000 };
const CELL_BYTES = 20;
const MODULE_KILOBYTES = 350;

const spaced = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, " ");

// The package is the engine alone, so its module is what a page that only calculates must fetch.
const size = {
  name: "the module as sent, in brotli",
  unit: "kB",
  budget: MODULE_KILOBYTES,
  measure: () => moduleBytes() / 1_000,
};

// Memory only ever grows, so this comes first, while none has been freed that could be used again.
const memory = {
  name: "bytes per populated cell, 1 000 000 rows",
  unit: "B",
  budget: CELL_BYTES,
  measure() {
    const count = 1_000_000;
    const columns = sheets.committee(count);
    const cells = columns.reduce((sum, { numbers, formulas }) => sum + (numbers ?? formulas).length, 0);
    const before = memoryBytes();
    return withBook(columns, () => (memoryBytes() - before) / cells);
  },
};

// A first load runs in code that the machine has not made fast yet.
const fresh = {
  name: "load in a fresh process, 100 000 rows",
  unit: "µs",
  measure: () => inFreshProcess(100_000),
};

const loads = SIZES.map((size) => ({
  name: `load as text and first calculation, ${spaced(size)} rows`,
  unit: "µs",
  budget: LOAD_BUDGETS[size],
  growth: "load",
  size,
  measure: () => loading(sheets.committee(size), size < 1_000_000 ? 7 : 3),
}));

// The same sheet in native code, to tell what the module costs from what the engine costs.
const native = ["load", "edit"].flatMap((task) =>
  SIZES.map((size) => ({
    name: `natively, ${task}, ${spaced(size)} rows`,
    unit: "µs",
    growth: `native ${task}`,
    size,
    measure: () => natively(task, size),
  })),
);

// The file of the sheet that is opened in browsers, in native code.
const opening = {
  name: "natively, open a file of 100 000 × 20 cells",
  unit: "µs",
  measure: () => natively("open", 100_000),
};

const edits = SIZES.map((size) => ({
  name: `one edit to the grand total, ${spaced(size)} rows`,
  unit: "µs",
  budget: 10,
  growth: "edit",
  size,
  measure: () =>
    editing(sheets.committee(size), 2_000, { write: [size / 2, sheets.OUTCOME], read: [0, sheets.TOTAL] }),
}));

const structures = [10_000, 1_000_000].map((size) => ({
  name: `one row inserted or deleted, ${spaced(size)} rows`,
  unit: "µs",
  growth: "structure",
  size,
  measure: () =>
    restructuring(sheets.committee(size), size < 1_000_000 ? 50 : 10, { at: size / 2, read: [0, sheets.TOTAL] }),
}));

const edit = (name, budget, runs, columns, cells) => ({
  name,
  unit: "µs",
  budget,
  measure: () => editing(columns(), runs, cells),
});

export const cases = [
  size,
  memory,
  fresh,
  ...loads,
  ...edits,
  ...structures,
  ...native,
  opening,
  edit("one SUM over 1 000 000, edit one", 3, 2_000, () => sheets.sum(1_000_000), {
    write: [500_000, 0],
    read: [0, 1],
  }),
  edit("chain of 100 000, edit the head", 6_000, 15, () => sheets.chain(100_000), {
    write: [0, 0],
    read: [99_999, 0],
  }),
  edit("chain of 100 000, an unrelated edit", 4, 2_000, () => sheets.chain(100_000), {
    write: [0, 2],
    read: [0, 3],
  }),
  edit("5 000 running sums, edit the first", 1_000, 100, () => sheets.runningSums(5_000), {
    write: [0, 0],
    read: [4_999, 1],
  }),
  edit("200 SUMIFS over 10 000 rows, edit one amount", 30, 2_000, () => sheets.accounts(10_000, 200), {
    write: [5_000, 1],
    read: [1, 4],
  }),
  {
    name: "chain of 1 000 000 written from the bottom up",
    unit: "µs",
    measure: () => loading(sheets.upwardChain(1_000_000), 3),
  },
];
