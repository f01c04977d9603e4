import { isObject, type JsonObject } from "./value.ts";

const TITLE = /^(?:title|document ?title|article ?title|titel|titre|título|题名)$/i;
const MORE = /^(?:year|doi|authors?|abstract|journal|venue|date)$/i;
const DEEPEST = 4;

/** Whether an object looks like a paper: a member is called a title. A name alone is none: package.json has one. */
function hasTitle(value: unknown): value is JsonObject {
  return isObject(value) && Object.keys(value).some((key) => TITLE.test(key));
}

/**
 * The records in a JSON document whose wrapping is not known: the largest list of objects with titles under any name,
 * such objects under their ids, or a table as data frames write it ({"title": {"0": …}}, {"title": […]},
 * {"columns": […], "data": [[…]]}); undefined where there is none. Looks four levels deep.
 */
export function findRecords(document: unknown): readonly JsonObject[] | undefined {
  let best: readonly JsonObject[] | undefined;
  let level: unknown[] = [document];
  for (let depth = 0; depth < DEEPEST && best === undefined; depth++) {
    const next: unknown[] = [];
    for (const value of level) {
      const found = recordsIn(value);
      if (found !== undefined && found.length > (best?.length ?? 0)) best = found;
      if (isObject(value)) next.push(...Object.values(value).slice(0, 1000));
    }
    level = next;
  }
  return best;
}

/**
 * The papers in an item that is none itself: among its members and in their longest list, as Local Citation Network
 * keeps a paper and those it cites. Only objects that say more of a paper than its title.
 */
export function papersInside(item: JsonObject): readonly JsonObject[] {
  const members = Object.values(item);
  const lists = members.map((list) => (Array.isArray(list) ? list.filter(isPaper) : []));
  const longest = lists.reduce((best, list) => (list.length > best.length ? list : best), []);
  return [...members.filter(isPaper), ...longest];
}

function isPaper(value: unknown): value is JsonObject {
  return hasTitle(value) && Object.keys(value).some((key) => MORE.test(key));
}

function recordsIn(value: unknown): readonly JsonObject[] | undefined {
  if (Array.isArray(value)) return mostlyTitled(value);
  if (!isObject(value)) return undefined;
  return columns(value) ?? split(value) ?? byId(value);
}

/** The objects of a list if half of them have titles. */
function mostlyTitled(list: readonly unknown[]): readonly JsonObject[] | undefined {
  const records = list.filter(hasTitle);
  return records.length > 0 && records.length >= list.length * 0.5 ? records : undefined;
}

/** {"p1": {"title": …}, "p2": {"title": …}}. */
function byId(value: JsonObject): readonly JsonObject[] | undefined {
  const members = Object.values(value);
  const records = members.filter(hasTitle);
  return records.length >= 2 && records.length >= members.length * 0.8 ? records : undefined;
}

/** {"title": {"0": "One", "1": "Two"}, "year": {…}} or {"title": ["One", "Two"], "year": […]}. */
function columns(value: JsonObject): readonly JsonObject[] | undefined {
  const names = Object.keys(value).filter((name) => typeof value[name] === "object" && value[name] !== null);
  const title = names.find((name) => TITLE.test(name));
  if (title === undefined) return undefined;
  const entries = (column: unknown): [string, unknown][] =>
    typeof column === "object" && column !== null ? Object.entries(column) : [];
  const rows = new Map<string, Map<string, unknown>>();
  for (const [key, cell] of entries(value[title])) rows.set(key, new Map([[title, cell]]));
  if (rows.size < 2) return undefined;
  for (const name of names)
    if (name !== title) for (const [key, cell] of entries(value[name])) rows.get(key)?.set(name, cell);
  return [...rows.values()].map((row) => Object.fromEntries(row));
}

/** {"columns": ["title", …], "data": [["One", …], …]}, as pandas writes it with orient="split". */
function split(value: JsonObject): readonly JsonObject[] | undefined {
  const { columns: names, data } = value;
  if (!Array.isArray(names) || !Array.isArray(data)) return undefined;
  if (!names.some((name) => typeof name === "string" && TITLE.test(name))) return undefined;
  return data
    .filter((row): row is unknown[] => Array.isArray(row))
    .map((row) => Object.fromEntries(names.map((name, i) => [String(name), row[i]])));
}
