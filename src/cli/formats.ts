import { basename, dirname, join } from "node:path";
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
import { isFolderPath } from "./output-paths.ts";
import { loadPdf, loadPng, loadPptx, toPdf, toPng, toPptx } from "./picture.ts";
import { orNear } from "./suggest.ts";
import { loadedWindows, loadWindows, tellUndated } from "./time-windows.ts";
import { quote, usage } from "./values.ts";

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
type Writer = (map: TopicMap, context: WriteContext) => Iterable<string | Uint8Array>;

/** One output format. */
export interface Format {
  readonly extension: string;
  readonly help: string;
  /** Whether the extension may be the whole name, without its dot: "flow.json". */
  readonly isName?: true;
  /** The files of a map folder; absent where an output is none. */
  readonly folder?: (map: TopicMap, context: WriteContext) => Promise<FolderFile[]>;
  /** Whether it is written other than others where evidence of links comes out of the texts again. */
  readonly asksEvidence?: true;
  /** The files that an output becomes: what ends their names in place of the extension, and what writes them. */
  readonly files: Readonly<Record<string, Writer>>;
  /** Loads what its writer needs. */
  readonly prepare?: (map: TopicMap, fonts: readonly FontFile[], picture?: PictureOptions) => Promise<void>;
}

/** Every output format, in the order of the help. Of two extensions that a name ends in the longer one counts. */
export const FORMATS: readonly Format[] = [
  {
    extension: ".json",
    help: "the map itself (graphology, sigma)",
    files: { ".json": (map, { edges }) => encodeMap(selectEdges(map, edges)) },
  },
  {
    extension: "/",
    help: "the map as a folder of Parquet, for large maps: the page, DuckDB, pandas, R",
    asksEvidence: true,
    folder: mapFiles,
    files: {},
  },
  {
    extension: ".zip",
    help: "the same in one file",
    asksEvidence: true,
    folder: mapFiles,
    files: {},
  },
  { extension: ".gexf", help: "Gephi, Gephi Lite", files: { ".gexf": toGexf } },
  { extension: ".graphml", help: "networkx, igraph, yEd", files: { ".graphml": toGraphml } },
  { extension: ".cyjs", help: "Cytoscape, Cytoscape.js", files: { ".cyjs": toCyjs } },
  { extension: ".node-link.json", help: "networkx, D3", files: { ".node-link.json": toNodeLink } },
  { extension: ".vosviewer.json", help: "VOSviewer Online", files: { ".vosviewer.json": toVosviewer } },
  {
    extension: ".vosviewer.txt",
    help: "VOSviewer: .map.txt and .network.txt",
    files: { ".map.txt": toVosviewerMap, ".network.txt": toVosviewerNetwork },
  },
  {
    extension: ".net",
    help: "Pajek, with .clu (topics) and .vec (sizes)",
    files: { ".net": toPajek, ".clu": toPajekPartition, ".vec": toPajekVector },
  },
  {
    extension: ".csv",
    help: "tables: .nodes.csv and .edges.csv",
    files: { ".nodes.csv": (map) => toNodesCsv(map), ".edges.csv": toEdgesCsv },
  },
  {
    extension: ".asreview.csv",
    help: "papers with decisions for ASReview",
    files: { ".asreview.csv": (map) => toAsreviewCsv(map) },
  },
  {
    extension: ".topics.csv",
    isName: true,
    help: "topics × years: papers, shares, citations",
    files: { ".topics.csv": (map, { warn }) => toTopicsCsv(tellUndated(map, warn)) },
  },
  {
    extension: ".events.csv",
    isName: true,
    help: "births, growth, splits, merges, declines and deaths of topics, with their papers",
    prepare: loadWindows,
    files: { ".events.csv": (map, { warn }) => toEventsCsv(loadedWindows(map, warn)) },
  },
  {
    extension: ".flow.json",
    isName: true,
    help: "numbers of a PRISMA 2020 flow",
    files: { ".flow.json": (map, { warn }) => toFlowJson(tellUndecided(map, warn)) },
  },
  {
    extension: ".flow.svg",
    isName: true,
    help: "the same as a diagram",
    files: { ".flow.svg": (map, { picture, warn }) => toFlowSvg(tellUndecided(map, warn), picture) },
  },
  {
    extension: ".html",
    help: "one page with everything in it, for a talk or a colleague",
    files: {
      ".html": (map, { edges, page, picture }) =>
        toHtml(page?.(map) ?? "", selectEdges(map, edges), viewOfDots(picture?.dots)),
    },
  },
  {
    extension: ".ris",
    help: "reading list for Zotero, EndNote",
    files: { ".ris": (map, { list }) => toRis(map, undefined, list) },
  },
  {
    extension: ".bib",
    help: "reading list for LaTeX, JabRef",
    files: { ".bib": (map, { list }) => toBibtex(map, undefined, list) },
  },
  {
    extension: ".csl.json",
    help: "reading list for Zotero, pandoc",
    files: { ".csl.json": (map, { list }) => toCslJson(map, undefined, list) },
  },
  {
    extension: ".svg",
    help: "drawing, its text as text",
    files: { ".svg": (map, { picture }) => toSvg(map, picture) },
  },
  {
    extension: ".png",
    help: "picture",
    prepare: loadPng,
    files: { ".png": (map, { picture, warn }) => toPng(map, picture ?? {}, warn) },
  },
  {
    extension: ".pdf",
    help: "poster",
    prepare: loadPdf,
    files: { ".pdf": (map, { picture, warn }) => toPdf(map, picture ?? {}, warn) },
  },
  {
    extension: ".pptx",
    help: "slides for PowerPoint, one a stop of the tour, to be edited",
    prepare: loadPptx,
    files: { ".pptx": (map, { picture }) => toPptx(map, picture ?? {}) },
  },
];

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

