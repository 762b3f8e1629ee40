// The sheets that are measured. Each is a list of columns in plain JavaScript data, made before any clock starts.
export const OUTCOME = 1;
export const TOTAL = 7;

/** Amounts with one decimal, the same ones at each run. */
export function amounts(count, seed) {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state % 1000000) / 10;
  });
}

function lines(count, line) {
  return Array.from({ length: count }, (_, row) => line(row + 1));
}

/** Rows of budget, outcome, forecast, deviation and use, summed by tens, by hundreds and in all. */
export function committee(count) {
  return [
    { column: 0, numbers: amounts(count, 1) },
    { column: OUTCOME, numbers: amounts(count, 2) },
    { column: 2, formulas: lines(count, (row) => `=B${row}/8*12`) },
    { column: 3, formulas: lines(count, (row) => `=A${row}-C${row}`) },
    { column: 4, formulas: lines(count, (row) => `=IF(A${row}=0,0,B${row}/A${row})`) },
    { column: 5, formulas: lines(count / 10, (part) => `=SUM(D${part * 10 - 9}:D${part * 10})`) },
    { column: 6, formulas: lines(count / 100, (part) => `=SUM(F${part * 10 - 9}:F${part * 10})`) },
    { column: TOTAL, formulas: [`=SUM(G1:G${count / 100})`] },
  ];
}

/** One sum over many amounts. */
export function sum(count) {
  return [
    { column: 0, numbers: amounts(count, 3) },
    { column: 1, formulas: [`=SUM(A1:A${count})`] },
  ];
}

/** A number and formulas that each add to the one above, and an amount beside them with its own reader. */
export function chain(count) {
  return [
    { column: 0, numbers: Float64Array.of(1) },
    { column: 0, row: 1, formulas: lines(count - 1, (row) => `=A${row}+1`) },
    { column: 2, numbers: Float64Array.of(1) },
    { column: 3, formulas: ["=C1*2"] },
  ];
}

/** Formulas that each add to the one below, down to a number: what is needed is always written last. */
export function upwardChain(count) {
  return [
    { column: 0, formulas: lines(count - 1, (row) => `=A${row + 1}+1`) },
    { column: 0, row: count - 1, numbers: Float64Array.of(1) },
  ];
}

/** A running sum beside each amount. */
export function runningSums(count) {
  return [
    { column: 0, numbers: amounts(count, 5) },
    { column: 1, formulas: lines(count, (row) => `=SUM(A$1:A${row})`) },
  ];
}

/** Amounts on accounts, and a sum for each account. */
export function accounts(count, keys) {
  return [
    { column: 0, texts: lines(count, (row) => `konto ${row % keys}`) },
    { column: 1, numbers: amounts(count, 4) },
    { column: 3, texts: lines(keys, (row) => `konto ${row - 1}`) },
    { column: 4, formulas: lines(keys, (row) => `=SUMIFS(B$1:B$${count},A$1:A$${count},D${row})`) },
  ];
}
