import { every, type Group } from "./field.ts";
import { texts } from "./texts.ts";

/** What a source of a watched folder needs to know. */
export const FOLDER: readonly Group[] = [
  {
    legend: texts.folder,
    fields: [
      {
        name: "folder",
        label: texts.folderOnTheServer,
        placeholder: "sales/2026",
        hint: texts.folderHint,
      },
      {
        name: "pattern",
        label: texts.folderPattern,
        placeholder: "*.csv",
        hint: texts.folderPatternHint,
      },
      {
        name: "mode",
        label: texts.folderMode,
        type: "choice",
        options: [["append", texts.folderAppend], ["replace", texts.folderReplace]],
        initial: "append",
      },
      every("10", texts.folderEvery),
    ],
  },
];
