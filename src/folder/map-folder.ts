import type { Topic } from "../model/topic.ts";
import { type FacetReader, facetReader } from "./facets.ts";
import type { FoundRows } from "./find.ts";
import { searcher } from "./find.ts";
import type { FolderHead } from "./head.ts";
import { evidenceReader, type LinkEvidence } from "./link-evidence.ts";
import { groupAt, type LinkOfRows, linkReader, type RowLink, type RowLinks } from "./links.ts";
import { aboutFolder, type FolderAbout, type OpenFolder, openTables } from "./open.ts";
import { BRIEF_COLUMNS, type PaperTexts, paperTexts, TEXT_COLUMNS } from "./papers.ts";
import { POINT_COLUMNS, pointsOf, type TilePoints, textIn } from "./points.ts";
import { restOf } from "./rest.ts";
import { REST } from "./shapes.ts";
import type { FolderSource } from "./source.ts";
import type { Tile } from "./tiles.ts";
import { topicReader } from "./topics.ts";

/**
 * A map folder, read in parts: what a page needs of a map that is too large to be loaded. A paper is named by its row:
 * the place that it has in the order of tiles. Every answer is a promise; what fails is a `TopographError` ("input")
 * that names the file. Row groups that were read are kept for a while, so that what lies near is not asked for again.
 */
export interface MapFolder {
  /** Where everything lies: papers, tiles, the square of the map, sizes of files. */
  readonly head: FolderHead;
  /**
   * What `map.json` says of the map: title, parameters, topics, edits, tour, notes; `fields` are the heads of fields. Of
   * topics it has all but `terms` and `examples`, which are empty: `topic` brings them. It lacks what is not shown at once
   * (`missing`, `background`, `changes`, `unedited`): `readAttributes` has that.
   */
  readonly about: FolderAbout;
  /** Of the quadtree, coarse ones first: a tile comes behind the one above it, and the papers of both are shown together. */
  readonly tiles: readonly Tile[];
  /** Whether there are abstracts. */
  readonly hasAbstracts: boolean;
  /** A topic of any level with its terms and examples (rows); undefined where there is none of this id. One request brings some 256 topics, which are kept. */
  topic(id: number): Promise<Topic | undefined>;
  /** The papers of a tile. One request; the first of a table brings the list of its row groups, too. */
  points(tile: number): Promise<TilePoints>;
  /** The values of a field of a tile's papers, null or undefined where missing: number, boolean, text, or list of texts. One request. @param name as in `about.fields` */
  field(tile: number, name: string): Promise<ArrayLike<unknown>>;
  /** The titles of rows first … last − 1. One request for all of some 2,000 rows, which are then kept. */
  titles(first: number, last: number): Promise<string[]>;
  /** All texts of rows first … last − 1 but abstracts. One request for some 2,000 rows. */
  texts(first: number, last: number): Promise<PaperTexts[]>;
  /** What lists show of rows first … last − 1: titles, authors, venues. Of the rest of their texts nothing is told. */
  brief(first: number, last: number): Promise<PaperTexts[]>;
  /** The abstracts of rows first … last − 1, "" where there is none. A request or two for some hundred rows. */
  abstracts(first: number, last: number): Promise<string[]>;
  /** The links between papers of a tile, and from them to papers of tiles before it. */
  tileLinks(tile: number): Promise<RowLinks>;
  /** All links of a paper, the strongest first. Some five requests, side by side. */
  links(row: number): Promise<RowLink[]>;
  /** The links between some papers. A request a megabyte, for some dozen row groups where the papers lie side by side. */
  linksAmong(rows: readonly number[]): Promise<LinkOfRows[]>;
  /** Why two papers are linked, as far as the folder says it: where its texts give that again, it does not. Some five requests. */
  evidence(a: number, b: number): Promise<LinkEvidence[]>;
  /** The papers that have every word of a query, or one that begins so; accents and case do not matter. A request a word. */
  search(query: string, most?: number): Promise<FoundRows>;
  /** What papers are filtered by: concepts, venues, authors. */
  readonly facets: FacetReader;
  /** The row of the paper with an identity ("doi:10.1/x"); undefined where there is none. */
  rowOf(identity: string): Promise<number | undefined>;
}