/** The format of an output by its extension. @throws TopographError (usage) where there is none, or none that is known */
export function checkOutput(output: string): Format {
  const folder = isFolderPath(output) ? FORMATS.find((one) => one.folder) : undefined;
  if (folder) {
    if (!/[^./\\]/.test(output)) throw usage(`the output ${quote(output)} has no name before its slash`);
    return folder;
  }
  const name = output === "-" ? "map.json" : basename(output).toLowerCase();
  const format = FORMATS.filter((one) => name.endsWith(one.extension) || isWholeName(name, one))
    .sort((a, b) => b.extension.length - a.extension.length)
    .at(0);
  if (!format) {
    const list = FORMATS.map(({ extension }) => extension);
    const dot = name.lastIndexOf(".");
    const near =
      dot < 0 ? `; a map folder has a slash at its end: ${output}/.` : orNear(name.slice(dot), list);
    throw usage(
      `the output ${quote(output)} has no extension that is known${near} Expected one of ${list.join(" ")}`,
    );
  }
  if (name === format.extension) throw usage(`the output ${quote(output)} has no name before its extension`);
  return format;
}

function isWholeName(name: string, { extension, isName }: Format): boolean {
  return isName === true && name === extension.slice(1);
}

/** The path of one file of an output: "a/map.net" and ".clu" → "a/map.clu". */
export function outputPath(output: string, format: Format, ending: string): string {
  const name = basename(output);
  if (isWholeName(name.toLowerCase(), format)) return output;
  return join(dirname(output), name.slice(0, name.length - format.extension.length) + ending);
}

/** Every file, and every folder with its slash, that outputs become, before anything is computed; standard output is none. */
export function outputFiles(outputs: readonly string[]): string[] {
  return outputs.flatMap((output) => {
    if (output === "-") return [];
    const format = checkOutput(output);
    if (format.folder) return [output];
    return Object.keys(format.files).map((ending) => outputPath(output, format, ending));
  });
}
