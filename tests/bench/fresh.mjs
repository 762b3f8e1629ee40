// Prints the microseconds of the first load in this process.
import { withBook } from "./measure.mjs";
import { committee } from "./sheets.mjs";

withBook(committee(Number(process.argv[2])), (_book, _sheet, time) => console.log(time));
