import type { Rejected } from "./owned-source.ts";

/** Lines that were left out as CSV (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf(rejected: readonly Rejected[]): string {
  const rows = rejected.map(({ line, column = "", text = "", message }) => [
    String(line),
    column,
    text,
    message,
  ]);
  return [["line", "column", "text", "message"], ...rows]
    .map((row) => row.map(cellOf).join(",") + "\r\n")
    .join("");
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
