import { lineSplitter } from "./lines.ts";
import type { Emit, Parser, RawRecord } from "./record.ts";

/** The tags of one record in a line format: each tag's values in order. */
export class Tags {
  readonly #values = new Map<string, string[]>();
  readonly line: number;
  constructor(line: number) {
    this.line = line;
  }
  add(tag: string, value: string): void {
    const list = this.#values.get(tag);
    if (list === undefined) this.#values.set(tag, [value]);
    else list.push(value);
  }
  get empty(): boolean {
    return this.#values.size === 0;
  }
  has(tag: string): boolean {
    return this.#values.has(tag);
  }
  /** All values of the first of the tags that has any that are not blank. */
  all(...tags: readonly string[]): string[] {
    for (const tag of tags) {
      const values = (this.#values.get(tag) ?? []).filter((value) => value.trim() !== "");
      if (values.length > 0) return values;
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
  let tag = "";
  let pieces: string[] = [];
  let blank = false;
  let records = 0;
  const endField = () => {
    if (tags !== undefined && tag !== "") tags.add(tag, pieces.join(" "));
    tag = "";
    pieces = [];
  };
  const endRecord = () => {
    endField();
    if (tags !== undefined && !tags.empty) emit(format.record(tags, ++records));
    tags = undefined;
  };
  const splitter = lineSplitter((line, number) => {
    const match = format.line.exec(line);
    if (match === null) {
      if (line.trim() === "") blank = true;
      else if (tag !== "") pieces.push(line.trim());
      return;
    }
    endField();
    if (tags !== undefined && format.begins(match[1], tags, blank)) endRecord();
    blank = false;
    tags ??= new Tags(number);
    tag = match[1];
    pieces = [match[2]];
  });
  return {
    push: splitter.push,
    end() {
      splitter.end();
      endRecord();
    },
  };
}
