import type { ConceptTable } from "../model/text.ts";

/** The concepts of each paper by name, in the order of the table's columns. */
export function conceptNames({ rows, name }: ConceptTable): string[][] {
  return Array.from({ length: rows.start.length - 1 }, (_, i) =>
    Array.from(rows.column.subarray(rows.start[i], rows.start[i + 1]), (c) => name[c]),
  );
}
