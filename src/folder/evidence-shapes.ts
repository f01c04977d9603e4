import { type ColumnShape, REST } from "./shapes.ts";

/**
 * The columns of `evidence`, which is there where the texts of a map would not give the evidence of all its links again:
 * one row a term of a link, in the order of the links, of each the largest share first. `link` is the row of the link in
 * `edges` (the first is 0), `term` a number in `terms`, `share` its share of the weight. A link has up to three.
 */
export const EVIDENCE: readonly ColumnShape[] = [
  { name: "link", type: "int", required: true, statistics: true, encoding: "DELTA_BINARY_PACKED" },
  { name: "term", type: "int", required: true, encoding: "PLAIN" },
  { name: "share", type: "float", required: true },
];

/** The columns of `terms`: the terms that `evidence` names, in the order of their UTF-16 units. */
export const TERMS: readonly ColumnShape[] = [
  { name: "number", type: "int", required: true, encoding: "DELTA_BINARY_PACKED" },
  { name: "term", type: "string", required: true, encoding: "DELTA_BYTE_ARRAY" },
  { name: REST, type: "json" },
];

/** What `edges` had instead, until November 2026: JSON as in the JSON form. */
export const OLD_EVIDENCE: ColumnShape = { name: "evidence", type: "json" };

/** Links whose evidence is one row group of `evidence`. */
export const EVIDENCE_LINKS = 1 << 13;
/** Terms of a row group of `terms`: a link's are in up to three. */
export const TERM_ROWS = 1 << 11;
