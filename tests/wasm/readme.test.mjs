// The example of the package's README: each line that says in a comment what it prints must print that.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import vm from "node:vm";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const readme = fs.readFileSync(path.join(process.env.TERTIAL_PACKAGE, "../README.md"), "utf8");

test("the example prints what it says", () => {
  const example = readme.match(/```js\n([\s\S]*?)```/)[1];
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map((line) => line[1]);
  const printed = [];
  const { Workbook } = require(path.join(process.env.TERTIAL_PACKAGE, "tertial.js"));
  const console = { log: (value) => printed.push(String(value)) };
  vm.runInNewContext(example.replace(/^import .*$/m, ""), { Workbook, Float64Array, console });
  assert.ok(promised.length > 2);
  assert.deepEqual(printed, promised);
});
