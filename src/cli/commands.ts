const READ = ["columns", "fields", "encoding", "merge", "keep-apart"];
const MAKE = [
  ...READ,
  "title",
  "neighbours",
  "topics",
  "resolution",
  "seed",
  "weights",
  "vectors",
  "min-df",
  "title-weight",
  "stop-words",
  "synonyms",
  "language",
  "background",
  "base",
  "places",
  "strict",
  "threads",
];
/** Where files are named. */
const BUILD = [...MAKE, "group"];
const WRITE = [
  "output",
  "edges",
  "gexf-version",
  "measures",
  "dynamic",
  "view",
  "shape",
  "measure",
  "frames",
  "theme",
  "look",
  "color",
  "ring",
  "label",
  "size",
  "scale",
  "dpi",
  "font",
  "without",
  "topics-as",
  "marks",
];
const SERVE = ["port", "no-token"];
/** Options that say something where no file is named. */
export const WITHOUT_FILE: readonly string[] = ["port", "no-token", "quiet"];
const ALWAYS = ["quiet", "version", "help"];

/** A command: how it is called, what it does, and the options it takes. */
export interface CommandInfo {
  readonly usage: string;
  readonly help: string;
  readonly options: readonly string[];
}

export const COMMANDS: ReadonlyMap<string, CommandInfo> = new Map<string, CommandInfo>([
  [
    "build",
    {
      usage: "topograph build <file…> -o <out.ext>…",
      help: "build the map and write it",
      options: [...BUILD, ...WRITE, ...ALWAYS],
    },
  ],
  [
    "inspect",
    {
      usage: "topograph inspect <file…> [--json]",
      help: "say what was read: formats, papers, missing fields, duplicates, warnings",
      options: [...READ, "group", "strict", "threads", "json", ...ALWAYS],
    },
  ],
  [
    "convert",
    {
      usage: "topograph convert <map.json> -o <out.ext>…",
      help: "write a saved map in other formats",
      options: [...WRITE, ...ALWAYS],
    },
  ],
  [
    "serve",
    {
      usage: "topograph serve [<map.json | file…>] [--port N]",
      help: "show a saved map, or build one and show it, until Ctrl-C; without a file, the first screen",
      options: [...BUILD, ...SERVE, ...ALWAYS],
    },
  ],
  [
    "why",
    {
      usage: "topograph why <map.json> <paper> <paper>",
      help: "the evidence behind a link; a paper is its key, id, DOI or a part of its title",
      options: ALWAYS,
    },
  ],
  [
    "similar",
    {
      usage: "topograph similar <map.json> <paper> [-n 10]",
      help: "the papers most like one, with the terms they share",
      options: ["number", ...ALWAYS],
    },
  ],
  [
    "zotero",
    {
      usage: "topograph zotero [<collection>] -o <out.ext>… [--watch]",
      help: "map a collection of the running Zotero, by name or key, with its sub-collections; without one, the library",
      options: [...MAKE, ...WRITE, "watch", "port", ...ALWAYS],
    },
  ],
  [
    "mcp",
    {
      usage: "topograph mcp <map.json>",
      help: "answer an assistant by the Model Context Protocol: search, topic, paper, why, similar, path; read-only",
      options: ALWAYS,
    },
  ],
]);

/** Options of the bare form `topograph <file…>`. */
export const BARE: CommandInfo = {
  usage: "topograph [<file…>]",
  help: "build the map and open it in the browser; without a file, open the first screen",
  options: [...BUILD, ...SERVE, ...ALWAYS],
};
