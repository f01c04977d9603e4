import { lineSplitter } from "./lines.ts";
import type { Emit, Parser, RawRecord } from "./record.ts";

/** The tags of one record in a line format: each tag's values in order. */
export class Tags {
  readonly #values = new Map<string, string[]>();
  /** The values of the tag that came last. */
  #last: string[] | undefined;
  readonly line: number;
  constructor(line: number) {
    this.line = line;
  }
  add(tag: string, value: string): void {
    let list = this.#values.get(tag);
    if (list === undefined) {
      list = [];
      this.#values.set(tag, list);
    }
    list.push(value);
    this.#last = list;
  }
  /** A wrapped line: the last value goes on. */
  extend(line: string): void {
    if (this.#last !== undefined) this.#last[this.#last.length - 1] += ` ${line}`;
  }
  has(tag: string): boolean {
    return this.#values.has(tag);
  }
  /** All values of the first of the tags that has any that are not blank, trimmed. */
  all(...tags: readonly string[]): string[] {
    for (const tag of tags) {
      const values = this.#values
        .get(tag)
        ?.map((value) => value.trim())
        .filter((value) => value !== "");
      if (values?.length) return values;
    }
    return [];
  }
  /** The first value of the first of the tags that has one. */
  first(...tags: readonly string[]): string | undefined {
    return this.all(...tags)[0];
  }
}

/** What tells one format of tagged lines from another. */
export interface TaggedLines {
  /** A line that begins a field: its tag and its value. */
  readonly line: RegExp;
  /** Whether a tag begins another record. @param blank whether a blank line stands before it */
  begins(tag: string, open: Tags, blank: boolean): boolean;
  /** The record of some tags. @param ordinal from 1 */
  record(tags: Tags, ordinal: number): RawRecord;
}

/** Reads a format of tagged lines: a line without a tag continues the field above it. */
export function readTaggedLines(emit: Emit, format: TaggedLines): Parser {
  let tags: Tags | undefined;
  let blank = false;
  let records = 0;
  const endRecord = () => {
    if (tags !== undefined) emit(format.record(tags, ++records));
    tags = undefined;
  };
  const splitter = lineSplitter((line, number) => {
    const match = format.line.exec(line);
    if (match === null) {
      // A blank line that text follows stands between two paragraphs of a field.
      blank = line.trim() === "";
      if (!blank) tags?.extend(line);
      return;
    }
    if (tags !== undefined && format.begins(match[1], tags, blank)) endRecord();
    blank = false;
    tags ??= new Tags(number);
    tags.add(match[1], match[2]);
  });
  return {
    push: splitter.push,
    end() {
      splitter.end();
      endRecord();
    },
  };
}
