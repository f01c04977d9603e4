import { describe, expect, test } from "vitest";
import { files, importsOf, packageOf, place } from "./source.ts";

/** What the command line and the library put together. */
const PRODUCT = [
  "document.ts",
  "kernel",
  "model",
  "read",
  "folder",
  "shape",
  "explain",
  "citations",
  "time",
  "export",
  "graph",
  "worker",
  "pipeline.ts",
  "scene",
  "view",
  "charts",
];

/**
 * What each folder of src/ may import, beside itself. The direction is the architecture: kernel below model below the
 * stages, which never see each other; the pipeline alone knows them all; everything after the map only reads it.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // How the package is made: nothing that ships imports it.
  build: ["export"],
  kernel: [],
  model: ["kernel"],
  prose: [],
  read: ["kernel", "model", "prose"],
  text: ["kernel", "model", "prose"],
  edges: ["kernel", "model"],
  topics: ["kernel", "model"],
  layout: ["kernel", "model"],
  scene: ["kernel", "model"],
  view: ["kernel", "model", "scene"],
  charts: ["kernel", "model", "scene", "time", "citations"],
  folder: ["kernel", "model", "prose"],
  explain: ["kernel", "model", "prose"],
  citations: ["kernel", "model"],
  // Windows of years are clustered as the map is.
  time: ["kernel", "model", "topics"],
  graph: ["kernel", "model"],
  export: ["kernel", "model", "scene", "view", "time", "charts"],
  shape: ["kernel", "model", "prose", "scene"],
  "pipeline.ts": ["kernel", "model", "text", "edges", "topics", "layout", "scene"],
  "document.ts": ["kernel", "model", "shape", "pipeline.ts"],
  worker: [
    "document.ts",
    "kernel",
    "model",
    "prose",
    "folder",
    "read",
    "text",
    "edges",
    "topics",
    "layout",
    "explain",
    "citations",
    "time",
    "export",
    "graph",
    "shape",
    "pipeline.ts",
  ],
  cli: [...PRODUCT, "text"],
  web: [
    "document.ts",
    "kernel",
    "model",
    "folder",
    "read",
    "shape",
    "explain",
    "citations",
    "time",
    "export",
    "graph",
    "worker",
    "scene",
    "view",
    "charts",
  ],
  "index.ts": [...PRODUCT, "text"],
};

/** The one home of each package. */
const HOME: Readonly<Record<string, readonly string[]>> = {
  natural: ["text", "cli"],
  sirv: ["cli"],
  "@modelcontextprotocol/sdk": ["cli"],
  zod: ["cli"],
  tinyglobby: ["cli"],
  "graphology-communities-louvain": ["kernel"],
  "graphology-metrics": ["graph"],
  "graphology-components": ["graph"],
  "graphology-shortest-path": ["graph"],
  graphology: ["graph", "kernel", "web"],
  sigma: ["web"],
  d3: ["web", "export", "scene", "charts"],
  "lit-html": ["web"],
  idb: ["web"],
  "@preact/signals-core": ["web"],
  minisearch: ["web", "worker"],
  "@resvg/resvg-wasm": ["export"],
  fflate: ["export", "folder"],
  pdfkit: ["export"],
  fontkit: ["export"],
  "bidi-js": ["export"],
  "subset-font": ["build"],
  "@gfx/zopfli": ["build"],
  saxes: ["read"],
  "@bokuweb/zstd-wasm": ["folder"],
  hyparquet: ["read", "folder"],
  "hyparquet-writer": ["folder"],
  "hyparquet-compressors": ["read"],
  "i18n-iso-countries": ["read", "web"],
  "topojson-client": ["web"],
  "world-atlas": ["web"],
  "@noble/hashes": ["read", "kernel"],
  node: ["cli", "build"],
  vite: ["build"],
};

describe("the import graph", () => {
  test("every folder is in the table MAY_IMPORT", () => {
    expect([...new Set(files.map(place))].filter((p) => !(p in MAY_IMPORT))).toEqual([]);
  });

  test.each(files)("%s imports only what its place allows", (file) => {
    const wrong = importsOf(file).flatMap(({ file: target, specifier }) => {
      if (target !== undefined) {
        const [from, to] = [place(file), place(target)];
        return from === to || MAY_IMPORT[from]?.includes(to)
          ? []
          : [`${target}: ${from} may import ${MAY_IMPORT[from]?.join(", ") || "nothing"} (MAY_IMPORT)`];
      }
      const homes = HOME[packageOf(specifier)];
      return homes?.includes(place(file))
        ? []
        : [`${specifier}: its home is ${homes?.join(", ") ?? "nowhere yet"} (HOME)`];
    });
    expect(wrong).toEqual([]);
  });

  test("sigma is imported in one file", () => {
    const importers = files.filter((f) => importsOf(f).some(({ specifier }) => specifier === "sigma"));
    expect(importers.length).toBeLessThanOrEqual(1);
  });

  test("no file imports itself over others: types and imports on demand count", () => {
    expect(cycles(new Map(files.map((f) => [f, importsOf(f).flatMap(({ file }) => file ?? [])])))).toEqual(
      [],
    );
  });

  test("what the search for cycles finds: a → b → c → a, and d that imports itself, but no way that ends", () => {
    const graph = { a: ["b", "e"], b: ["c"], c: ["a"], d: ["d"], e: ["f"], f: [] };
    expect(cycles(new Map(Object.entries(graph)))).toEqual(["a → b → c → a", "d → d"]);
  });
});

/** One way round for each set of files that reach each other; a depth-first search that looks only below each start. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
