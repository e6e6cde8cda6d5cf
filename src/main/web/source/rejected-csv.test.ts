import { equal } from "../testing.ts";
import { csvOf } from "./rejected-csv.ts";

Deno.test("lines that were left out are quoted where they have to be", () => {
  const rejected = [
    { line: 3, column: "amount", text: 'a "b", c', message: "is no number" },
    { line: 4, message: "has too few columns" },
  ];

  equal(
    csvOf(rejected),
    'line,column,text,message\r\n3,amount,"a ""b"", c",is no number\r\n4,,,has too few columns\r\n',
  );
});

Deno.test("no spreadsheet takes what stood in a file for a formula", () => {
  const csv = csvOf([{ line: 1, text: "=HYPERLINK(1)", message: "is no date" }]);

  equal(csv.split("\r\n")[1], "1,,'=HYPERLINK(1),is no date");
});
