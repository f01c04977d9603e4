import { createHash } from "node:crypto";
import { build, type Plugin, type ResolvedConfig } from "vite";
import { asText, pack } from "../src/export/pack.ts";

/** Leaves the readers out: a page of one file holds its one map. */
export const withoutReaders: Plugin = {
  name: "without-readers",
  enforce: "pre",
  resolveId(source, importer) {
    if (source.endsWith("/read/read.ts") && importer?.includes("/src/worker/"))
      return this.resolve("./no-readers.ts", importer);
    return null;
  },
};

/**
 * Makes index.html a page that opens from disk, for `-o map.html`: script, style and worker packed in one element, a few
 * lines that unpack them, and a place for one map. Its policy allows these two scripts by their digests, and no request.
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
        let page = "";
        let style = "";
        for (const [name, made] of Object.entries(bundle)) {
          if (made === html) continue;
          if (made.type === "chunk" && made.isEntry) page = made.code;
          if (name.endsWith(".css") && made.type === "asset") style += String(made.source);
          delete bundle[name];
        }
        const worker = await scriptOf("src/worker/page.ts", config);
        const loader = await scriptOf("src/web/single/loader.ts", config);
        const parts = new TextEncoder().encode(JSON.stringify({ style, worker, page }));
        const policy = [
          "default-src 'none'",
          `script-src ${digest(loader)} ${digest(page)}`,
          "img-src data: blob:",
          "worker-src blob:",
          "base-uri 'none'",
          "form-action 'none'",
        ].join("; ");
        const scripts = [
          '<script id="topograph-map" type="application/json"></script>',
          `<script id="topograph-code" type="application/x-topograph">${[...asText(pack(parts))].join("")}</script>`,
          `<script>${loader}</script>`,
        ].join("\n");
        html.source = String(html.source)
          .replace(/<script type="module"[^>]*><\/script>/, "")
          .replace(/<link rel="stylesheet"[^>]*>/g, "")
          .replace(/content="default-src[^"]*"/, () => `content="${policy}"`)
          .replace("</body>", () => `${scripts}</body>`);
      },
    },
  };
}

/** A file with all it imports as one classic script. */
async function scriptOf(entry: string, { define = {} }: ResolvedConfig): Promise<string> {
  const made = await build({
    configFile: false,
    mode: "single",
    logLevel: "error",
    define,
    plugins: [withoutReaders],
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

function digest(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/** Packages that packages import for what nobody calls here: 230 kB of stop words beside the lists that are used. */
export const UNUSED = { "stopwords-iso": new URL("./empty.ts", import.meta.url).pathname };
