/** What a field's values are, found over the whole collection. */
export type FieldType = "number" | "date" | "category" | "list" | "text" | "boolean";

export const FIELD_TYPES: readonly FieldType[] = ["number", "date", "category", "list", "text", "boolean"];

interface Named {
  /** The source's own name, or the one that Topograph has for it in every format ("countries"). */
  readonly name: string;
  /** Tags and fields that it came from and goes back to: "ris:C1", "bibtex:series". Absent where there are none. */
  readonly from?: readonly string[];
}

export interface NumberField extends Named {
  readonly type: "number";
  /** Per paper; NaN where missing. */
  readonly values: Float64Array;
  /** What stood around every number: "%", "kg", "€"; absent where nothing did. */
  readonly unit?: string;
}

export interface BooleanField extends Named {
  readonly type: "boolean";
  /** Per paper: 0, 1, or −1 where missing. */
  readonly values: Int8Array;
}

/** One text of each paper; of dates ISO 8601, as exact as the source is ("2014", "2014-05", "2014-05-12"). */
export interface LabelField extends Named {
  readonly type: "date" | "category" | "text";
  readonly labels: readonly string[];
  /** Per paper the position in `labels`, or −1 where missing. */
  readonly codes: Int32Array;
}

export interface ListField extends Named {
  readonly type: "list";
  readonly labels: readonly string[];
  /** Paper i has labels[codes[offsets[i]]] … labels[codes[offsets[i + 1] − 1]]; none where missing. */
  readonly offsets: Uint32Array;
  readonly codes: Uint32Array;
}

/** A typed column over the papers of a collection: what sources say of them beside what every paper has. */
export type Field = NumberField | BooleanField | LabelField | ListField;

/** A value as people and files see it; a list is never empty. */
export type FieldValue = number | boolean | string | readonly string[];

/** What paper i has in a field; undefined where it is missing. */
export function fieldValue(field: Field, i: number): FieldValue | undefined {
  switch (field.type) {
    case "number": {
      const value = field.values[i];
      return Number.isNaN(value) ? undefined : value;
    }
    case "boolean":
      return field.values[i] < 0 ? undefined : field.values[i] === 1;
    case "list": {
      const { offsets, codes, labels } = field;
      if (offsets[i] === offsets[i + 1]) return undefined;
      return Array.from(codes.subarray(offsets[i], offsets[i + 1]), (code) => labels[code]);
    }
    default:
      return field.codes[i] < 0 ? undefined : field.labels[field.codes[i]];
  }
}

/** Whether paper i has nothing in a field. */
export function isMissing(field: Field, i: number): boolean {
  if (field.type === "number") return Number.isNaN(field.values[i]);
  if (field.type === "boolean") return field.values[i] < 0;
  return field.type === "list" ? field.offsets[i] === field.offsets[i + 1] : field.codes[i] < 0;
}

/** How many papers have nothing in a field. */
export function missingCount(field: Field, papers: number): number {
  let count = 0;
  for (let i = 0; i < papers; i++) if (isMissing(field, i)) count++;
  return count;
}

/** How many different values a field has; of lists, different items. */
export function distinctCount(field: Field): number {
  if (field.type === "number") return new Set(field.values.filter((value) => !Number.isNaN(value))).size;
  if (field.type === "boolean") return new Set(field.values.filter((value) => value >= 0)).size;
  return new Set(field.codes.filter((code) => code >= 0)).size;
}

/** A field and the reason for which values of it, or all, are not in the map. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

/**
 * A name that none of `taken` is: the first as it is, then "name (2)", "name (3)" …; `taken` gets it.
 * @param fold under what names are the same
 */
export function freeName(name: string, taken: Set<string>, fold = (one: string) => one): string {
  let free = name;
  for (let k = 2; taken.has(fold(free)); k++) free = `${name} (${k})`;
  taken.add(fold(free));
  return free;
}
