import {
  distinctCount,
  FIELD_TYPES,
  type Field,
  type FieldType,
  type FieldValue,
  fieldValue,
  freeName,
  missingCount,
} from "./field.ts";
import {
  booleanField,
  type Cells,
  type FieldHead,
  labelField,
  listField,
  numberField,
} from "./field-columns.ts";
import type { Entries } from "./map.ts";
import { field as fieldOf, isObject } from "./take.ts";

/** What the attributes of a map say of a field. */
export function fieldObject(field: Field, papers: number): object {
  return {
    name: field.name,
    type: field.type,
    values: distinctCount(field),
    missing: missingCount(field, papers),
    ...(field.type === "number" && field.unit ? { unit: field.unit } : {}),
    ...(field.from ? { from: field.from } : {}),
  };
}

/** The values of paper i by the names of their fields; undefined where it has none. `__proto__` is a name like any other. */
export function fieldValues(
  fields: readonly Field[],
  i: number,
): Readonly<Record<string, FieldValue>> | undefined {
  const own = fields.flatMap((field) => {
    const value = fieldValue(field, i);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** What a saved map says of one field. */
export interface SavedField extends FieldHead {
  readonly type?: FieldType;
  readonly unit?: string;
}

/** The heads of the fields in the attributes of a saved map, each name once. */
export function decodeFieldHeads(list: readonly unknown[]): SavedField[] {
  const taken = new Set<string>();
  return list.filter(isHead).map((item, i) => {
    const head = fieldOf(item, `field ${i + 1}`);
    const said = head.text("type");
    const type = FIELD_TYPES.find((known) => known === said);
    const unit = head.text("unit");
    const from = head.strings("from");
    return {
      name: freeName(head.needText("name"), taken),
      ...(type ? { type } : {}),
      ...(unit ? { unit } : {}),
      ...(from.length > 0 ? { from } : {}),
    };
  });
}

function isHead(item: unknown): boolean {
  return isObject(item) && typeof item.name === "string";
}

/** Gathers the values that nodes of a saved map have, paper by paper. */
export function fieldReader() {
  const columns = new Map<string, { papers: number[]; values: FieldValue[] }>();
  return {
    /** Takes the fields of a paper. @returns those that are no values, to be kept as they are */
    add(paper: number, entries: Entries): Entries {
      return entries.filter(([name, found]) => {
        const value = plainValue(found);
        if (value === undefined) return true;
        const column = columns.get(name) ?? { papers: [], values: [] };
        columns.set(name, column);
        column.papers.push(paper);
        column.values.push(value);
        return false;
      });
    },
    /** @param heads what the map says of its fields; others follow. @param count papers */
    finish(heads: readonly SavedField[], count: number): Field[] {
      const named = new Set(heads.map(({ name }) => name));
      const others = [...columns.keys()].filter((name) => !named.has(name)).map((name) => ({ name }));
      return [...heads, ...others].map((head: SavedField) =>
        typed(head, count, columns.get(head.name) ?? { papers: [], values: [] }),
      );
    },
  };
}

function plainValue(found: unknown): FieldValue | undefined {
  if (typeof found === "string" || typeof found === "boolean") return found;
  if (typeof found === "number" && Number.isFinite(found)) return found;
  if (!Array.isArray(found) || found.length === 0) return undefined;
  return found.every((item) => typeof item === "string") ? (found as string[]) : undefined;
}

/** The column of the type that is said where all values fit it, else of one that they fit. */
function typed(
  { type, unit, ...head }: SavedField,
  count: number,
  { papers, values }: Cells<FieldValue>,
): Field {
  const all = (kind: string) => values.every((value) => typeof value === kind);
  if ((type === "number" || type === undefined) && all("number"))
    return numberField(head, count, { papers, values: values as number[] }, unit);
  if ((type === "boolean" || type === undefined) && all("boolean"))
    return booleanField(head, count, { papers, values: values as boolean[] });
  if (type === "list" || values.some((value) => typeof value === "object"))
    return listField(head, count, {
      papers,
      values: values.map((value) => (typeof value === "object" ? value : [String(value)])),
    });
  const kind = type === "date" || type === "text" ? type : "category";
  return labelField(head, kind, count, { papers, values: values.map(String) });
}
