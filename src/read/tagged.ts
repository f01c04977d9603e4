import { lineSplitter } from "./lines.ts";
import { outsideLines } from "./outside.ts";
import type { Emit, Parser, RawRecord, Warn } from "./record.ts";

/** The tags of one record in a line format: each tag's values in order. */
export class Tags {
  readonly #values = new Map<string, TagValues>();
  /** The values of the tag that came last. */
  #last: string[] | undefined;
  readonly line: number;
  constructor(line: number) {
    this.line = line;
  }
  add(tag: string, value: string): void {
    let list = this.#values.get(tag);
    if (list === undefined) {
      list = { values: [], used: 0 };
      this.#values.set(tag, list);
    }
    list.values.push(value);
    this.#last = list.values;
  }
  /** A wrapped line: the last value goes on. */
  extend(line: string): void {
    if (this.#last !== undefined) this.#last[this.#last.length - 1] += ` ${line}`;
  }
  has(...tags: readonly string[]): boolean {
    return tags.some((tag) => this.#values.has(tag));
  }
  /** All values of the first of the tags that has any that are not blank, trimmed: they count as used. */
  all(...tags: readonly string[]): string[] {
    return this.#find(tags, Number.POSITIVE_INFINITY);
  }
  /** The first value of the first of the tags that has one: it counts as used. */
  first(...tags: readonly string[]): string | undefined {
    return this.#find(tags, 1)[0];
  }
  /** What `all` gives, not yet used. */
  peek(...tags: readonly string[]): string[] {
    return this.#find(tags, 0);
  }
  /** The tags that there are, in the order in which they came first. */
  names(): Iterable<string> {
    return this.#values.keys();
  }
  /** Calls a value of a tag used that stands first among its values; others stay. */
  use(tag: string, value: string | undefined): void {
    const found = this.#values.get(tag);
    if (found !== undefined && found.used === 0 && trimmed(found.values)[0] === value) found.used = 1;
  }
  /** Tags with the values that were not used. */
  *rest(): Generator<readonly [tag: string, values: readonly string[]], void, undefined> {
    for (const [tag, { values, used }] of this.#values) {
      if (used === Number.POSITIVE_INFINITY) continue;
      const left = used === 0 ? trimmed(values) : trimmed(values).slice(used);
      if (left.length > 0) yield [tag, left];
    }
  }
  #find(tags: readonly string[], used: number): string[] {
    for (const tag of tags) {
      const found = this.#values.get(tag);
      if (found === undefined) continue;
      const values = trimmed(found.values);
      if (values.length === 0) continue;
      if (used > found.used) found.used = used;
      return values;
    }
    return [];
  }
}

/** The values of a tag in order, and how many of them the record was made of. */
interface TagValues {
  readonly values: string[];
  used: number;
}

function trimmed(values: readonly string[]): string[] {
  if (values.length === 1) {
    const value = values[0].trim();
    return value === "" ? [] : [value];
  }
  return values.map((value) => value.trim()).filter((value) => value !== "");
}

/** What tells one format of tagged lines from another. */
export interface TaggedLines {
  /** The tag and the value of a line that begins a field. */
  field(line: string): readonly [tag: string, value: string] | undefined;
  /** A line that stands between records and says nothing, such as a number. */
  readonly between?: RegExp;
  /** Whether a field goes on in indented lines only: others, behind a blank line, stand in no record. */
  readonly indented?: boolean;
  /** Tags each of whose lines is a value of its own. */
  readonly lists?: ReadonlySet<string>;
  /** Where records have an end of their own: the tags of beginning and end, and others that one may begin with. */
  readonly closed?: {
    readonly first: string;
    readonly last: readonly string[];
    readonly starts: readonly string[];
  };
  /** Whether a tag begins another record. @param blank whether a blank line stands before it */
  begins(tag: string, open: Tags, blank: boolean): boolean;
  /** The record of some tags. @param ordinal from 1 */
  record(tags: Tags, ordinal: number): RawRecord;
}

/** Fields by a pattern whose groups are the tag and the value. */
export function fieldPattern(pattern: RegExp): TaggedLines["field"] {
  return (line) => {
    const match = pattern.exec(line);
    return match === null ? undefined : [match[1], match[2] ?? ""];
  };
}

/** Reads a format of tagged lines: a line without a tag continues the field above it. */
export function readTaggedLines(emit: Emit, warn: Warn, format: TaggedLines): Parser {
  const { between, closed, indented = false, lists } = format;
  const outside = outsideLines(warn, closed?.first ?? "a tag");
  let tags: Tags | undefined;
  let tag = "";
  let blank = false;
  let records = 0;
  /** Text behind a blank line that may belong to the field above it, or to nothing. */
  let doubtful: { readonly text: string; readonly line: number } | undefined;

  const endRecord = () => {
    if (tags !== undefined) emit(format.record(tags, ++records));
    if (doubtful !== undefined)
      warn(
        `text behind a blank line at the end of a record, expected a tag; taken for a part of its last field: “${doubtful.text}”`,
        { line: doubtful.line },
      );
    tags = doubtful = undefined;
  };

  const takeField = (name: string, value: string, line: string, number: number) => {
    if (closed?.last.includes(name)) {
      endRecord();
      // What a lost line end joined to it.
      return outside.add(value, number);
    }
    if (tags !== undefined && format.begins(name, tags, blank)) {
      if (closed !== undefined)
        warn(
          `a new record begins (${closed.first}) before the one before was ended; expected ${closed.last[0]}, ended here`,
          { line: number },
        );
      endRecord();
    }
    doubtful = undefined;
    if (tags === undefined && closed !== undefined && !closed.starts.includes(name))
      return outside.add(line, number);
    tags ??= new Tags(number);
    tags.add(name, value);
    tag = name;
  };

  const splitter = lineSplitter((line, number) => {
    if (between?.test(line)) {
      if (closed === undefined) endRecord();
      return;
    }
    const field = format.field(line);
    if (field !== undefined) {
      takeField(field[0], field[1], line, number);
      blank = false;
    } else if (line.trim() === "") blank = true;
    else if (tags === undefined || (blank && indented && !/^\s/.test(line))) outside.add(line, number);
    else if (lists?.has(tag)) tags.add(tag, line);
    else {
      if (blank && closed === undefined && !/^\s/.test(line))
        doubtful ??= { text: line.trim().slice(0, 60), line: number };
      tags.extend(line);
      blank = false;
    }
  });
  return {
    push: splitter.push,
    takesAnyLine: closed === undefined,
    end() {
      splitter.end();
      if (tags !== undefined && closed !== undefined && format.record(tags, 0).title !== undefined)
        warn(`the last record is not ended, expected ${closed.last[0]} (truncated?); read as it is`, {
          line: tags.line,
        });
      endRecord();
      outside.end();
    },
  };
}
