import { LIST_FIELDS } from "../columns/known.ts";
import { BOOKKEEPING, LEFT_OUT, type RawField } from "../record.ts";
import { isObject, type JsonObject, text } from "./value.ts";

/** What becomes of the members of a service's records; of others the value is a field by the path to it. */
export interface Members {
  /** Those that the record is made of, by themselves and with all in them. */
  readonly used: ReadonlySet<string>;
  /** Paths whose values have a name that is known. */
  readonly known: ReadonlyMap<string, string>;
  /** What the service notes for itself. */
  readonly bookkeeping?: RegExp;
}

const DEEPEST = 3;
/** An object of more members is a table of its own. */
const MOST_MEMBERS = 40;

/**
 * The members of an item that its reader does not use, as fields. An object gives each of its members, down to three
 * levels ("open_access.oa_url"); a list its texts or numbers, a list of objects the names of these. What is of another
 * shape is left out, and told of.
 */
export function memberFields(item: JsonObject, members: Members): RawField[] {
  const fields: RawField[] = [];
  collect(item, "", 1, members, fields);
  return fields;
}

function collect(
  item: JsonObject,
  before: string,
  depth: number,
  members: Members,
  fields: RawField[],
): void {
  for (const key of Object.keys(item)) {
    const value = item[key];
    const path = before === "" ? key : `${before}.${key}`;
    if (value === null || value === "" || members.used.has(path)) continue;
    // The name is that of the file that a paper is from.
    const name = members.known.get(path) ?? (path === "source" ? "source (2)" : path);
    const from = members.bookkeeping?.test(path) ? BOOKKEEPING : undefined;
    const plain = plainValue(value, name);
    if (plain !== undefined) fields.push([name, plain, from]);
    else if (
      isObject(value) &&
      from === undefined &&
      depth < DEEPEST &&
      Object.keys(value).length <= MOST_MEMBERS
    )
      collect(value, path, depth + 1, members, fields);
    else if (!isEmpty(value))
      fields.push([
        name,
        JSON.stringify(value),
        from ?? `${LEFT_OUT}it is no value, but objects in each other`,
      ]);
  }
}

/** The value as text, or as texts; undefined where it is of another shape. */
function plainValue(value: unknown, name: string): string | readonly string[] | undefined {
  if (typeof value === "string") return LIST_FIELDS.has(name) ? [value] : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isSaid)) return value;
    const items = value.filter((item) => item !== null && item !== "");
    const texts = items.flatMap((item) =>
      typeof item === "number" || typeof item === "boolean"
        ? String(item)
        : Array.isArray(item)
          ? []
          : (text(item) ?? []),
    );
    return items.length > 0 && texts.length === items.length ? texts : undefined;
  }
  return dateText(value);
}

function isSaid(item: unknown): item is string {
  return typeof item === "string" && item !== "";
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every((item) => item === null || item === "")
    : isObject(value) && Object.keys(value).length === 0;
}

/** A date of CSL as ISO 8601: `{"date-parts": [[2020, 1]]}` is "2020-01". */
export function dateText(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const parts = value["date-parts"];
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  if (Array.isArray(first) && first.length > 0 && first.every((part) => /^\d{1,4}$/.test(String(part))))
    return first.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
  return undefined;
}
