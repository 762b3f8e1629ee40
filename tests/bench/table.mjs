// From figures to text: one line for each case, with its budget and the run before, and how times grow with the size.

const WIDTH = 52;

/** A line of the table. */
export function line({ name, unit, budget }, figure, before) {
  const verdict = budget === undefined ? "" : `${figure <= budget ? "within" : "OVER  "} ${amount(budget, unit)}`;
  const ratio = before ? `×${(figure / before).toFixed(2)}` : "";
  return `${name.padEnd(WIDTH)} ${amount(figure, unit).padStart(12)}   ${verdict.padEnd(18)} ${ratio}`.trimEnd();
}

/** How a time grows: 0 is not at all, 1 is with the size, 2 is with its square. */
export function growthLine(name, points) {
  return `${`growth of ${name} with the number of rows`.padEnd(WIDTH)} ${exponent(points).toFixed(2).padStart(12)}`;
}

/** The slope of the line that fits the points best when both axes are logarithmic. */
export function exponent(points) {
  const logs = points.map(({ size, figure }) => [Math.log(size), Math.log(figure)]);
  const mean = (index) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const product = logs.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0);
  const square = logs.reduce((sum, [one]) => sum + (one - x) ** 2, 0);
  return product / square;
}

function amount(figure, unit) {
  if (unit === "µs" && figure >= 1_000) return `${(figure / 1_000).toFixed(1)} ms`;
  return `${figure.toFixed(1)} ${unit}`;
}
