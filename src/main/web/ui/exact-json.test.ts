import { equal } from "../testing.ts";
import { parseExactly } from "./exact-json.ts";

Deno.test("a 64-bit integer keeps every digit", () => {
  const read = parseExactly('{"values": [9223372036854775807, -9007199254740993, 12]}');

  equal(read, { values: [9223372036854775807n, -9007199254740993n, 12] });
});

Deno.test("fractions and large powers stay numbers", () => {
  const read = parseExactly('[1.5, 1e300, null, "9223372036854775807"]');

  equal(read, [1.5, 1e300, null, "9223372036854775807"]);
});
