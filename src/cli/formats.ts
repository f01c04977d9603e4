import { basename, dirname, join } from "node:path";
import { isFolderPath } from "./output-paths.ts";
import { orNear } from "./suggest.ts";
import { quote, usage } from "./values.ts";

/** One output format. */
export interface Format {
  readonly extension: string;
  readonly help: string;
  /** Whether the extension may be the whole name, without its dot: "flow.json". */
  readonly isName?: true;
  /** Whether it is a map folder, or its files in one: evidence of links then comes out of the texts again. */
  readonly isFolder?: true;
  /** What ends the names of the files that an output becomes, in place of the extension; none of a folder. */
  readonly endings: readonly string[];
}

/** Every output format, in the order of the help. Of two extensions that a name ends in the longer one counts. */
export const FORMATS: readonly Format[] = [
  { extension: ".json", help: "the map itself (graphology, sigma)", endings: [".json"] },
  {
    extension: "/",
    isFolder: true,
    help: "the map as a folder of Parquet, for large maps: the page, DuckDB, pandas, R",
    endings: [],
  },
  { extension: ".zip", isFolder: true, help: "the same in one file", endings: [] },
  { extension: ".gexf", help: "Gephi, Gephi Lite", endings: [".gexf"] },
  { extension: ".graphml", help: "networkx, igraph, yEd", endings: [".graphml"] },
  { extension: ".cyjs", help: "Cytoscape, Cytoscape.js", endings: [".cyjs"] },
  { extension: ".node-link.json", help: "networkx, D3", endings: [".node-link.json"] },
  { extension: ".vosviewer.json", help: "VOSviewer Online", endings: [".vosviewer.json"] },
  {
    extension: ".vosviewer.txt",
    help: "VOSviewer: .map.txt and .network.txt",
    endings: [".map.txt", ".network.txt"],
  },
  {
    extension: ".net",
    help: "Pajek, with .clu (topics) and .vec (sizes)",
    endings: [".net", ".clu", ".vec"],
  },
  { extension: ".csv", help: "tables: .nodes.csv and .edges.csv", endings: [".nodes.csv", ".edges.csv"] },
  { extension: ".asreview.csv", help: "papers with decisions for ASReview", endings: [".asreview.csv"] },
  {
    extension: ".topics.csv",
    isName: true,
    help: "topics × years: papers, shares, citations",
    endings: [".topics.csv"],
  },
  {
    extension: ".events.csv",
    isName: true,
    help: "births, growth, splits, merges, declines and deaths of topics, with their papers",
    endings: [".events.csv"],
  },
  { extension: ".flow.json", isName: true, help: "numbers of a PRISMA 2020 flow", endings: [".flow.json"] },
  { extension: ".flow.svg", isName: true, help: "the same as a diagram", endings: [".flow.svg"] },
  {
    extension: ".html",
    help: "one page with everything in it, for a talk or a colleague",
    endings: [".html"],
  },
  { extension: ".ris", help: "reading list for Zotero, EndNote", endings: [".ris"] },
  { extension: ".bib", help: "reading list for LaTeX, JabRef", endings: [".bib"] },
  { extension: ".csl.json", help: "reading list for Zotero, pandoc", endings: [".csl.json"] },
  { extension: ".svg", help: "drawing, its text as text", endings: [".svg"] },
  { extension: ".png", help: "picture", endings: [".png"] },
  { extension: ".pdf", help: "poster", endings: [".pdf"] },
  {
    extension: ".pptx",
    help: "slides for PowerPoint, one a stop of the tour, to be edited",
    endings: [".pptx"],
  },
];

/** The format of an output by its extension. @throws TopographError (usage) where there is none, or none that is known */
export function checkOutput(output: string): Format {
  const folder = isFolderPath(output) ? FORMATS.find((one) => one.isFolder) : undefined;
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
    if (format.isFolder) return [output];
    return format.endings.map((ending) => outputPath(output, format, ending));
  });
}
