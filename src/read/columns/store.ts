import type { Field, LeftOut } from "../../model/field.ts";
import { LEFT_OUT, type RawField } from "../record.ts";
import { type Came, typedField } from "./typed.ts";

/** Which fields are kept: all that there are, none, or those of these names; "all" among them: these, too. */
export type FieldChoice = "all" | "none" | ReadonlySet<string>;

/** More columns than anyone looks at: the first are kept. */
export const MOST_FIELDS = 1000;
/** A longer value is a document, not a value. Abstracts have some 2,000 characters. */
export const LONGEST_VALUE = 20_000;
/** Texts of a column that are looked up before one is kept: columns of long texts repeat none. */
const MOST_KNOWN = 200_000;

interface Column {
  readonly name: string;
  readonly from: Set<string>;
  readonly known: Map<string, string>;
  readonly papers: number[];
  readonly values: Came[];
  /** Where a paper stands; made when the first comes behind papers that are behind it. Until then they are in order. */
  at?: Map<number, number>;
  /** The largest of the papers. */
  last: number;
  tooLong: number;
}

/**
 * Gathers what readers hand over of papers, column by column; the first record of a paper that has a value counts, lists
 * are united.
 * @param own makes a text that is not a piece of a longer one
 */
export function fieldStore(choice: FieldChoice = "all", own = (text: string) => text) {
  const columns = new Map<string, Column>();
  const refused = new Set<string>();
  const told = new Map<string, string>();
  const origins = new Map<string, readonly string[]>();

  const isAll = choice === "all" || (choice !== "none" && choice.has("all"));
  const isNamed = (name: string) => typeof choice === "object" && choice.has(name);

  const columnOf = (name: string): Column | undefined => {
    const column = columns.get(name);
    if (column !== undefined) return column;
    if (choice === "none" || (!isAll && !isNamed(name)) || columns.size >= MOST_FIELDS) {
      if (choice !== "none") refused.add(name);
      return undefined;
    }
    const made = {
      name,
      from: new Set<string>(),
      known: new Map(),
      papers: [],
      values: [],
      last: -1,
      tooLong: 0,
    };
    columns.set(name, made);
    return made;
  };

  /** The text as it is kept, each that repeats once. */
  const kept = ({ known }: Column, text: string): string => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const mine = own(text);
    if (known.size < MOST_KNOWN) known.set(mine, mine);
    return mine;
  };

  return {
    /** Takes the fields of one record. @param paper its position */
    add(paper: number, fields: readonly RawField[]): void {
      for (const [name, raw, from] of fields) {
        const isLeftOut = from?.startsWith(LEFT_OUT) === true;
        const [reason, tag] = isLeftOut ? from.slice(LEFT_OUT.length).split("\n") : [undefined, from];
        if (reason !== undefined && isAll && !isNamed(name)) {
          told.set(name, reason);
          continue;
        }
        const column = columnOf(name);
        if (column === undefined) continue;
        const value = cleanValue(raw, column);
        if (value === undefined) continue;
        if (tag !== undefined) column.from.add(tag);
        const mine =
          typeof value === "string" ? kept(column, value) : value.map((item) => kept(column, item));
        put(column, paper, mine);
      }
    },
    /** What a saved map among the sources says of where its fields came from. */
    comesFrom(name: string, from: readonly string[]): void {
      origins.set(name, from);
    },
    /** @param count papers of the collection */
    finish(count: number): { readonly fields: readonly Field[]; readonly leftOut: readonly LeftOut[] } {
      const leftOut: LeftOut[] = [];
      const fields = [...columns.values()].flatMap((column) => {
        const { name, tooLong, papers } = column;
        for (const from of origins.get(name) ?? []) column.from.add(from);
        if (tooLong > 0)
          leftOut.push({
            name,
            reason: `${tooLong} ${tooLong === 1 ? "value is" : "values are"} longer than ${LONGEST_VALUE} characters`,
          });
        if (papers.length === 0) return [];
        const head = { name, ...(column.from.size > 0 ? { from: [...column.from] } : {}) };
        return [typedField(head, count, column)];
      });
      const reason = isAll
        ? `there are ${MOST_FIELDS} fields before it; --fields names those to keep`
        : "not among those that --fields names";
      for (const name of refused) leftOut.push({ name, reason });
      for (const [name, why] of told)
        leftOut.push({ name, reason: `${why}; --fields keeps it if it is named` });
      return { fields, leftOut };
    },
  };
}

/** What is left of a value: trimmed, without empty items, without what is too long; undefined where that is nothing. */
function cleanValue(raw: Came, column: Column): Came | undefined {
  if (typeof raw === "string") return cleanItem(raw, column);
  const items: string[] = [];
  for (const item of raw) {
    const text = cleanItem(item, column);
    if (text !== undefined) items.push(text);
  }
  return items.length === 0 ? undefined : items;
}

function cleanItem(raw: string, column: Column): string | undefined {
  const text = raw.trim();
  if (text.length > LONGEST_VALUE) column.tooLong++;
  return text === "" || text.length > LONGEST_VALUE ? undefined : text;
}

function put(column: Column, paper: number, value: Came): void {
  const { papers, values } = column;
  const position = positionOf(column, paper);
  if (position === undefined) {
    if (paper < column.last) column.at ??= new Map(papers.map((known, place) => [known, place]));
    else column.last = paper;
    column.at?.set(paper, papers.length);
    papers.push(paper);
    values.push(value);
    return;
  }
  const before = values[position];
  if (typeof before === "string" && typeof value === "string") return;
  const items = [before, value].flatMap((one) => (typeof one === "string" ? [one] : one));
  values[position] = [...new Set(items)];
}

/** Where a paper stands in a column: most records are of new papers, which come in order. */
function positionOf({ papers, at, last }: Column, paper: number): number | undefined {
  if (paper > last) return undefined;
  if (at !== undefined) return at.get(paper);
  let [low, high] = [0, papers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (papers[middle] < paper) low = middle + 1;
    else high = middle;
  }
  return papers[low] === paper ? low : undefined;
}
