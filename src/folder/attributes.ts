import { mapAttributes } from "../model/encode.ts";
import type { Entries, TopicMap } from "../model/map.ts";
import { UNEDITED } from "./shapes.ts";

/**
 * Attributes of a map that are not needed to show it: they stand in a table of their own. A map of 100,000 papers has
 * 42 kB of stems (`background`), one with edits its topics twice (`unedited`).
 */
const LATER: ReadonlySet<string> = new Set(["missing", "background", "changes", "unedited"]);

/** What a map says of itself in the JSON form, by where it stands in a folder. */
export interface MapAttributes {
  /** Those of `map.json`. */
  readonly first: object;
  /** Those of the table `attributes`. */
  readonly later: Entries;
  /** Without what this version does not know. */
  readonly topics: readonly object[];
}

export function attributesOf(map: TopicMap): MapAttributes {
  // What this version does not know of topics stands in their table.
  const plain = { ...map, extra: { ...map.extra, topics: new Map() } };
  const { topics = [], ...attributes } = mapAttributes(plain) as { readonly topics?: readonly object[] };
  const entries = Object.entries(attributes);
  return {
    first: Object.fromEntries(entries.filter(([name]) => !LATER.has(name))),
    later: entries.flatMap(
      ([name, value]): Entries =>
        LATER.has(name) ? [[name, name === "unedited" ? withoutColumns(value) : value]] : [],
    ),
    topics,
  };
}

/** The grouping before the edits has a number a paper: these are columns of `points`. */
function withoutColumns(unedited: unknown): object {
  const columns: readonly string[] = UNEDITED;
  return Object.fromEntries(Object.entries(unedited ?? {}).filter(([name]) => !columns.includes(name)));
}
