import { equal } from "../testing.ts";
import { Format } from "../ui/format.ts";
import { type Annotation, annotationsOf, marksAt, marksOf } from "./annotation.ts";
import type { Pivot } from "./pivot.ts";

const berlin = new Format(["en-GB"], "Europe/Berlin");
const DAYS = ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"];
const BY_DAY: Pivot = {
  x: { name: "at", type: "timestamp", values: DAYS },
  series: [],
  integers: true,
};

function noted(text: string, from: string, to?: string, panel_id?: number): Annotation {
  return {
    time: Date.parse(from),
    ...(to === undefined ? {} : { time_end: Date.parse(to) }),
    text,
    ...(panel_id === undefined ? {} : { panel_id }),
  };
}

Deno.test("instants are drawn where they lie, spans within the chart, others not", () => {
  const marks = marksOf(
    [
      noted("deploy", "2026-01-02T06:00:00Z"),
      noted("outage", "2025-12-30T00:00:00Z", "2026-01-01T12:00:00Z"),
      noted("later", "2026-02-01T00:00:00Z"),
    ],
    BY_DAY,
    false,
    berlin,
  );

  equal(marks.map(({ annotation, from, to }) => [annotation.text, from, to]), [
    ["deploy", Date.parse("2026-01-02T06:00:00Z"), Date.parse("2026-01-02T06:00:00Z")],
    ["outage", Date.parse(DAYS[0] ?? ""), Date.parse("2026-01-01T12:00:00Z")],
  ]);
});

Deno.test("among bars an annotation belongs to the bucket it falls into", () => {
  const marks = marksOf(
    [noted("deploy", "2026-01-02T23:00:00Z"), noted("last", "2026-01-03T20:00:00Z")],
    { ...BY_DAY, x: { ...BY_DAY.x, values: [...DAYS].reverse() } },
    true,
    berlin,
  );

  equal(marks.map(({ from }) => from), [1, 0]);
});

Deno.test("along dates the day on the wall counts", () => {
  const dates = { ...BY_DAY.x, type: "date", values: ["2026-01-01", "2026-01-02"] } as const;
  const newYear = noted("fireworks", "2025-12-31T23:00:00Z");

  const [mark] = marksOf([newYear], { ...BY_DAY, x: dates }, true, berlin);

  equal(mark?.from, 0);
});

Deno.test("an annotation of one panel is drawn on that one", () => {
  const all = [
    noted("everywhere", "2026-01-01T00:00:00Z"),
    noted("there", "2026-01-01T00:00:00Z", undefined, 4),
  ];

  equal(annotationsOf(all, "4").length, 2);
  equal(annotationsOf(all, "5").map(({ text }) => text), ["everywhere"]);
  equal(annotationsOf(all, null).length, 2);
});

Deno.test("a tooltip tells what is nearest and what spans its point", () => {
  const xs = [0, 10, 20];
  const at = (from: number, to = from) => ({
    annotation: noted("", "2026-01-01T00:00:00Z"),
    from,
    to,
  });
  const marks = [at(4), at(6), at(8, 20)];

  equal([0, 1, 2].map((index) => marksAt(marks, xs, index).length), [1, 2, 1]);
});
