// Runs the table of measurements in node, compares it with the run before, and keeps it for the run after.
import fs from "node:fs";
import path from "node:path";

import { cases } from "./cases.mjs";
import { growthLine, line } from "./table.mjs";

const record = process.env.TERTIAL_RECORD;
const before = record && fs.existsSync(record) ? JSON.parse(fs.readFileSync(record, "utf8")) : {};
const figures = {};
const growths = {};

for (const item of cases) {
  const figure = item.measure();
  figures[item.name] = figure;
  if (item.growth) (growths[item.growth] ??= []).push({ size: item.size, figure });
  console.log(line(item, figure, before[item.name]));
}
for (const [name, points] of Object.entries(growths)) console.log(growthLine(name, points));

if (record) {
  fs.mkdirSync(path.dirname(record), { recursive: true });
  fs.writeFileSync(record, `${JSON.stringify(figures, null, 2)}\n`);
}
