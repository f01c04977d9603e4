import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import zopfli from "@gfx/zopfli";
import { build, type Plugin, type ResolvedConfig } from "vite";
import { toBase64 } from "../export/base64.ts";
import { pageFonts } from "./fonts.ts";
import { languagePacks, languagesAside } from "./languages.ts";
import { EMPTY, UNUSED, unusedOfD3 } from "./unused.ts";

/** What a page of one file has in the place of what only serves to make maps, to keep them in the browser, and to write PDF. */
const INSTEAD = new Map(
  [
    ["explain/contrast.ts", "worker/no-contrast.ts"],
    ["graph/measure.ts", "worker/no-measures.ts"],
    ["graph/to-graph.ts", "web/single/no-graph.ts"],
    ["read/read.ts", "worker/no-readers.ts"],
    ["edges/knn/dense.ts", "worker/no-vectors.ts"],
    // The policy of that page allows no WebAssembly.
    ["layout/epoch.ts", "layout/epoch-plain.ts"],
    ["worker/page-drawing.ts", "worker/no-drawing.ts"],
    ["worker/table.ts", "worker/no-table.ts"],
    ["worker/folder-calls.ts", "worker/no-folder.ts"],
    ["web/ask/folder.ts", "web/single/no-folder.ts"],
    ["web/ask/folder-load.ts", "web/single/no-folder-load.ts"],
    ["web/ask/names-later.ts", "web/single/no-names.ts"],
    ["web/ask/whole.ts", "web/single/no-whole.ts"],
    ["web/page/coming.ts", "web/single/no-coming.ts"],
    ["web/panels/facet-list.ts", "web/single/facet-list.ts"],
    ["web/map/sight.ts", "web/single/no-sight.ts"],
    ["web/panels/matches.ts", "web/single/no-matches.ts"],
    ["web/panels/card-link-parts.ts", "web/single/no-link-parts.ts"],
    ["web/map/overview.ts", "web/single/no-overview.ts"],
    ["web/compare/later.ts", "web/single/no-compare.ts"],
    ["worker/page-time.ts", "worker/no-time.ts"],
    ["web/time/modes/asked.ts", "web/single/no-asked.ts"],
    ["web/output/citation-picture.ts", "web/single/no-citation-picture.ts"],
    ["web/output/chart-menu.ts", "web/single/no-charts.ts"],
    ["web/world/later.ts", "web/single/no-world.ts"],
    ["web/output/pdf.ts", "web/single/print.ts"],
    ["web/output/slides.ts", "web/single/no-slides.ts"],
    ["web/output/one-page.ts", "web/single/one-page.ts"],
    ["web/page/recent.ts", "web/single/no-recent.ts"],
    ["web/panels/start.ts", "web/single/start.ts"],
    ["web/screening/later.ts", "web/single/no-screening.ts"],
    ["web/table/later.ts", "web/single/no-table.ts"],
  ].map((pair) => pair.map(sourceFile) as [string, string]),
);

/** @throws Error where there is no such file: one that has moved would come into the page unseen */
function sourceFile(name: string): string {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  if (!existsSync(path))
    throw new Error(`src/${name} is not there; name the file that a page of one file replaces`);
  return path;
}

/** Leaves the readers, the demo collections and the maps kept in the browser out: a page of one file holds its one map. */
export const withoutReaders: Plugin = {
  name: "without-readers",
  enforce: "pre",
  resolveId(source, importer = "") {
    if (/\/data\/[^/]+\?raw$/.test(source)) return EMPTY;
    return source.startsWith(".") ? (INSTEAD.get(resolve(dirname(importer), source)) ?? null) : null;
  },
};

/** Draws on a plain canvas: for maps of a size at which WebGL and its 100 kB of code make no difference. */
const onCanvas: Plugin = {
  name: "on-canvas",
  enforce: "pre",
  resolveId: (source) => (source.endsWith("/sigma-surface.ts") ? NO_SIGMA : null),
};

