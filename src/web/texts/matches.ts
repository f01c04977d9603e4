import { plural } from "../../view/numbers.ts";

/** What is said of records that were one paper: a page in one file reads none. */
export const matchTexts = {
  matches: (n: number) => `${plural(n, "record")} of papers read before, and why`,
  versions: "Conference and journal versions are one paper",
  place: (file: string, line: number | undefined, id: string) =>
    `${file}${line === undefined ? "" : `, line ${line}`}, ${id}`,
  gave: (fields: readonly string[]) => `gave ${fields.join(", ")}`,
  gaveNothing: "gave nothing new",
  apart: "kept apart",
  keepApart: "Keep apart",
  apartByCommand:
    "To keep some apart, put the names at the end of their lines into a file, one a line, and give --keep-apart FILE.",
  again: "Make the map again",
};
