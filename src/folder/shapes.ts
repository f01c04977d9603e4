import type { Encoding } from "hyparquet/src/types.js";
import { type Field, freeName } from "../model/field.ts";
import { MEASURES } from "../model/measures.ts";

/** Version of the layout below; a folder of a newer one is refused. */
export const FOLDER_VERSION = 1;

/** What is not a table: title, parameters, names of topics, edits, tour, and where everything lies (`FolderHead`). Read first, written last. */
export const HEAD_FILE = "map.json";

/**
 * The tables of a map folder, each of which other programs read by itself. Rows of `points`, `texts` and `abstracts` are
 * papers in one order (row 0 is the first paper of the first tile), so that a row number names a paper everywhere.
 */
export const TABLES = [
  "points",
  "topics",
  "texts",
  "abstracts",
  "edges",
  "evidence",
  "terms",
  "search",
  "facets",
  "attributes",
] as const;
export type Table = (typeof TABLES)[number];

/** The name of a table's file. */
export function fileOf(table: Table): string {
  return `${table}.parquet`;
}

/** Whether the text of a file is the head of a map folder, rather than a map in one file. */
export function isHead(text: string): boolean {
  return /"folder":\{"version":\d/.test(text);
}

/** What a column holds; all but those marked `required` may lack values, which are then null. */
export type ColumnType = ValueType | ListType;
export type ValueType = "string" | "int" | "float" | "double" | "boolean" | "json";
/** Lists, by what is in them. */
export const LISTS = { strings: "string", ints: "int", floats: "float" } as const;
export type ListType = keyof typeof LISTS;

export function isList(type: ColumnType): type is ListType {
  return Object.hasOwn(LISTS, type);
}

/** One column of a table. */
export interface ColumnShape {
  readonly name: string;
  readonly type: ColumnType;
  readonly required?: true;
  /** Whether row groups say what their smallest and largest value is, by which other programs skip them. */
  readonly statistics?: true;
  readonly encoding?: Encoding;
}

/** Topics of a row group of `topics`, which is what a card of a topic brings. */
export const TOPIC_ROWS = 256;
/** Papers of a row group of `texts`: one request brings a column of it, two bring all. */
export const TEXT_ROWS = 2048;
/** Papers of a row group of `abstracts`, and bytes of a page in it, which is what one request brings. */
export const ABSTRACT_ROWS = 4096;
export const ABSTRACT_PAGE = 1 << 17;
/** Papers of a tile, at most half as many more where it has no tiles below it. */
export const TILE_POINTS = 1 << 15;
/** Links of a row group of `edges`: those of whole papers of one tile, so that there may be some more or less. */
export const EDGE_ROWS = 1 << 13;
/** Postings and terms of a row group of `search`, which is what the search for a word brings. */
export const SEARCH_POSTINGS = 1 << 16;
export const SEARCH_TERMS = 1 << 13;

/**
 * The columns of `points` that are drawn, at the front of each row group, so that one byte range brings all of them: x, y
 * and size are in map units; topic, sub-topic and leaf (which stands only where sub-topics divide) are ids of topics;
 * `number` is 12 for the paper whose key in the JSON form is "p12".
 */
const DRAWN: readonly ColumnShape[] = [
  { name: "x", type: "float", required: true, statistics: true, encoding: "BYTE_STREAM_SPLIT" },
  { name: "y", type: "float", required: true, statistics: true, encoding: "BYTE_STREAM_SPLIT" },
  { name: "size", type: "float", required: true },
  { name: "topic", type: "int", statistics: true },
  { name: "subtopic", type: "int" },
  { name: "leaf", type: "int" },
  { name: "year", type: "int", statistics: true },
  { name: "number", type: "int", required: true, encoding: "DELTA_BINARY_PACKED" },
];
/** The row itself, in all tables of papers, for programs that know no order; it takes a few bytes. */
const ROW: ColumnShape = { name: "row", type: "int", required: true, encoding: "DELTA_BINARY_PACKED" };
const POINTS_BEHIND: readonly ColumnShape[] = [
  ROW,
  { name: "confidence", type: "float", encoding: "BYTE_STREAM_SPLIT" },
  { name: "runnerUp", type: "int" },
];
/** The grouping before the edits, where a map keeps it. */
export const UNEDITED = ["topic", "subtopic", "leaf", "runnerUp", "confidence", "decision"] as const;
export type UneditedColumn = (typeof UNEDITED)[number];

/** What a value that no column can hold stands in: JSON of an object, by the names of columns, and under `extra` pairs that this version does not know. */
export const REST = "rest";

/** The columns of `points`: of all maps, then what this map has. @param names columns of its fields, as `fieldColumnNames` names them */
export function pointColumns(
  fields: readonly Pick<Field, "type">[],
  names: readonly string[],
  has: {
    readonly leaf: boolean;
    readonly measures: boolean;
    readonly unedited: readonly UneditedColumn[];
  },
): ColumnShape[] {
  return [
    ...DRAWN.filter(({ name }) => has.leaf || name !== "leaf"),
    ...POINTS_BEHIND,
    ...fields.map(({ type }, k) => ({ name: names[k], type: FIELD_COLUMN[type] })),
    ...(has.measures ? MEASURES.map((name): ColumnShape => ({ name, type: "double", required: true })) : []),
    ...has.unedited.map(
      (name): ColumnShape => ({ name: uneditedColumn(name), type: name === "confidence" ? "float" : "int" }),
    ),
    { name: REST, type: "json" },
  ];
}

const FIELD_COLUMN: Readonly<Record<Field["type"], ColumnType>> = {
  number: "double",
  boolean: "boolean",
  list: "strings",
  date: "string",
  category: "string",
  text: "string",
};

export function uneditedColumn(name: UneditedColumn): string {
  return `unedited_${name}`;
}

/**
 * The columns that fields have in `points`: their names, with " (2)" behind one that is taken. Other programs know no
 * case; dots and what UTF-8 cannot hold would be misread, and become "_".
 */
export function fieldColumnNames(fields: readonly Pick<Field, "name">[]): string[] {
  const own = [...DRAWN, ...POINTS_BEHIND].map(({ name }) => name);
  const taken = new Set(
    [...own, ...MEASURES, ...UNEDITED.map(uneditedColumn), REST].map((name) => name.toLowerCase()),
  );
  return fields.map(({ name }) =>
    freeName(name.toWellFormed().replaceAll(/[.\ufffd\0]/g, "_"), taken, (one) => one.toLowerCase()),
  );
}

/**
 * The columns of `topics`, one row a topic of any level, in the order of the JSON form: `terms` are its terms, and at the
 * same places in the lists beside them their score and their share of papers inside and outside; `examples` are rows of
 * papers. What `map.json` has of a topic stands here once more, for other programs.
 */
export const TOPICS: readonly ColumnShape[] = [
  { name: "id", type: "int" },
  { name: "parent", type: "int" },
  { name: "group", type: "int" },
  { name: "area", type: "string" },
  { name: "name", type: "string" },
  { name: "mixed", type: "boolean" },
  { name: "size", type: "int" },
  { name: "color", type: "string" },
  { name: "x", type: "float" },
  { name: "y", type: "float" },
  { name: "stability", type: "float" },
  { name: "terms", type: "strings" },
  { name: "score", type: "floats" },
  { name: "inside", type: "floats" },
  { name: "outside", type: "floats" },
  { name: "examples", type: "ints" },
  { name: REST, type: "json" },
];

/** The columns of `attributes`: what a map has beside its papers that is not shown at once (`LATER`), as JSON. */
export const ATTRIBUTES: readonly ColumnShape[] = [
  { name: "name", type: "string", required: true },
  { name: "value", type: "json", required: true },
];

/**
 * The columns of `texts`; lists keep their order. `names` are parts of authors' names, packed (see model/name.ts);
 * `edgeGroups` are the row groups of `edges` that hold links of this paper under later rows.
 */
export const TEXTS: readonly ColumnShape[] = [
  { name: "title", type: "string", required: true, encoding: "DELTA_LENGTH_BYTE_ARRAY" },
  { name: "authors", type: "strings", encoding: "DELTA_LENGTH_BYTE_ARRAY" },
  { name: "venue", type: "string" },
  { name: "doi", type: "string" },
  { name: "url", type: "string" },
  { name: "id", type: "string", required: true },
  { name: "keywords", type: "strings" },
  { name: "terms", type: "strings", encoding: "DELTA_LENGTH_BYTE_ARRAY" },
  { name: "concepts", type: "strings" },
  { name: "language", type: "string" },
  { name: "citations", type: "int" },
  { name: "references", type: "strings" },
  { name: "aliases", type: "strings" },
  { name: "names", type: "strings" },
  { name: "edgeGroups", type: "ints" },
  { name: "identity", type: "string", required: true },
  ROW,
  { name: REST, type: "json" },
];

/** The columns of `abstracts`. */
export const ABSTRACTS: readonly ColumnShape[] = [
  { name: "abstract", type: "string", encoding: "DELTA_LENGTH_BYTE_ARRAY" },
  ROW,
  { name: REST, type: "json" },
];

/**
 * The columns of `edges`: each link once, under the end whose row comes later (in the later tile: when all tiles of a
 * view are there, so are all links between their papers), by kind, the strongest first. Ends are rows; of undirected
 * kinds `target` is the later one, so that they ascend. Streams of bytes would make `source` a tenth smaller, but DuckDB
 * before 1.2 and Arrow before 16 know them of numbers with a point only: of whole ones only `search` has them.
 */
export function edgeColumns(has: { readonly mentions: boolean; readonly rest: boolean }): ColumnShape[] {
  return [
    { name: "source", type: "int", required: true, encoding: "PLAIN" },
    { name: "target", type: "int", required: true, encoding: "DELTA_BINARY_PACKED" },
    { name: "kind", type: "string", required: true, encoding: "RLE_DICTIONARY" },
    { name: "weight", type: "float", required: true, encoding: "BYTE_STREAM_SPLIT" },
    ...(has.mentions ? MENTIONS : []),
    ...(has.rest ? [{ name: REST, type: "json" } as const] : []),
  ];
}

const MENTIONS: readonly ColumnShape[] = [
  { name: "name", type: "string" },
  { name: "sentence", type: "string" },
];
