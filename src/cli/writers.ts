import { toAsreviewCsv } from "../export/asreview.ts";
import { toBibtex } from "../export/bibtex.ts";
import type { FontFile } from "../export/choose-fonts.ts";
import { selectEdges } from "../export/columns.ts";
import { toCslJson } from "../export/csl.ts";
import { toEdgesCsv, toNodesCsv } from "../export/csv.ts";
import { toCyjs } from "../export/cyjs.ts";
import { flowOf, toFlowJson } from "../export/flow.ts";
import { toFlowSvg } from "../export/flow-svg.ts";
import { type GexfOptions, toGexf } from "../export/gexf.ts";
import { toGraphml } from "../export/graphml.ts";
import { toHtml } from "../export/html.ts";
import { toNodeLink } from "../export/node-link.ts";
import { toPajek, toPajekPartition, toPajekVector } from "../export/pajek.ts";
import { type PictureOptions, toSvg } from "../export/picture.ts";
import type { ListOptions } from "../export/reading-list.ts";
import { toRis } from "../export/ris.ts";
import { toEventsCsv, toTopicsCsv } from "../export/time-csv.ts";
import { toVosviewer, toVosviewerMap, toVosviewerNetwork } from "../export/vosviewer.ts";
import type { GroupPacker } from "../folder/row-group.ts";
import { type FolderFile, folderFiles } from "../folder/write.ts";
import type { EdgeList } from "../model/edges.ts";
import { encodeMap } from "../model/encode.ts";
import type { TopicMap } from "../model/map.ts";
import { viewOfDots } from "../view/hash.ts";
import { checkOutput } from "./formats.ts";
import { loadPdf, loadPng, loadPptx, toPdf, toPng, toPptx } from "./picture.ts";
import { loadedWindows, loadWindows, tellUndated } from "./time-windows.ts";

/** What the writers may need beside the map. */
export interface WriteContext extends GexfOptions {
  /** How pictures look. */
  readonly picture?: PictureOptions;
  /** How reading lists are written. */
  readonly list?: ListOptions;
  /** Is told what is to be known of a file. */
  readonly warn?: (message: string) => void;
  /** Whether the texts of the map give the evidence of a list of links again. */
  readonly givenByTexts?: (list: EdgeList) => boolean;
  /** Packs parts of map folders on another thread. */
  readonly packer?: GroupPacker;
  /** The prebuilt page for `.html`. */
  readonly page?: (map: TopicMap) => string;
}

/** The text of one file in chunks. */
export type Writer = (map: TopicMap, context: WriteContext) => Iterable<string | Uint8Array>;

/** How an output is written. */
export interface FormatWriter {
  /** The files of a map folder; absent where an output is none. */
  readonly folder?: (map: TopicMap, context: WriteContext) => Promise<FolderFile[]>;
  /** What writes each of its files, by what ends their names. */
  readonly files: Readonly<Record<string, Writer>>;
  /** Loads what its writer needs. */
  readonly prepare?: (map: TopicMap, fonts: readonly FontFile[], picture?: PictureOptions) => Promise<void>;
}

/** The writer of each format, by its extension: apart from their list, so that a command that writes no map loads none. */
const WRITERS: ReadonlyMap<string, FormatWriter> = new Map<string, FormatWriter>([
  [".json", { files: { ".json": (map, { edges }) => encodeMap(selectEdges(map, edges)) } }],
  ["/", { folder: mapFiles, files: {} }],
  [".zip", { folder: mapFiles, files: {} }],
  [".gexf", { files: { ".gexf": toGexf } }],
  [".graphml", { files: { ".graphml": toGraphml } }],
  [".cyjs", { files: { ".cyjs": toCyjs } }],
  [".node-link.json", { files: { ".node-link.json": toNodeLink } }],
  [".vosviewer.json", { files: { ".vosviewer.json": toVosviewer } }],
  [".vosviewer.txt", { files: { ".map.txt": toVosviewerMap, ".network.txt": toVosviewerNetwork } }],
  [".net", { files: { ".net": toPajek, ".clu": toPajekPartition, ".vec": toPajekVector } }],
  [".csv", { files: { ".nodes.csv": (map) => toNodesCsv(map), ".edges.csv": toEdgesCsv } }],
  [".asreview.csv", { files: { ".asreview.csv": (map) => toAsreviewCsv(map) } }],
  [".topics.csv", { files: { ".topics.csv": (map, { warn }) => toTopicsCsv(tellUndated(map, warn)) } }],
  [
    ".events.csv",
    {
      prepare: loadWindows,
      files: { ".events.csv": (map, { warn }) => toEventsCsv(loadedWindows(map, warn)) },
    },
  ],
  [".flow.json", { files: { ".flow.json": (map, { warn }) => toFlowJson(tellUndecided(map, warn)) } }],
  [
    ".flow.svg",
    { files: { ".flow.svg": (map, { picture, warn }) => toFlowSvg(tellUndecided(map, warn), picture) } },
  ],
  [
    ".html",
    {
      files: {
        ".html": (map, { edges, page, picture }) =>
          toHtml(page?.(map) ?? "", selectEdges(map, edges), viewOfDots(picture?.dots)),
      },
    },
  ],
  [".ris", { files: { ".ris": (map, { list }) => toRis(map, undefined, list) } }],
  [".bib", { files: { ".bib": (map, { list }) => toBibtex(map, undefined, list) } }],
  [".csl.json", { files: { ".csl.json": (map, { list }) => toCslJson(map, undefined, list) } }],
  [".svg", { files: { ".svg": (map, { picture }) => toSvg(map, picture) } }],
  [
    ".png",
    { prepare: loadPng, files: { ".png": (map, { picture, warn }) => toPng(map, picture ?? {}, warn) } },
  ],
  [
    ".pdf",
    { prepare: loadPdf, files: { ".pdf": (map, { picture, warn }) => toPdf(map, picture ?? {}, warn) } },
  ],
  [".pptx", { prepare: loadPptx, files: { ".pptx": (map, { picture }) => toPptx(map, picture ?? {}) } }],
]);

/** The map; says where a flow of it has nothing but zeros, and what decisions are read from. */
function tellUndecided(map: TopicMap, warn: WriteContext["warn"]): TopicMap {
  if (flowOf(map).screened === 0)
    warn?.(
      "no paper has a decision, so that the flow counts all as not screened; decisions are read from exports of screening tools and from a column such as included, label_included or decision",
    );
  return map;
}

function mapFiles(map: TopicMap, { edges, givenByTexts, packer }: WriteContext): Promise<FolderFile[]> {
  const options = { ...(givenByTexts ? { givenByTexts } : {}), ...(packer ? { packer } : {}) };
  return folderFiles(selectEdges(map, edges), options);
}

/** How an output is written, by its extension. @throws TopographError (usage) where there is none, or none that is known */
export function writerOf(output: string): FormatWriter {
  const { extension } = checkOutput(output);
  const found = WRITERS.get(extension);
  if (!found) throw new Error(`no writer is at hand for ${extension}`);
  return found;
}
