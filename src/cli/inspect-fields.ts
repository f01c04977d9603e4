import type { Collection } from "../model/collection.ts";
import { type Field, type FieldValue, fieldValue, type LeftOut, missingCount } from "../model/field.ts";
import { oneLine } from "./messages.ts";

/** What `inspect` says of a field. */
export interface FieldSummary {
  readonly name: string;
  readonly type: Field["type"];
  readonly unit?: string;
  /** Share of the papers that have a value, 0 to 1. */
  readonly filled: number;
  /** The first three values that differ. */
  readonly examples: readonly FieldValue[];
}

const EXAMPLES = 3;

/** A field with its type, how much of it is filled, and three of its values. @param papers of the collection */
export function fieldSummary(field: Field, papers: number): FieldSummary {
  const examples = new Map<string, FieldValue>();
  for (let i = 0; i < papers && examples.size < EXAMPLES; i++) {
    const value = fieldValue(field, i);
    if (value !== undefined) examples.set(String(value), value);
  }
  const filled = papers === 0 ? 0 : 1 - missingCount(field, papers) / papers;
  return {
    name: field.name,
    type: field.type,
    ...(field.type === "number" && field.unit ? { unit: field.unit } : {}),
    filled: Number(filled.toFixed(4)),
    examples: [...examples.values()],
  };
}

const WIDEST_NAME = 30;
const WIDEST_EXAMPLE = 40;

/** The fields as a table for people, and what was left out. */
export function fieldLines({ papers, fields = [], leftOut = [] }: Collection): string[] {
  const rows = fields.map((field) => {
    const { name, type, unit, filled, examples } = fieldSummary(field, papers.length);
    const percent = filled === 0 ? 0 : Math.max(1, Math.floor(100 * filled));
    return [
      short(name, WIDEST_NAME),
      unit ? `${type}, ${unit}` : type,
      `${percent} %`,
      examples.map((value) => short(textOf(value), WIDEST_EXAMPLE)).join(" | "),
    ];
  });
  const [names, types] = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column].length)));
  const table = rows.map(([name, type, percent, examples]) =>
    `  ${name.padEnd(names)}  ${type.padEnd(types)}  ${percent.padStart(5)}  ${examples}`.trimEnd(),
  );
  return [
    ...(table.length > 0 ? ["", "fields (name, type, filled, examples)", ...table] : []),
    ...(leftOut.length > 0 ? ["", "left out of the fields", ...reasons(leftOut)] : []),
  ];
}

const NAMES_SHOWN = 40;

/** Each reason with the names that it holds for. */
function reasons(leftOut: readonly LeftOut[]): string[] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of leftOut) {
    const same = names.get(reason);
    if (same === undefined) names.set(reason, [name]);
    else same.push(name);
  }
  return [...names].map(([reason, all]) => {
    const shown = all.slice(0, NAMES_SHOWN).map((name) => short(name, WIDEST_NAME));
    const more = all.length - shown.length;
    return `  ${reason}: ${shown.join(", ")}${more > 0 ? ` and ${more} more: inspect --json lists all` : ""}`;
  });
}

function textOf(value: FieldValue): string {
  return typeof value === "object" ? value.join("; ") : String(value);
}

function short(text: string, most: number): string {
  const line = oneLine(text);
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
