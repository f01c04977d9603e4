import { oncePer } from "../kernel/once.ts";
import { checkSchema, decodeAttributes } from "../model/decode-attributes.ts";
import { TopographError } from "../model/errors.ts";
import type { SavedField } from "../model/field-json.ts";
import { members } from "../model/take.ts";
import { EVIDENCE, OLD_EVIDENCE, TERMS } from "./evidence-shapes.ts";
import type { FacetHead, FolderHead } from "./head.ts";
import { FACETS, SEARCH } from "./index-shapes.ts";
import { openTable, type TableReader } from "./parquet-reader.ts";
import {
  ABSTRACTS,
  ATTRIBUTES,
  type ColumnShape,
  edgeColumns,
  FOLDER_VERSION,
  fileOf,
  HEAD_FILE,
  pointColumns,
  type Table,
  TEXTS,
  TOPICS,
} from "./shapes.ts";
import type { FolderSource } from "./source.ts";
import type { Tile } from "./tiles.ts";
import { topicObjects } from "./topic-columns.ts";

/** An open map folder: what `map.json` says, and its tables, each of which is opened when it is first needed. */
export interface OpenFolder {
  readonly head: FolderHead;
  /** The JSON under `attributes` of `map.json`: that of a map without its topics, and without what stands in the table `attributes`. */
  readonly attributes: object;
  readonly tiles: readonly Tile[];
  /** One of the tables; undefined where the folder has none. @throws TopographError (input) where it is damaged or of another map */
  table(table: Table): Promise<TableReader | undefined>;
  /** The same. @throws TopographError (input) where it is not there */
  need(table: Table): Promise<TableReader>;
}

/**
 * Opens a map folder: reads `map.json`, nothing else.
 * @param tail bytes of the end of each table that are read first
 * @throws TopographError (input) where there is none, or one of a newer version
 */
export async function openTables(source: FolderSource, tail?: number): Promise<OpenFolder> {
  const bytes = await source.whole(HEAD_FILE);
  if (!bytes) throw fault(`there is no ${HEAD_FILE}: this is no map folder`);
  const { head, attributes } = parseHead(new TextDecoder().decode(bytes));
  const opened = new Map<Table, Promise<TableReader | undefined>>();
  const open = async (table: Table) => {
    const name = fileOf(table);
    const size = new Map(Object.entries(head.files)).get(name);
    if (size === undefined) return undefined;
    const file = await source.open(name, size);
    if (!file) throw fault(`there is no ${name}, though ${HEAD_FILE} names it; copy the whole folder`);
    const reader = await openTable(name, file, SHAPES[table], tail);
    const isOfPapers = table === "points" || table === "texts" || table === "abstracts";
    const rows = isOfPapers ? head.papers : ROWS[table]?.(head);
    if (rows !== undefined && reader.rows !== rows)
      throw fault(`${name} has ${reader.rows} rows; expected ${rows}`);
    checkGroups(name, reader.groups, STARTS[table]?.(head));
    return reader;
  };
  const table = (name: Table) => {
    const known = opened.get(name) ?? open(name);
    // What failed may be tried again.
    known.catch(() => opened.delete(name));
    opened.set(name, known);
    return known;
  };
  return {
    head,
    attributes,
    tiles: tilesIn(head),
    table,
    async need(name) {
      const found = await table(name);
      if (!found) throw fault(`the map folder has no ${fileOf(name)}`);
      return found;
    },
  };
}

/** How many rows tables have that are not of papers. */
const ROWS: Readonly<Partial<Record<Table, (head: FolderHead) => number>>> = {
  edges: ({ links }) => links,
  topics: ({ topics }) => topics.count,
};

/** Where row groups must begin, or how many there must be: what `map.json` says of them is relied on. */
const STARTS: Readonly<Partial<Record<Table, (head: FolderHead) => readonly number[] | number>>> = {
  points: (head) => tilesIn(head).map(({ first }) => first),
  edges: ({ edgeGroups }) => edgeGroups.length,
  evidence: ({ evidenceGroups = [] }) => evidenceGroups.length,
  search: ({ words }) => words.length,
  facets: ({ facets = [] }) =>
    facets.reduce((sum, { values, firsts }) => sum + (values > 0 ? 1 + firsts.length : 0), 0),
};

