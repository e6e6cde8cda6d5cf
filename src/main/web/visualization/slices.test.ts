import { equal } from "../testing.ts";
import { slicesOf } from "./slices.ts";

function pie(...values: (number | null)[]) {
  const x = { name: "kind", type: "text", values: values.map((_, index) => `k${index}`) } as const;
  return slicesOf({ x, series: [{ name: "sum", values }], integers: true }, x.values);
}

Deno.test("parts run from large to small with their shares", () => {
  equal(pie(1, 3).map(({ name, share }) => [name, share]), [["k1", 0.75], ["k0", 0.25]]);
});

Deno.test("nothing and less than nothing have no part", () => {
  equal(pie(5, null, 0, -3).map(({ name }) => name), ["k0"]);
});

Deno.test("the smallest beyond eight are taken together", () => {
  const slices = pie(1, 1, 9, 8, 7, 6, 5, 4, 3, 2);

  equal(slices.length, 8);
  equal(slices.at(-1), { name: "3 others", size: 4, cell: 4, share: 4 / 46 });
});
