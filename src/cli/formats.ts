import { basename, dirname, join } from "node:path";
import { selectEdges } from "../export/columns.ts";
import { type GexfOptions, toGexf } from "../export/gexf.ts";
import { encodeMap } from "../model/encode.ts";
import type { TopicMap } from "../model/map.ts";
import { suggest } from "./suggest.ts";
import { quote, usage } from "./values.ts";

/** One file that an output becomes: what is put in place of the extension, and its text in chunks. */
export interface OutputFile {
  readonly suffix: string;
  readonly chunks: () => Iterable<string | Uint8Array>;
}

/** What the writers may need beside the map. */
export interface WriteContext extends GexfOptions {
  /** The prebuilt page for `.html`. */
  readonly page?: () => string;
}

/** One output format. */
export interface Format {
  readonly extension: string;
  readonly help: string;
  /** Endings of the files it becomes; default: its extension. */
  readonly suffixes?: readonly string[];
  /** Absent: not built yet. */
  readonly write?: (map: TopicMap, context: WriteContext) => OutputFile[];
}

/** Longer extensions before the shorter ones that they end in. */
export const FORMATS: readonly Format[] = [
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
  { extension: ".html", help: "one page with everything in it" },
  { extension: ".svg", help: "drawing" },
  { extension: ".png", help: "picture" },
  { extension: ".pdf", help: "poster" },
];

/** The format of an output by its extension. @throws TopographError (usage) for none, an unknown one, or one not built */
export function checkOutput(output: string): Format {
  if (output === "-") return FORMATS.find(({ extension }) => extension === ".json") ?? FORMATS[0];
  const name = basename(output).toLowerCase();
  const format = FORMATS.find(({ extension }) => name.endsWith(extension));
  const list = FORMATS.filter(({ write }) => write).map(({ extension }) => extension);
  if (!format) {
    const dot = name.lastIndexOf(".");
    const near = dot < 0 ? undefined : suggest(name.slice(dot), list);
    throw usage(
      `the output ${quote(output)} has no extension that is known${near ? `; did you mean ${near}?` : ""} Expected one of ${list.join(" ")}`,
    );
  }
  if (name === format.extension) throw usage(`the output ${quote(output)} has no name before its extension`);
  if (!format.write) throw usage(`${format.extension} is not built yet; expected one of ${list.join(" ")}`);
  return format;
}

/** The path of one file of an output: "a/map.net" and ".clu" → "a/map.clu". */
export function outputPath(output: string, format: Format, suffix: string): string {
  const name = basename(output);
  return join(dirname(output), name.slice(0, name.length - format.extension.length) + suffix);
}

/** Every file an output becomes, before anything is computed. */
export function outputPaths(output: string): string[] {
  const format = checkOutput(output);
  return (format.suffixes ?? [format.extension]).map((suffix) => outputPath(output, format, suffix));
}
