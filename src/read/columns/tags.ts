import type { RawField } from "../record.ts";
import type { Tags } from "../tagged.ts";
import { LIST_FIELDS } from "./known.ts";

/**
 * The tags of a record that it was not made of, as fields: by the name that is known for a tag, else by the tag itself,
 * which they go back to. A tag that comes once is one text, however often it comes elsewhere.
 */
export function tagFields(tags: Tags, format: string, known: ReadonlyMap<string, string>): RawField[] {
  const fields: RawField[] = [];
  for (const [tag, values] of tags.rest()) {
    const name = known.get(tag) ?? tag;
    const single = values.length === 1 && !LIST_FIELDS.has(name);
    fields.push([
      isBookNumber(name, values) ? "isbn" : name,
      single ? values[0] : values,
      `${format}:${tag}`,
    ]);
  }
  return fields;
}

/** Where a tag stands for both: an ISBN has ten digits or thirteen, an ISSN eight. */
function isBookNumber(name: string, values: readonly string[]): boolean {
  return name === "issn" && values.every((value) => value.replace(/[^\dx]/gi, "").length >= 10);
}
