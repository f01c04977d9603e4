import type { Entries } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";

/**
 * Gathers what no column can hold of some rows: texts with halves of a character (which UTF-8 has not), numbers that are
 * none of 32 bits, and what a map held that this version does not know.
 */
export interface Overflow {
  /** The value for a column of texts; null where there is none. */
  text(row: number, name: string, value: string | undefined): string | null;
  texts(row: number, name: string, values: readonly string[]): readonly string[] | null;
  /** Numbers of six digits, for a column of float32. */
  floats(row: number, name: string, values: readonly number[]): readonly number[] | null;
  whole(row: number, name: string, value: number | undefined): number | null;
  extra(row: number, entries: Entries | undefined): void;
  /** The column `rest`. */
  column(): readonly (string | null)[];
}

/** @param count rows */
export function overflow(count: number): Overflow {
  const values = new Map<number, [string, unknown][]>();
  const extras = new Map<number, Entries>();
  const keep = (row: number, name: string, value: unknown) => {
    const own = values.get(row);
    if (own) own.push([name, value]);
    else values.set(row, [[name, value]]);
  };
  return {
    text(row, name, value) {
      if (value === undefined) return null;
      if (value.isWellFormed()) return value;
      keep(row, name, value);
      return value.toWellFormed();
    },
    texts(row, name, list) {
      if (list.length === 0) return null;
      if (list.every((value) => value.isWellFormed())) return list;
      keep(row, name, list);
      return list.map((value) => value.toWellFormed());
    },
    floats(row, name, list) {
      if (list.length === 0) return null;
      if (!list.every((value) => sixDigits(Math.fround(value)) === value)) keep(row, name, list);
      return list.map(Math.fround);
    },
    whole(row, name, value) {
      if (value === undefined) return null;
      if (value === (value | 0)) return value;
      keep(row, name, value);
      return null;
    },
    extra(row, entries) {
      if (entries && entries.length > 0) extras.set(row, entries);
    },
    column: () =>
      Array.from({ length: count }, (_, row) => {
        const [own, extra] = [values.get(row), extras.get(row)];
        // Pairs, because `__proto__` is a key like any other.
        return own || extra ? JSON.stringify({ ...(own && { values: own }), ...(extra && { extra }) }) : null;
      }),
  };
}

/** What `Overflow` kept of one row. */
export interface Rest {
  readonly values: ReadonlyMap<string, unknown>;
  readonly extra: Entries;
}

const NOTHING: Rest = { values: new Map(), extra: [] };

/** Reads the column `rest` of one row; what is no such thing is nothing. */
export function restOf(cell: unknown): Rest {
  if (typeof cell !== "string") return NOTHING;
  let found: unknown;
  try {
    found = JSON.parse(cell);
  } catch {
    return NOTHING;
  }
  const { values, extra } = (found ?? {}) as { values?: unknown; extra?: unknown };
  return { values: new Map(pairsOf(values)), extra: pairsOf(extra) };
}

function pairsOf(value: unknown): Entries {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (pair): pair is [string, unknown] => Array.isArray(pair) && typeof pair[0] === "string",
  );
}
