import { EVERY, every, type Group, is } from "./field.ts";
import { texts } from "../texts.ts";

const SERVERS = ["postgresql", "mysql", "mariadb", "trino"];

/** What a source of another database needs to know. */
export const SQL: readonly Group[] = [
  {
    legend: "Database",
    fields: [
      {
        name: "engine",
        label: "Engine",
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
        label: "Host",
        placeholder: "db.example.com",
        required: true,
        asked: is("engine", ...SERVERS),
      },
      {
        name: "port",
        label: "Port",
        type: "number",
        placeholder: texts.source.theUsualOne,
        asked: is("engine", ...SERVERS),
      },
      {
        name: "database",
        label: "Database",
        required: true,
        asked: is("engine", "postgresql", "mysql", "mariadb"),
      },
      {
        name: "database",
        label: "Catalog",
        hint: texts.source.orCatalogAndSchemaSuchAs,
        required: true,
        asked: is("engine", "trino"),
      },
      {
        name: "database",
        label: "File",
        hint: texts.source.inTheFolderThatTheAdministrator,
        required: true,
        asked: is("engine", "sqlite"),
      },
      { name: "user", label: "User", required: true, asked: is("engine", ...SERVERS) },
      { name: "password", label: "Password", type: "secret", asked: is("engine", ...SERVERS) },
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
    legend: "Rows",
    fields: [
      {
        name: "~of",
        label: texts.source.rowsComeFrom,
        type: "choice",
        options: [["table", "A table"], ["statement", "A statement"]],
        initial: "table",
      },
      { name: "table", label: "Table", required: true, asked: is("~of", "table") },
      {
        name: "statement",
        label: "Statement",
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
        options: [["", "Never: ask the database"], ...EVERY.slice(3)],
      },
    ],
  },
];
