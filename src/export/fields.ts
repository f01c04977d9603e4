import { type Field, type FieldValue, fieldValue } from "../model/field.ts";
import type { TopicMap } from "../model/map.ts";

/** Gives, for the name of a field, what papers have in it. */
export function fieldsByName({
  fields = [],
}: TopicMap): (name: string) => (i: number) => FieldValue | undefined {
  const known = new Map(fields.map((field) => [field.name, field]));
  return (name) => {
    const field = known.get(name);
    return (i) => (field === undefined ? undefined : writtenValue(field, i));
  };
}

/** What paper i has in a field, a number with its unit. */
export function writtenValue(field: Field, i: number): FieldValue | undefined {
  const value = fieldValue(field, i);
  return field.type === "number" && field.unit && value !== undefined ? `${value} ${field.unit}` : value;
}

/** The tags of a format that a field came from. @param format "ris" or "bibtex" */
export function tagsFrom({ from = [] }: Field, format: string): string[] {
  return from.flatMap((one) => (one.startsWith(`${format}:`) ? [one.slice(format.length + 1)] : []));
}

/** A value as texts, each of them one entry of a reading list. */
export function textsOf(value: FieldValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "object" ? value : [String(value)];
}
