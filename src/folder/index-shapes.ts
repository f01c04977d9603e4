import type { ColumnShape } from "./shapes.ts";

/**
 * The columns of `search`: words, folded (`foldText`), in the order of their UTF-16 units, each with the rows of papers
 * that have it in their title, and of those that have it only in authors, keywords, terms, concepts, venue or year. Rows
 * ascend; each but the first is written as its distance from the one before it, which takes half the bytes. A hash of an
 * identity behind "=" (`identityWord`) is a word, too, by which stars and addresses find their paper.
 */
export const SEARCH: readonly ColumnShape[] = [
  { name: "term", type: "string", required: true, statistics: true, encoding: "DELTA_BYTE_ARRAY" },
  { name: "titles", type: "ints", encoding: "BYTE_STREAM_SPLIT" },
  { name: "others", type: "ints", encoding: "BYTE_STREAM_SPLIT" },
];

/** Values of each facet that stand together, in a row group of their own: so many are listed before anybody types. */
export const COMMONEST = 200;

/** What papers are filtered by beside topics, years and fields. */
export const NAMED_FACETS = ["concepts", "venues", "authors"] as const;
export type FacetName = (typeof NAMED_FACETS)[number];

/**
 * The columns of `facets`: values of concepts, venues and authors with how many papers have each, and their rows, written
 * as in `search`. Of each facet the commonest stand first, most papers first, then all others of more than one paper by
 * their letters.
 */
export const FACETS: readonly ColumnShape[] = [
  { name: "facet", type: "string", required: true, encoding: "RLE_DICTIONARY" },
  { name: "value", type: "string", required: true, encoding: "DELTA_BYTE_ARRAY" },
  { name: "papers", type: "int", required: true },
  { name: "rows", type: "ints", encoding: "BYTE_STREAM_SPLIT" },
];
