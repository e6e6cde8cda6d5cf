import { every, type Group, is } from "./field.ts";

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
        options: [["", "As the answer says"], ["json", "JSON"], ["xml", "XML"]],
      },
      {
        name: "rows",
        label: "Path of the rows",
        placeholder: "Found by itself",
        hint: "JSONPath such as $.items, or XPath such as //item.",
      },
      {
        name: "mode",
        label: "New rows",
        type: "choice",
        options: [["replace", "Replace those there are"], ["append", "Are added"]],
        initial: "replace",
      },
      {
        name: "key",
        label: "Key column",
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
          ["", "All at once"],
          ["link", "Header Link"],
          ["page", "Page numbers"],
          ["cursor", "Cursor in the answer"],
        ],
      },
      {
        name: "paging.parameter",
        label: "Parameter of the address",
        placeholder: "page",
        required: true,
        asked: is("paging.kind", "page", "cursor"),
      },
      {
        name: "paging.path",
        label: "Path of the cursor",
        placeholder: "$.next",
        required: true,
        asked: is("paging.kind", "cursor"),
      },
      {
        name: "paging.first",
        label: "Number of the first page",
        type: "number",
        placeholder: "1",
        asked: is("paging.kind", "page"),
      },
      {
        name: "paging.pages",
        label: "Pages at most",
        type: "number",
        placeholder: "10",
        asked: is("paging.kind", "link", "page", "cursor"),
      },
    ],
  },
];
