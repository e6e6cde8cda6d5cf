import type { Group } from "./field.ts";
import { FOLDER } from "./folder-fields.ts";
import { KAFKA } from "./kafka-fields.ts";
import type { Kind } from "./owned-source.ts";
import { REST } from "./rest-fields.ts";
import { SQL } from "./sql-fields.ts";

/** What is asked of somebody who sets up a source of this kind, besides its name. */
export function groupsOf(kind: Kind): readonly Group[] {
  return GROUPS[kind];
}

const GROUPS: Readonly<Record<Kind, readonly Group[]>> = {
  file: [],
  push: [],
  rest: REST,
  sql: SQL,
  kafka: KAFKA,
  folder: FOLDER,
};
