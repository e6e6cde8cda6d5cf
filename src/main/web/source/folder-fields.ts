import { every, type Group } from "./field.ts";
import { texts } from "../texts.ts";

/** What a source of a watched folder needs to know. */
export const FOLDER: readonly Group[] = [
  {
    legend: texts.source.folder,
    fields: [
      {
        name: "folder",
        label: texts.source.folderOnTheServer,
        placeholder: "sales/2026",
        hint: texts.source.folderHint,
      },
      {
        name: "pattern",
        label: texts.source.folderPattern,
        placeholder: "*.csv",
        hint: texts.source.folderPatternHint,
      },
      {
        name: "mode",
        label: texts.source.folderMode,
        type: "choice",
        options: [["append", texts.source.folderAppend], ["replace", texts.source.folderReplace]],
        initial: "append",
      },
      every("10", texts.source.folderEvery),
    ],
  },
];
