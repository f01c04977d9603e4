import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** What the command line and the library put together. */
const PRODUCT = [
  "document.ts",
  "kernel",
  "model",
  "read",
  "shape",
  "explain",
  "citations",
  "export",
  "worker",
  "pipeline.ts",
  "scene",
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
  read: ["kernel", "model"],
  text: ["kernel", "model"],
  edges: ["kernel", "model"],
  topics: ["kernel", "model"],
  layout: ["kernel", "model"],
  scene: ["kernel", "model"],
  explain: ["kernel", "model"],
  citations: ["kernel", "model"],
  export: ["kernel", "model", "scene"],
  shape: ["kernel", "model", "scene"],
  "pipeline.ts": ["kernel", "model", "text", "edges", "topics", "layout", "scene"],
  "document.ts": ["kernel", "model", "shape", "pipeline.ts"],
  worker: [
    "document.ts",
    "kernel",
    "model",
    "read",
    "text",
    "edges",
    "topics",
    "layout",
    "explain",
    "citations",
    "export",
    "shape",
    "pipeline.ts",
  ],
  cli: PRODUCT,
  web: [
    "document.ts",
    "kernel",
    "model",
    "read",
    "shape",
    "explain",
    "citations",
    "export",
    "worker",
    "scene",
  ],
  "index.ts": PRODUCT,
};

/** The one home of each package. */
const HOME: Readonly<Record<string, readonly string[]>> = {
  natural: ["text", "cli"],
  sirv: ["cli"],
  tinyglobby: ["cli"],
  "graphology-communities-louvain": ["kernel", "topics"],
  graphology: ["web"],
  sigma: ["web"],
  d3: ["web", "export"],
  "lit-html": ["web"],
  "@preact/signals-core": ["web"],
  minisearch: ["web", "worker"],
  "@resvg/resvg-wasm": ["cli"],
  fflate: ["export"],
  saxes: ["read"],
  "@noble/hashes": ["read", "kernel"],
  node: ["cli", "build"],
  vite: ["build"],
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((f) => /\.(?:ts|tsx)$/.test(f) && !f.endsWith(".d.ts"))
  .sort();

const IMPORT = /^\s*(?:import|export)\s[^;"']*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']/gm;

const importsOf = (file: string) =>
  [...readFileSync(join("src", file), "utf8").matchAll(IMPORT)].map((m) => m[1] ?? m[2]);

const place = (file: string) => file.split("/")[0];

/** "natural/lib/x.js" → "natural", "node:fs" → "node", "@scope/name/x" → "@scope/name". */
function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return "node";
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

describe("the import graph", () => {
  test("every folder is in the table", () => {
    expect([...new Set(files.map(place))].filter((p) => !(p in MAY_IMPORT))).toEqual([]);
  });

  test.each(files)("%s imports only what its place allows", (file) => {
    const wrong = importsOf(file).filter((specifier) => {
      if (specifier.startsWith(".")) {
        const target = place(relative("src", join("src", dirname(file), specifier)));
        return target !== place(file) && !MAY_IMPORT[place(file)]?.includes(target);
      }
      const homes = HOME[packageOf(specifier)];
      return homes === undefined || !homes.includes(place(file));
    });
    expect(wrong).toEqual([]);
  });

  test("sigma is imported in one file", () => {
    const importers = files.filter((f) => importsOf(f).some((s) => s === "sigma"));
    expect(importers.length).toBeLessThanOrEqual(1);
  });
});

describe("the core gives the same numbers in every engine", () => {
  const CORE = new Set([
    "kernel",
    "model",
    "read",
    "text",
    "edges",
    "topics",
    "layout",
    "scene",
    "explain",
    "citations",
    "export",
    "shape",
  ]);
  const core = files.filter(
    (f) => (CORE.has(place(f)) || f === "pipeline.ts" || f === "document.ts") && f !== "kernel/numeric.ts",
  );
  const FORBIDDEN =
    /\bMath\.(?:exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|random)\b|\*\*[^/*]|\blocaleCompare\b|\bIntl\b|\bDate\b|\bperformance\.now\b/;

  test.each(core)("%s keeps to + − × ÷ and square roots", (file) => {
    const code = readFileSync(join("src", file), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/\/\/.*$/gm, "")
      .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, '""');
    expect(FORBIDDEN.exec(code)?.[0]).toBeUndefined();
  });
});

describe("files one can read in one sitting", () => {
  test.each(files)("%s has at most 250 lines", (file) => {
    expect(readFileSync(join("src", file), "utf8").split("\n").length).toBeLessThanOrEqual(251);
  });
});
