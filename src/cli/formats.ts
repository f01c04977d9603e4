import { basename, dirname, join } from "node:path";
import { toBibtex } from "../export/bibtex.ts";
import { selectEdges } from "../export/columns.ts";
import { toEdgesCsv, toNodesCsv } from "../export/csv.ts";
import { toCyjs } from "../export/cyjs.ts";
import { type GexfOptions, toGexf } from "../export/gexf.ts";
import { toGraphml } from "../export/graphml.ts";
import { toHtml } from "../export/html.ts";
import { toPajek, toPajekPartition, toPajekVector } from "../export/pajek.ts";
import { type PictureOptions, toSvg } from "../export/picture.ts";
import { toRis } from "../export/ris.ts";
import { toVosviewer, toVosviewerMap, toVosviewerNetwork } from "../export/vosviewer.ts";
import { encodeMap } from "../model/encode.ts";
import type { TopicMap } from "../model/map.ts";
import { loadPdfWriter, loadRasteriser, toPdf, toPng } from "./picture.ts";
import { suggest } from "./suggest.ts";
import { quote, usage } from "./values.ts";

/** One file that an output becomes: what is put in place of the extension, and its text in chunks. */
export interface OutputFile {
  readonly suffix: string;
  readonly chunks: () => Iterable<string | Uint8Array>;
}

/** What the writers may need beside the map. */
export interface WriteContext extends GexfOptions {
  /** How pictures look. */
  readonly picture?: PictureOptions;
  /** The prebuilt page for `.html`. */
  readonly page?: (map: TopicMap) => string;
}

/** One output format. */
export interface Format {
  readonly extension: string;
  readonly help: string;
  /** Endings of the files it becomes; default: its extension. */
  readonly suffixes?: readonly string[];
  /** Loads what its writer needs. */
  readonly prepare?: () => Promise<void>;
  readonly write: (map: TopicMap, context: WriteContext) => OutputFile[];
}

/** Longer extensions before the shorter ones that they end in. */
export const FORMATS: readonly Format[] = [
  {
    extension: ".vosviewer.json",
    help: "VOSviewer Online",
    write: (map, context) => [{ suffix: ".vosviewer.json", chunks: () => toVosviewer(map, context) }],
  },
  {
    extension: ".json",
    help: "the map itself (graphology, sigma, Gephi Lite)",
    write: (map, { edges }) => [{ suffix: ".json", chunks: () => encodeMap(selectEdges(map, edges)) }],
  },
  {
    extension: ".gexf",
    help: "Gephi",
    write: (map, context) => [{ suffix: ".gexf", chunks: () => toGexf(map, context) }],
  },
  {
    extension: ".graphml",
    help: "networkx, igraph, yEd",
    write: (map, context) => [{ suffix: ".graphml", chunks: () => toGraphml(map, context) }],
  },
  {
    extension: ".cyjs",
    help: "Cytoscape, Cytoscape.js",
    write: (map, context) => [{ suffix: ".cyjs", chunks: () => toCyjs(map, context) }],
  },
  {
    extension: ".vosviewer.txt",
    help: "VOSviewer: .map.txt and .network.txt",
    suffixes: [".map.txt", ".network.txt"],
    write: (map, context) => [
      { suffix: ".map.txt", chunks: () => toVosviewerMap(map, context) },
      { suffix: ".network.txt", chunks: () => toVosviewerNetwork(map, context) },
    ],
  },
  {
    extension: ".net",
    help: "Pajek, with .clu (topics) and .vec (sizes)",
    suffixes: [".net", ".clu", ".vec"],
    write: (map, context) => [
      { suffix: ".net", chunks: () => toPajek(map, context) },
      { suffix: ".clu", chunks: () => toPajekPartition(map) },
      { suffix: ".vec", chunks: () => toPajekVector(map) },
    ],
  },
  {
    extension: ".csv",
    help: "tables: .nodes.csv and .edges.csv",
    suffixes: [".nodes.csv", ".edges.csv"],
    write: (map, context) => [
      { suffix: ".nodes.csv", chunks: () => toNodesCsv(map) },
      { suffix: ".edges.csv", chunks: () => toEdgesCsv(map, context) },
    ],
  },
  {
    extension: ".html",
    help: "one page with everything in it, for a talk or a colleague",
    write: (map, { edges, page }) => [
      { suffix: ".html", chunks: () => toHtml(page?.(map) ?? "", selectEdges(map, edges)) },
    ],
  },
  {
    extension: ".ris",
    help: "reading list for Zotero, EndNote",
    write: (map) => [{ suffix: ".ris", chunks: () => toRis(map) }],
  },
  {
    extension: ".bib",
    help: "reading list for LaTeX",
    write: (map) => [{ suffix: ".bib", chunks: () => toBibtex(map) }],
  },
  {
    extension: ".svg",
    help: "drawing, its text as text",
    write: (map, { picture }) => [{ suffix: ".svg", chunks: () => toSvg(map, picture) }],
  },
  {
    extension: ".png",
    help: "picture",
    prepare: loadRasteriser,
    write: (map, { picture }) => [{ suffix: ".png", chunks: () => toPng(map, picture ?? {}) }],
  },
  {
    extension: ".pdf",
    help: "poster",
    prepare: loadPdfWriter,
    write: (map, { picture }) => [{ suffix: ".pdf", chunks: () => toPdf(map, picture ?? {}) }],
  },
];

/** The format of an output by its extension. @throws TopographError (usage) where there is none, or none that is known */
export function checkOutput(output: string): Format {
  if (output === "-") return FORMATS.find(({ extension }) => extension === ".json") ?? FORMATS[0];
  const name = basename(output).toLowerCase();
  const format = FORMATS.find(({ extension }) => name.endsWith(extension));
  const list = FORMATS.map(({ extension }) => extension);
  if (!format) {
    const dot = name.lastIndexOf(".");
    const near = dot < 0 ? undefined : suggest(name.slice(dot), list);
    throw usage(
      `the output ${quote(output)} has no extension that is known${near ? `; did you mean ${near}?` : "."} Expected one of ${list.join(" ")}`,
    );
  }
  if (name === format.extension) throw usage(`the output ${quote(output)} has no name before its extension`);
  return format;
}

/** The path of one file of an output: "a/map.net" and ".clu" → "a/map.clu". */
export function outputPath(output: string, format: Format, suffix: string): string {
  const name = basename(output);
  return join(dirname(output), name.slice(0, name.length - format.extension.length) + suffix);
}

/** Every file that outputs become, before anything is computed; standard output is none. */
export function outputFiles(outputs: readonly string[]): string[] {
  return outputs.flatMap((output) => {
    if (output === "-") return [];
    const format = checkOutput(output);
    return (format.suffixes ?? [format.extension]).map((suffix) => outputPath(output, format, suffix));
  });
}
