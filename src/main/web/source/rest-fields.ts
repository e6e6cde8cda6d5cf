import { every, type Group, is } from "./field.ts";
import { texts } from "../texts.ts";

/** What a source of a REST API is asked with. */
export const REST: readonly Group[] = [
  {
    legend: "Request",
    fields: [
      {
        name: "url",
        label: "API URL",
        placeholder: "https://api.example.com/readings",
        required: true,
        wide: true,
      },
      {
        name: "method",
        label: "HTTP method",
        type: "choice",
        options: [["GET", "GET"], ["POST", "POST"]],
        initial: "GET",
      },
      {
        name: "body",
        label: "Body",
        hint: "JSON, unless a header Content-Type says otherwise.",
        type: "area",
        wide: true,
        asked: is("method", "POST"),
      },
      { name: "headers", label: "Headers", type: "headers", wide: true },
    ],
  },
  {
    legend: "Rows",
    fields: [
      {
        name: "format",
        label: "Format",
        type: "choice",
        options: [["", texts.source.asTheAnswerSays], ["json", "JSON"], ["xml", "XML"]],
      },
      {
        name: "rows",
        label: texts.source.pathOfTheRows,
        placeholder: texts.source.foundByItself,
        hint: "JSONPath such as $.items, or XPath such as //item.",
      },
      {
        name: "mode",
        label: texts.source.newRows,
        type: "choice",
        options: [["replace", texts.source.replaceThoseThereAre], [
          "append",
          texts.source.areAdded,
        ]],
        initial: "replace",
      },
      {
        name: "key",
        label: texts.source.keyColumn,
        placeholder: "None: every row is added",
        hint: "A row whose key is there already is left out.",
        asked: is("mode", "append"),
      },
      every("60"),
    ],
  },
  {
    legend: "Paging",
    fields: [
      {
        name: "paging.kind",
        label: "Pages",
        type: "choice",
        options: [
          ["", texts.source.allAtOnce],
          ["link", texts.source.headerLink],
          ["page", texts.source.pageNumbers],
          ["cursor", texts.source.cursorInTheAnswer],
        ],
      },
      {
        name: "paging.parameter",
        label: texts.source.parameterOfTheAddress,
        placeholder: "page",
        required: true,
        asked: is("paging.kind", "page", "cursor"),
      },
      {
        name: "paging.path",
        label: texts.source.pathOfTheCursor,
        placeholder: "$.next",
        required: true,
        asked: is("paging.kind", "cursor"),
      },
      {
        name: "paging.first",
        label: texts.source.numberOfTheFirstPage,
        type: "number",
        placeholder: "1",
        asked: is("paging.kind", "page"),
      },
      {
        name: "paging.pages",
        label: texts.source.pagesAtMost,
        type: "number",
        placeholder: "10",
        asked: is("paging.kind", "link", "page", "cursor"),
      },
    ],
  },
];
