import { BOOKKEEPING, type RawField } from "../record.ts";
import type { Tags } from "../tagged.ts";
import { LIST_FIELDS } from "./known.ts";

/**
 * The tags of a record that it was not made of, as fields: by the name that is known for a tag, else by the tag itself,
 * which they go back to. A tag that comes once is one text, however often it comes elsewhere.
 * @param bookkeeping tags that say something of the record, not of the paper
 */
export function tagFields(
  tags: Tags,
  format: string,
  known: ReadonlyMap<string, string>,
  bookkeeping?: ReadonlySet<string>,
): RawField[] {
  const fields: RawField[] = [];
  for (const [tag, wrapped] of tags.rest()) {
    const values = wrapped.map(onOneLine);
    const name = known.get(tag) ?? tag;
    const from = bookkeeping?.has(tag) ? BOOKKEEPING : `${format}:${tag}`;
    if (name === "issn") {
      const numbers = values.flatMap(bareNumbers);
      fields.push([isBookNumber(numbers) ? "isbn" : name, numbers, from]);
    } else fields.push([name, values.length === 1 && !LIST_FIELDS.has(name) ? values[0] : values, from]);
  }
  return fields;
}

/** Lines that were wrapped leave blanks behind. */
export function onOneLine(text: string): string {
  return /\s\s/.test(text) ? text.replace(/\s+/g, " ") : text;
}

/** Where a tag stands for both: an ISBN has ten digits or thirteen, an ISSN eight. */
function isBookNumber(values: readonly string[]): boolean {
  return values.every((value) => value.replace(/[^\dx]/gi, "").length >= 10);
}

/** "1932-6203 (Electronic)" without what it is the number of; "0894-9867, 0894-9867" is two of one. */
function bareNumbers(value: string): string[] {
  const bare = value.replace(/\s*\((?:electronic|linking|print|online|issn|isbn)[^)]{0,20}\)/gi, " ").trim();
  return JOINED_NUMBERS.test(bare) ? [...new Set(bare.split(/[\s,;]+/))] : [bare];
}

/** Numbers, each with all its digits, between blanks, commas or semicolons. */
const JOINED_NUMBERS =
  /^(?:\d{4}-?\d{3}[\dx]|97[89][\d-]{10,14})(?:[\s,;]+(?:\d{4}-?\d{3}[\dx]|97[89][\d-]{10,14}))+$/i;
