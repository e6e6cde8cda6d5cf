import { isNumeric, isTemporal } from "../dataset/table.ts";
import { AGGREGATIONS } from "./aggregation.ts";
import {
  type Draft,
  draftOf,
  isSplit,
  listsRows,
  type Measure,
  measuresOf,
  nameOf,
  type Source,
  type SourceColumn,
} from "./draft.ts";
import { texts } from "../texts.ts";

const MOST_NAMES = 12;
/** As many bars as are easily read. */
const MOST_BARS = 20;
const LONGEST_TITLE = 200;
const COUNT: Measure = { column: null, aggregation: "count" };
/** Numbers that name something instead of measuring it. */
const NAMING =
  /(^|[^a-z])(id|key|code|zip|postcode|lat|lon|lng|latitude|longitude|year|month|week|day|hour|index)([^a-z]|$)/i;
/** Numbers of which more rows make more. */
const ADDING_UP =
  /(^|[^a-z])(total|amount|cost|costs|revenue|sales|sold|quantity|count|visits|fee|fees)([^a-z]|$)/i;

/** What one probably wants to see first of a source: its numbers along its time, else by its names, else its rows. */
export function proposal(source: Source, metric = false): Draft {
  const of = (test: (column: SourceColumn) => boolean) => source.columns.find(test)?.name ?? null;
  const time = of(({ type }) => isTemporal(type));
  const name = of(({ type }) => type === "text");
  const measure = measureOf(source.columns, time !== null);
  const query = { source: source.id };
  const blank = draftOf({ type: "table", title: source.name, query }, metric);
  if (metric) return titled({ ...blank, measures: [measure] }, [source]);
  const columns = source.columns.slice(0, MOST_NAMES).map((column) => column.name);
  const shown = { ...blank, columns, measures: [measure] };
  if (time !== null) return titled({ ...shown, type: "linechart", x: time }, [source]);
  if (name === null) return { ...blank, columns };
  const order = { column: nameOf(measure), direction: "desc" };
  return titled({ ...shown, type: "barchart", x: name, order, limit: MOST_BARS }, [source]);
}

/** What adds up comes first, and of that the total. */
function measureOf(columns: readonly SourceColumn[], timed: boolean): Measure {
  const numbers = columns.filter(({ name, type }) => isNumeric(type) && !NAMING.test(name));
  const adding = numbers.filter(({ name }) => ADDING_UP.test(name));
  const sum = adding.find(({ name }) => /total/i.test(name)) ?? adding[0];
  if (sum !== undefined) return { column: sum.name, aggregation: "sum" };
  const level = numbers.find(({ type }) => type === "number") ?? numbers[0];
  if (level === undefined) return COUNT;
  return { column: level.name, aggregation: timed ? "avg" : "sum" };
}

/** Columns of another source mean something else: what is not there any more is left out. */
export function ofSource(draft: Draft, source: Source): Draft {
  const { type, title, grouped, look, optionsBefore } = draft;
  const fresh = proposal(source, draft.metric);
  // The order and the limit were proposed for bars.
  const { order, limit } = fresh.type === type ? fresh : { order: null, limit: null };
  return { ...fresh, type, title, grouped, look, optionsBefore, order, limit };
}

/** What one probably wants to see of its source, under the same title and with the same look. */
export function proposedAgain(draft: Draft, source: Source): Draft {
  const { title, look, optionsBefore } = draft;
  return { ...proposal(source, draft.metric), title, look, optionsBefore };
}

/** A title that nobody has written goes on telling what is shown. */
export function following(before: Draft, after: Draft, sources: readonly Source[]): Draft {
  const untouched = after.title === before.title && before.title === titleOf(before, sources);
  return untouched ? titled(after, sources) : after;
}

function titled(draft: Draft, sources: readonly Source[]): Draft {
  return { ...draft, title: titleOf(draft, sources) };
}

/** What is shown in words; of rows as they are the name of their source. */
function titleOf(draft: Draft, sources: readonly Source[]): string {
  const { measures, x, series, metric } = draft;
  if (listsRows(draft) || measures.length === 0) {
    return sources.find(({ id }) => id === draft.source)?.name ?? "";
  }
  const shown = measuresOf(draft).map(measureText).join(", ");
  const along = metric ? [] : [x, isSplit(draft) ? series : null].filter((name) => name !== null);
  return texts.visualization.titleOf(shown, along).slice(0, LONGEST_TITLE);
}

function measureText({ column, aggregation, name }: Measure): string {
  if (name !== undefined) return name;
  const words = AGGREGATIONS.find(([known]) => known === aggregation)?.[1] ?? aggregation;
  return column === null ? words : texts.visualization.measureOf(words, column);
}