const MOST_FOUND = 2000;

/**
 * Opens a map folder. Reads `map.json` only.
 * @param source `urlSource`, `filesSource`, or `zipSource` of an archive's bytes
 * @param tail bytes of the end of each table that are read first; absent: 128 kB, which small tables are all in
 * @throws TopographError (input) where it is none, or one of a newer version
 */
export async function openFolder(source: FolderSource, tail?: number): Promise<MapFolder> {
  return partsOf(await openTables(source, tail));
}

/** The parts of an open map folder. */
export function partsOf(folder: OpenFolder): MapFolder {
  const { head, tiles } = folder;
  const about = aboutFolder(folder);
  const columnOf = new Map(about.fields.map(({ name }, k) => [name, head.columns[k]]));
  const links = linkReader(folder);
  const evidence = evidenceReader(folder, links.between);
  const search = searcher(folder);
  const topics = topicReader(folder);

  /** Columns of `texts` for a range of rows, by the row groups in which they lie. */
  async function textRows<T>(
    first: number,
    last: number,
    names: readonly string[],
    read: (columns: readonly ArrayLike<unknown>[], row: number) => T,
  ): Promise<T[]> {
    const table = await folder.need("texts");
    const [from, to] = [Math.max(0, first), Math.min(last, table.rows)];
    if (to <= from) return [];
    const groups: number[] = [];
    for (let g = groupAt(table.groups, from); g + 1 < table.groups.length && table.groups[g] < to; g++)
      groups.push(g);
    const parts = await Promise.all(groups.map((g) => table.group(g, names)));
    return groups.flatMap((g, k) => {
      const begin = table.groups[g];
      const rows: T[] = [];
      for (let row = Math.max(from, begin); row < Math.min(to, table.groups[g + 1]); row++)
        rows.push(read(parts[k], row - begin));
      return rows;
    });
  }

  return {
    head,
    about,
    tiles,
    hasAbstracts: Object.hasOwn(head.files, "abstracts.parquet"),
    async topic(id) {
      const place = about.topics.findIndex((topic) => topic.id === id);
      if (place < 0) return undefined;
      const { terms, examples } = await topics.at(place);
      return { ...about.topics[place], terms, examples };
    },
    async points(tile) {
      const table = await folder.need("points");
      return pointsOf(tiles[tile].first, await table.group(tile, POINT_COLUMNS));
    },
    async field(tile, name) {
      const column = columnOf.get(name);
      if (column === undefined) return [];
      const table = await folder.need("points");
      const [cells, rest] = await table.group(tile, [column, REST]);
      const odd = Array.from(rest, (cell, row) => [row, restOf(cell).values.get(column)] as const).filter(
        ([, value]) => value !== undefined,
      );
      if (odd.length === 0) return cells;
      const all: unknown[] = Array.from(cells);
      for (const [row, value] of odd) all[row] = value;
      return all;
    },
    titles: (first, last) => textRows(first, last, ["title"], ([title], row) => textIn(title[row]) ?? ""),
    texts: (first, last) => textRows(first, last, TEXT_COLUMNS, paperTexts),
    brief: (first, last) =>
      textRows(first, last, BRIEF_COLUMNS, (columns, row) => paperTexts(columns, row, BRIEF_COLUMNS)),
    async abstracts(first, last) {
      const table = await folder.table("abstracts");
      const [from, to] = [Math.max(0, first), Math.min(last, head.papers)];
      if (to <= from) return [];
      const cells = table ? await table.rowsOf("abstract", from, to) : [];
      return Array.from({ length: to - from }, (_, i) => textIn(cells[i]) ?? "");
    },
    tileLinks: links.ofTile,
    links: links.ofRow,
    linksAmong: links.among,
    evidence,
    facets: facetReader(folder),
    search: (query, most = MOST_FOUND) => search.find(query, most),
    async rowOf(identity) {
      for (const row of await search.rowsNamed(identity)) {
        const [found] = await textRows(
          row,
          row + 1,
          ["identity", REST],
          ([cells, rest], at) => restOf(rest[at]).values.get("identity") ?? cells[at],
        );
        if (found === identity) return row;
      }
      return undefined;
    },
  };
}
