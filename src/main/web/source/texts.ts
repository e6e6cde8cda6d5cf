import type { Kind, Stage } from "./owned-source.ts";

/** What the rooms of data sources say, in English. */
export const texts = {
  rowsComeFrom: "Rows of",
  asTheAnswerSays: "As the answer says",
  pathOfTheRows: "Path of the rows",
  foundByItself: "Found by itself",
  newRows: "New rows",
  replaceThoseThereAre: "Replace those there are",
  areAdded: "Are added",
  keyColumn: "Key column",
  allAtOnce: "All at once",
  headerLink: "Header Link",
  pageNumbers: "Page numbers",
  cursorInTheAnswer: "Cursor in the answer",
  parameterOfTheAddress: "Parameter of the address",
  pathOfTheCursor: "Path of the cursor",
  numberOfTheFirstPage: "Number of the first page",
  pagesAtMost: "Pages at most",
  refreshEvery: "Refresh every",
  theUsualOne: "The usual one",
  orCatalogAndSchemaSuchAs: "Or catalog and schema, such as lake/sales.",
  inTheFolderThatTheAdministrator: "In the folder that the administrator allows, such as shop.db.",
  secureConnectionTls: "Secure connection (TLS)",
  askTheDatabaseAtMostEvery: "Ask the database at most every",
  materialiseEvery: "Materialise every",
  copiesTheRowsToThisServer:
    "Copies the rows to this server: for databases that are slow or far away.",
  folderOnTheServer: "Folder on the server",
  heading: "Data sources",
  none: "There are none yet.",
  add: "Add a data source",
  close: "Close",
  cancel: "Cancel",
  back: "Back",
  save: "Save",
  test: "Test",
  testing: "Testing…",
  saving: "Saving…",
  change: "Change",
  remove: "Remove",
  details: "Rows and runs",
  refresh: "Refresh now",
  refreshing: "Refreshing…",
  again: "Replace the file",
  chart: "Add a chart",
  why: "What happened",
  copyCsv: "Copy as CSV",
  uploading: (rows: string) => `Reading the file: ${rows} rows`,
  reading: "Reading",
  howToPush: "How to push rows",
  command: "the command",

  kinds: {
    file: { name: "File", words: "Upload CSV, Excel, JSON or Parquet." },
    push: { name: "Push", words: "A program sends rows over the API." },
    rest: { name: "REST API", words: "Asked again and again: JSON or XML." },
    sql: { name: "SQL database", words: "PostgreSQL, MySQL, SQLite or Trino." },
    kafka: { name: "Kafka topic", words: "Each message becomes a row." },
    folder: { name: "Watched folder", words: "Files that appear on the server." },
  } satisfies Record<Kind, { readonly name: string; readonly words: string }>,
  addKind: (kind: string) => `Add: ${kind}`,
  newOf: (kind: string) => `New source: ${kind}`,
  changeOf: (name: string) => `Change “${name}”`,
  name: "Name",

  rowCount: (rows: string) => rows === "1" ? "1 row" : `${rows} rows`,
  changedAgo: (ago: string) => `last ${ago}`,
  refreshedAgo: (ago: string) => `refreshed ${ago}`,
  nextRun: (when: string) => `next ${when}`,
  waiting: "waiting for the first rows",
  failing: (title: string) => `The last try failed: ${title}`,
  stopped: (count: number, when: string | null) =>
    `Stopped after ${count} failures${when === null ? "" : `, tried again ${when}`}`,
  oldRows: "The last good rows stay.",
  done: (rows: string, ms: string) => `${rows} in ${ms} ms.`,
  unchanged: "Nothing has changed since the last run.",
  saved: (name: string) => `“${name}” was saved.`,

  notTested: "Not tested yet.",
  changedSince: "Changed since it was tested.",
  tested: (rows: string) => `Tested: ${rows}.`,
  firstRows: "First rows",
  noRows: "It can be reached, but there are no rows yet.",
  secretKept: "kept; type to replace",
  starsKept: "*** stands for what is kept: leave it, or write over it.",
  fillIn: "must be filled in",

  headers: "Headers",
  headersHint:
    "Sent along. Values are secret and never shown again, but for Accept, Accept-Language, Content-Type and User-Agent.",
  headerName: (index: number) => `Name of header ${index}`,
  headerValue: (index: number) => `Value of header ${index}`,
  headerRemove: (index: number) => `Remove header ${index}`,
  headerAdd: "Add a header",
  secret: "secret",
  open: "shown",

  runs: "Run history",
  noRuns: "There was no run yet.",
  runColumns: ["When", "Result", "Rows", "Took"],
  runStates: { done: "New rows", unchanged: "Nothing new", failed: "Failed" },
  milliseconds: (ms: string) => `${ms} ms`,
  rows: "Rows",
  noRowsYet: "There are no rows yet.",
  previous: "Previous",
  next: "Next",
  pages: "Pages of the rows",
  rowsOf: (from: string, to: string, all: string) => `Rows ${from}–${to} of ${all}`,

  report: (name: string, rows: string) => `“${name}” was read: ${rows}.`,
  rejected: (count: string) =>
    count === "1" ? "1 line was left out" : `${count} lines were left out`,
  rejectedFirst: (count: string) => `Here are the first ${count}.`,
  openIt: "Open the dashboard",
  rejectedColumns: ["Line", "Column", "What stands there", "Why"],

  connectionFailure: "Connection Failure",
  cameBack: "What came back",
  whatToTry: "What to try",
  correct: "Correct it",

  stages: {
    name: {
      title: "The name of the server is not known",
      tries: ["Check how the server's name is spelt.", "Ask whether this server can look it up."],
    },
    refused: {
      title: "This server may not connect to that address",
      tries: [
        "Use a public address.",
        "Private networks are allowed by the administrator only, in the setting STREAMDATA_ALLOWED_NETWORKS.",
      ],
    },
    connection: {
      title: "No connection",
      tries: [
        "Check the port, and that the other server runs.",
        "A firewall may be in between.",
      ],
    },
    tls: {
      title: "No secure connection",
      tries: [
        "The certificate of the other server must be valid and for this very name.",
        "Check whether it speaks TLS on this port at all.",
      ],
    },
    login: {
      title: "Not signed in",
      tries: ["Check user and password.", "Check that this user may sign in from this server."],
    },
    timeout: {
      title: "It took too long",
      tries: [
        "Try again: the other server may be busy.",
        "Ask for less at once.",
      ],
    },
    status: {
      title: "The answer is an error",
      tries: [
        "Compare the address and the method with what the API's own pages say.",
        "401 or 403 mostly means that a header such as Authorization is missing or wrong.",
      ],
    },
    content_type: {
      title: "The answer is neither JSON nor XML",
      tries: [
        "Check that the address is that of the API and not of a page for people.",
        "Add the header Accept with application/json, or choose the format.",
      ],
    },
    size: {
      title: "The answer is too large",
      tries: ["Ask for fewer rows or columns.", "Use paging, where the API has it."],
    },
    parse: {
      title: "The answer cannot be read",
      tries: ["Look at what came back.", "Choose the format that the API answers with."],
    },
    path: {
      title: "There are no rows at that place",
      tries: [
        "Look at what came back, and correct the path of the rows.",
        "Leave the path empty: then the place with the most rows is taken.",
      ],
    },
    query: {
      title: "The database refused the query",
      tries: ["Check the name of the table, or the statement.", "Check what the user may read."],
    },
    server: {
      title: "Something went wrong on this server",
      tries: ["Try again.", "The administrator finds more in the server's log."],
    },
  } satisfies Record<Stage, { readonly title: string; readonly tries: readonly string[] }>,
};
