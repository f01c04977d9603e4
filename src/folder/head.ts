import type { EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import type { MapAttributes } from "./attributes.ts";
import type { FacetName } from "./index-shapes.ts";
import { FOLDER_VERSION } from "./shapes.ts";
import type { Square, Tiling } from "./tiles.ts";
import { type TopicColumns, topicColumns } from "./topic-columns.ts";

/** Where the values of a facet stand in `facets`: its row groups follow those of the facets before it. */
export interface FacetHead {
  readonly name: FacetName;
  /** How many are written. */
  readonly values: number;
  /** The first of each row group but that of the commonest. */
  readonly firsts: readonly string[];
}

/** What `map.json` says under `folder`: where everything lies. */
export interface FolderHead {
  readonly version: number;
  /** How many papers and links there are. */
  readonly papers: number;
  readonly links: number;
  readonly square: Square;
  /** Of each tile its level, column, row and number of papers, in the order of rows. */
  readonly tiles: readonly (readonly [level: number, column: number, row: number, count: number])[];
  /** The columns that fields have in `points`, in the order of `attributes.fields`. */
  readonly columns: readonly string[];
  /** Topics without their terms and examples, which stand in `topics`. */
  readonly topics: TopicColumns;
  /** The rows of papers that the tour and the edits name. */
  readonly named: readonly (readonly [identity: string, row: number])[];
  /** Kinds of links whose evidence is left out, because the texts give it again. */
  readonly evidence: readonly EdgeKind[];
  /** Of each row group of `edges` the later row of its first link. */
  readonly edgeGroups: readonly number[];
  /** Of each row group of `evidence` the first link; absent where there is no such table. */
  readonly evidenceGroups?: readonly number[];
  /** The first word of each row group of `search`. */
  readonly words: readonly string[];
  /** What papers are filtered by; absent in folders of before there was the table. */
  readonly facets?: readonly FacetHead[];
  /** The bytes of each file beside this one; one that is not named is not there. */
  readonly files: Readonly<Record<string, number>>;
}

/** The text of `map.json`: what of a map is neither paper, link nor in `attributes`, and the head. */
export function headText(
  map: TopicMap,
  { first, topics }: MapAttributes,
  tiling: Tiling,
  rest: Omit<FolderHead, "version" | "papers" | "links" | "square" | "tiles" | "topics" | "named">,
): string {
  const row = rowsOf(tiling.paper);
  const folder: FolderHead = {
    version: FOLDER_VERSION,
    papers: map.papers.length,
    links: map.edges.reduce((sum, { source }) => sum + source.length, 0),
    square: tiling.square,
    tiles: tiling.tiles.map(({ level, column, row: at, count }) => [level, column, at, count]),
    topics: topicColumns(topics),
    named: namedPapers(map, row),
    ...rest,
  };
  const options = JSON.stringify({ type: "mixed", multi: true, allowSelfLoops: false });
  return `{"attributes":${JSON.stringify(first)},\n"options":${options},\n"folder":${JSON.stringify(folder)}}\n`;
}

/** Paper → row. */
export function rowsOf(paper: Uint32Array): Uint32Array {
  const row = new Uint32Array(paper.length);
  for (const [r, p] of paper.entries()) row[p] = r;
  return row;
}

function namedPapers({ papers, edits, tour }: TopicMap, row: Uint32Array): [string, number][] {
  const said = new Set<string>();
  const visit = (value: unknown) => {
    if (typeof value === "string") said.add(value);
    else if (typeof value === "object" && value !== null)
      for (const item of Object.values(value)) visit(item);
  };
  visit([edits, tour]);
  return said.size === 0
    ? []
    : papers.flatMap(({ identity }, p) =>
        said.has(identity) ? [[identity, row[p]] as [string, number]] : [],
      );
}
