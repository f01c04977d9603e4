import { freeName } from "../../model/field.ts";
import { knownFields, LIST_FIELDS, OWN_COLUMNS, usedColumns } from "../columns/known.ts";
import { foldName } from "../fields.ts";
import type { RawField } from "../record.ts";
import type { Columns } from "./header.ts";

interface Rest {
  readonly at: number;
  readonly name: string;
  readonly isList: boolean;
}

/** Gives what cells hold that is not used otherwise: every other column, by its own name or the one known for it. */
export function cellFields(columns: Columns): (cells: readonly string[]) => readonly RawField[] {
  const { fields, names } = columns;
  const used = usedColumns(fields);
  const known = knownFields(names);
  const dated = fields.get("year")?.[0];
  const isOurs = names.includes("source_id") && names.includes("identity");
  const taken = new Set(["source", ...(dated === undefined ? [] : [names[dated]])]);
  const rest: Rest[] = [];
  const pages = pageColumns(columns, [...known.values()].includes("pages"));
  if (pages !== undefined) for (const at of pages) used.add(at);
  for (const [at, own] of names.entries()) {
    const isTags = known.get(at) === "tags";
    if ((used.has(at) && !isTags) || (isOurs && OWN_COLUMNS.has(own))) continue;
    const name = freeName(known.get(at) ?? (own || `column ${at + 1}`), taken);
    rest.push({ at, name, isList: LIST_FIELDS.has(name) });
  }
  return (cells) => {
    const found: RawField[] = [];
    for (const { at, name, isList } of rest) {
      const cell = cells[at];
      if (cell === undefined || cell === "") continue;
      const text = plainCell(cell);
      if (text !== "") found.push([name, isList ? text.split(/[;|\n]/) : text]);
    }
    if (pages !== undefined) found.push(["pages", pageRange(cells[pages[0]], cells[pages[1]])]);
    const date = dated === undefined ? "" : (cells[dated] ?? "");
    // A date that says more than the year.
    if (dated !== undefined && date.length > 4 && date.trim().length > 4) found.push([names[dated], date]);
    return found;
  };
}

/** The columns of first and last page, where they stand apart. */
function pageColumns({ names }: Columns, isKnown: boolean): readonly [number, number] | undefined {
  const folded = names.map(foldName);
  const [first, last] = ["pagestart", "pageend"].map((name) => folded.indexOf(name));
  return isKnown || first < 0 || last < 0 ? undefined : [first, last];
}

function pageRange(first = "", last = ""): string {
  const [from, to] = [first.trim(), last.trim()];
  return to === "" || to === from ? from : `${from}-${to}`;
}

/** Without the apostrophe that keeps spreadsheets from taking a text for a formula. */
function plainCell(cell: string): string {
  const text = cell.trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}
