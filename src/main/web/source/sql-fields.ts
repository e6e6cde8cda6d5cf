import { EVERY, every, type Group, is } from "./field.ts";
import { texts } from "../texts.ts";

const SERVERS = ["postgresql", "mysql", "mariadb", "trino"];

/** What a source of another database needs to know. */
export const SQL: readonly Group[] = [
  {
    legend: texts.source.database,
    fields: [
      {
        name: "engine",
        label: texts.source.engine,
        type: "choice",
        options: [
          ["postgresql", "PostgreSQL"],
          ["mysql", "MySQL"],
          ["mariadb", "MariaDB"],
          ["sqlite", "SQLite"],
          ["trino", "Trino"],
        ],
        initial: "postgresql",
      },
      {
        name: "host",
        label: texts.source.host,
        placeholder: "db.example.com",
        required: true,
        asked: is("engine", ...SERVERS),
      },
      {
        name: "port",
        label: texts.source.port,
        type: "number",
        placeholder: texts.source.theUsualOne,
        asked: is("engine", ...SERVERS),
      },
      {
        name: "database",
        label: texts.source.database,
        required: true,
        asked: is("engine", "postgresql", "mysql", "mariadb"),
      },
      {
        name: "database",
        label: texts.source.catalog,
        hint: texts.source.orCatalogAndSchemaSuchAs,
        required: true,
        asked: is("engine", "trino"),
      },
      {
        name: "database",
        label: texts.source.file,
        hint: texts.source.inTheFolderThatTheAdministrator,
        required: true,
        asked: is("engine", "sqlite"),
      },
      { name: "user", label: texts.source.user, required: true, asked: is("engine", ...SERVERS) },
      {
        name: "password",
        label: texts.source.password,
        type: "secret",
        asked: is("engine", ...SERVERS),
      },
      {
        name: "tls",
        label: texts.source.secureConnectionTls,
        type: "flag",
        initial: "true",
        asked: is("engine", ...SERVERS),
      },
    ],
  },
  {
    legend: texts.source.rows,
    fields: [
      {
        name: "~of",
        label: texts.source.rowsComeFrom,
        type: "choice",
        options: [["table", texts.source.aTable], ["statement", texts.source.aStatement]],
        initial: "table",
      },
      { name: "table", label: texts.source.table, required: true, asked: is("~of", "table") },
      {
        name: "statement",
        label: texts.source.statement,
        type: "area",
        placeholder: "SELECT …",
        required: true,
        wide: true,
        asked: is("~of", "statement"),
      },
      every("60", texts.source.askTheDatabaseAtMostEvery),
      {
        name: "materialise_seconds",
        label: texts.source.materialiseEvery,
        hint: texts.source.copiesTheRowsToThisServer,
        type: "choice",
        options: [["", texts.source.neverAskTheDatabase], ...EVERY.slice(3)],
      },
    ],
  },
];
