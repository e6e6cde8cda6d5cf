import { every, type Group, is } from "./field.ts";
import { texts } from "../texts.ts";

/** What a source of a REST API is asked with. */
export const REST: readonly Group[] = [
  {
    legend: texts.source.request,
    fields: [
      {
        name: "url",
        label: texts.source.apiUrl,
        placeholder: "https://api.example.com/readings",
        required: true,
        wide: true,
      },
      {
        name: "method",
        label: texts.source.httpMethod,
        type: "choice",
        options: [["GET", "GET"], ["POST", "POST"]],
        initial: "GET",
      },
      {
        name: "body",
        label: texts.source.body,
        hint: texts.source.jsonUnlessAHeaderContentType,
        type: "area",
        wide: true,
        asked: is("method", "POST"),
      },
      { name: "headers", label: texts.source.headers, type: "headers", wide: true },
    ],
  },
  {
    legend: texts.source.rows,
    fields: [
      {
        name: "format",
        label: texts.source.format,
        type: "choice",
        options: [["", texts.source.asTheAnswerSays], ["json", "JSON"], ["xml", "XML"]],
      },
      {
        name: "rows",
        label: texts.source.pathOfTheRows,
        placeholder: texts.source.foundByItself,
        hint: texts.source.jsonpathSuchAsItemsOrXpath,
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
        placeholder: texts.source.noneEveryRowIsAdded,
        hint: texts.source.aRowWhoseKeyIsThere,
        asked: is("mode", "append"),
      },
      every("60"),
    ],
  },
  {
    legend: texts.source.paging,
    fields: [
      {
        name: "paging.kind",
        label: texts.source.paged,
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
