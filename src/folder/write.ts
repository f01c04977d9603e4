import type { EdgeKind, EdgeList } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { attributesOf } from "./attributes.ts";
import { headText, rowsOf } from "./head.ts";
import { orderLinks } from "./link-order.ts";
import { type FileOptions, parquetFile } from "./parquet-writer.ts";
import type { GroupPacker } from "./row-group.ts";
import { ABSTRACT_PAGE, fieldColumnNames, fileOf, HEAD_FILE, type Table, TILE_POINTS } from "./shapes.ts";
import { tilesOf } from "./tiles.ts";
import { edgeRows } from "./write-edges.ts";
import { evidenceRows } from "./write-evidence.ts";
import { facetRows } from "./write-facets.ts";
import { abstractRows, pointRows, type TableRows, textRows } from "./write-papers.ts";
import { searchRows } from "./write-search.ts";
import { attributeRows, topicRows } from "./write-topics.ts";
import { startZstd } from "./zstd.ts";

/** One file of a map folder. */
export interface FolderFile {
  readonly name: string;
  /** Its bytes in pieces. */
  readonly chunks: () => Iterable<Uint8Array>;
}

export interface FolderOptions {
  /** Whether the texts of the map would give the evidence of these links again, so that it need not be written; absent: it is written where it is there. */
  readonly givenByTexts?: (list: EdgeList) => boolean;
  /** Packs row groups on another thread, too: the bytes are the same. */
  readonly packer?: GroupPacker;
  /** Papers of a tile; for tests. */
  readonly tilePoints?: number;
}

/**
 * A map as the files of a folder, in the order in which they must be written: the last one, `map.json`, says how long
 * the others are. Each is streamed: what is in memory beside the map is one row group, and a number or two a paper and
 * link. The same map gives the same bytes, whether it was built or read.
 */
export async function folderFiles(map: TopicMap, options: FolderOptions = {}): Promise<FolderFile[]> {
  await startZstd();
  const { givenByTexts = () => false, tilePoints = TILE_POINTS, packer } = options;
  const tiling = tilesOf(written(map.x), written(map.y), written(map.size), tilePoints);
  const row = rowsOf(tiling.paper);
  const search = searchRows(map, tiling.paper);
  const facets = facetRows(map, tiling.paper);
  const links = orderLinks(map.edges, row, tiling.tiles);
  const edges = edgeRows(links, row, map.extra?.edges);
  const told = evidenceRows(links, (list) => !givenByTexts(list));
  const attributes = attributesOf(map);
  const tables: (readonly [Table, TableRows, FileOptions?])[] = [
    ["points", pointRows(map, tiling)],
    ["topics", topicRows(map, row)],
    ["texts", textRows(map, tiling.paper, edges.groupsOf)],
    ["edges", edges],
    ...(told
      ? ([
          ["evidence", told.evidence],
          ["terms", told.terms],
        ] as const)
      : []),
    ["search", search],
    ["facets", facets],
  ];
  if (map.withheld !== "abstracts")
    tables.push(["abstracts", abstractRows(map, tiling.paper), { pageSize: ABSTRACT_PAGE }]);
  if (attributes.later.length > 0) tables.push(["attributes", attributeRows(attributes)]);
  const sizes = new Map<string, number>();
  const files = tables.map(([table, { shapes, groups }, pages]): FolderFile => {
    const name = fileOf(table);
    return {
      name,
      chunks: () => {
        const file = parquetFile(shapes, groups(), { ...pages, ...(packer ? { packer } : {}) });
        return counted(file, (size) => sizes.set(name, size));
      },
    };
  });
  const evidence = map.edges.flatMap((list): EdgeKind[] => (givenByTexts(list) ? [list.kind] : []));
  const head: FolderFile = {
    name: HEAD_FILE,
    chunks: () => [
      new TextEncoder().encode(
        headText(map, attributes, tiling, {
          columns: fieldColumnNames(map.fields ?? []),
          evidence,
          edgeGroups: edges.firsts,
          ...(told ? { evidenceGroups: told.firsts } : {}),
          words: search.firsts,
          facets: facets.heads,
          files: Object.fromEntries(sizes),
        }),
      ),
    ],
  };
  return [...files, head];
}

/** The numbers as they are written, so that a map that was read has the same order. */
function written(column: Float32Array): Float32Array {
  return column.map(sixDigits);
}

function* counted(chunks: Iterable<Uint8Array>, told: (size: number) => void): Generator<Uint8Array> {
  let size = 0;
  for (const chunk of chunks) {
    size += chunk.length;
    yield chunk;
  }
  told(size);
}