/** The page and its worker run by being loaded, which package.json says of no module. */
const bothRun: Plugin = {
  name: "both-run",
  transform: (code, id) =>
    /\/src\/(?:web\/main|worker\/page)\.ts$/.test(id)
      ? { code, map: null, moduleSideEffects: true }
      : undefined,
};

/**
 * Makes pages that open from disk, for `-o map.html`: script, style and worker packed in one element, a few lines that
 * unpack them, and a place for one map. Their policy allows these two scripts by their digests, and no request. There is
 * one that draws on a canvas and one for WebGL, both for English texts; what other languages need is in languages.json and
 * put in where a map has texts in them. index.html serves all.
 */
export function singleFile(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "single-file",
    enforce: "post",
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      // After vite has put in what it knows only now.
      order: "post",
      async handler(_options, bundle) {
        const html = bundle["index.html"];
        if (html?.type !== "asset") throw new Error("the build made no index.html");
        let style = "";
        for (const [name, made] of Object.entries(bundle)) {
          if (made === html) continue;
          if (name.endsWith(".css") && made.type === "asset") style += String(made.source);
          delete bundle[name];
        }
        const frame = String(html.source);
        const loader = await scriptOf("src/web/single/loader.ts", config, []);
        const fonts = await pageFonts();
        const page = async (...plugins: Plugin[]) =>
          assembled(frame, loader, {
            style,
            fonts,
            script: await scriptOf("src/web/single/both.ts", config, [
              withoutReaders,
              unusedOfD3,
              bothRun,
              ...plugins,
            ]),
          });
        const emit = (fileName: string, source: string) => this.emitFile({ type: "asset", fileName, source });
        emit("webgl.html", await page(languagesAside));
        emit("canvas.html", await page(languagesAside, onCanvas));
        const packs = await languagePacks((entry, plugin) => scriptOf(entry, config, [plugin]));
        emit("languages.json", JSON.stringify(packs));
        html.source = await page();
      },
    },
  };
}

async function assembled(
  frame: string,
  loader: string,
  parts: {
    readonly style: string;
    readonly script: string;
    readonly fonts: Readonly<Record<string, string>>;
  },
): Promise<string> {
  const policy = [
    "default-src 'none'",
    `script-src ${digest(loader)} ${digest(parts.script)}`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const scripts = [
    '<script id="topograph-map" type="application/gzip"></script>',
    `<script id="topograph-code" type="application/gzip">${[...toBase64([await packedTightly(JSON.stringify(parts))])].join("")}</script>`,
    `<script>${loader}</script>`,
  ].join("\n");
  return frame
    .replace(/<script type="module"[^>]*><\/script>/, "")
    .replace(/<link rel="stylesheet"[^>]*>/g, "")
    .replace(/content="default-src[^"]*"/, () => `content="${policy}"`)
    .replace("</body>", () => `${scripts}</body>`);
}

/** A file with all it imports as one classic script. */
async function scriptOf(entry: string, { define = {} }: ResolvedConfig, plugins: Plugin[]): Promise<string> {
  const made = await build({
    configFile: false,
    mode: "single",
    logLevel: "error",
    define,
    plugins,
    resolve: { alias: UNUSED },
    build: {
      write: false,
      target: "es2022",
      minify: true,
      lib: { entry, formats: ["iife"], name: "part", fileName: "part" },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!("output" in output)) throw new Error(`${entry} was not built`);
  return output.output[0].code.trim();
}

/** Packs by gzip as tightly as can be: a tenth less than fflate, for a second of the build. */
async function packedTightly(text: string): Promise<Uint8Array> {
  return zopfli.gzipAsync(Buffer.from(text), { numiterations: 5 });
}

function digest(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

const NO_SIGMA = fileURLToPath(new URL("./no-sigma.ts", import.meta.url));