/** @throws TopographError (input) where another program has written the table anew, in other row groups */
function checkGroups(
  name: string,
  groups: Uint32Array,
  expected: readonly number[] | number | undefined,
): void {
  if (expected === undefined) return;
  const count = typeof expected === "number" ? expected : expected.length;
  const isSame = typeof expected === "number" || expected.every((first, g) => groups[g] === first);
  if (groups.length - 1 !== count || !isSame)
    throw fault(
      `${name} has other row groups than ${HEAD_FILE} says: another program has written it anew; a map is changed by topograph convert`,
    );
}

const SHAPES: Readonly<Record<Table, readonly ColumnShape[]>> = {
  points: pointColumns([], [], { leaf: true, measures: false, unedited: [] }),
  texts: TEXTS,
  abstracts: ABSTRACTS,
  topics: TOPICS,
  attributes: ATTRIBUTES,
  edges: [...edgeColumns({ mentions: true, rest: true }), OLD_EVIDENCE],
  evidence: EVIDENCE,
  terms: TERMS,
  search: SEARCH,
  facets: FACETS,
};

function parseHead(text: string): { head: FolderHead; attributes: object } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw fault(`${HEAD_FILE}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parts = members(json, HEAD_FILE);
  const head = parts.get("folder") as FolderHead | undefined;
  if (typeof head !== "object" || head === null)
    throw fault(`${HEAD_FILE} is not that of a map folder: there is no "folder" in it`);
  if (head.version > FOLDER_VERSION)
    throw fault(
      `this map folder was written by a newer Topograph (version ${head.version}; this one reads up to ${FOLDER_VERSION}): update Topograph`,
    );
  const attributes = parts.get("attributes");
  checkSchema(members(attributes, `${HEAD_FILE}: attributes`).get("schema"));
  checkHead(head);
  return { head, attributes: attributes as object };
}

/** What is computed with must be numbers. @throws TopographError (input) */
function checkHead(head: FolderHead): void {
  const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
  const isList = (value: unknown, of: (item: unknown) => boolean) => Array.isArray(value) && value.every(of);
  const isText = (value: unknown) => typeof value === "string";
  const isFacet = (value: unknown) => {
    const { name, values, firsts } = (value ?? {}) as Partial<FacetHead>;
    return isText(name) && isCount(values) && isList(firsts, isText);
  };
  const { square, files } = head;
  const isGood =
    isCount(head.papers) &&
    isCount(head.links) &&
    [square?.x, square?.y, square?.width].every(Number.isFinite) &&
    isList(head.tiles, (tile) => isList(tile, isCount) && (tile as unknown[]).length === 4) &&
    head.tiles.reduce((sum, tile) => sum + tile[3], 0) === head.papers &&
    isList(head.columns, isText) &&
    isCount(head.topics?.count) &&
    typeof head.topics.columns === "object" &&
    head.topics.columns !== null &&
    Object.values(head.topics.columns).every(Array.isArray) &&
    // All have a name, so that no number alone makes a list of any length.
    (head.topics.columns.name ?? []).length === head.topics.count &&
    isList(head.named, (pair) => Array.isArray(pair) && isText(pair[0]) && isCount(pair[1])) &&
    isList(head.evidence, isText) &&
    isList(head.edgeGroups, isCount) &&
    (head.evidenceGroups === undefined || isList(head.evidenceGroups, isCount)) &&
    isList(head.words, isText) &&
    (head.facets === undefined || isList(head.facets, isFacet)) &&
    typeof files === "object" &&
    files !== null &&
    Object.values(files).every(isCount);
  if (!isGood) throw fault(`${HEAD_FILE}: what stands under "folder" is damaged`);
}

function tilesIn({ tiles }: FolderHead): Tile[] {
  let first = 0;
  return tiles.map(([level, column, row, count]) => {
    const tile = { level, column, row, first, count };
    first += count;
    return tile;
  });
}

/** What `map.json` says of a map, decoded, and the heads of its fields. */
export type FolderAbout = ReturnType<typeof decodeAttributes>["known"] & {
  readonly fields: readonly SavedField[];
};

/**
 * What `map.json` says of its map: title, parameters, topics without their terms and examples, edits, tour; and the heads of
 * its fields. Decoded once a folder.
 */
export const aboutFolder: (folder: OpenFolder) => FolderAbout = oncePer(({ attributes, head }) => {
  const { known, heads } = decodeAttributes({ ...attributes, topics: topicObjects(head.topics) }, new Map());
  return { ...known, fields: heads };
});

function fault(message: string): TopographError {
  return new TopographError("input", message);
}
