// What VOSviewer Online's own loader and colour scheme make of our JSON (see README.md beside it):
// node test/interop/vosviewer.mjs CLONE map.vosviewer.json…
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const [clone = "", ...files] = process.argv.slice(2);
const src = resolve(clone, "src");
const entry = resolve(clone, "topograph-entry.js");
const out = resolve(clone, "topograph-out");
const worker = { handle: undefined, posted: [] };
globalThis.window = globalThis;
globalThis.MODE = "vosviewer";
globalThis.File ??= class {};
globalThis.self = {
  addEventListener: (_, handle) => {
    worker.handle = handle;
  },
  postMessage: (message) => worker.posted.push(message),
};

let wrong = 0;
function same(what, found, expected) {
  const ok = JSON.stringify(found) === JSON.stringify(expected);
  if (!ok) wrong++;
  console.log(
    ok
      ? `PASS  ${what}`
      : `FAIL  ${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`,
  );
}

/** Has the worker answer a message. */
function ask(type, options, answer) {
  worker.posted.length = 0;
  worker.handle({ data: { type, options } });
  return worker.posted.find((message) => message.type === answer)?.data;
}

try {
  writeFileSync(
    entry,
    'import "workers/worker.js";\nexport { default as Data } from "store/data/index.js";\nexport { default as Colors } from "store/visualization/index.js";\n',
  );
  await build({
    configFile: false,
    root: clone,
    logLevel: "error",
    ssr: { noExternal: true },
    resolve: {
      alias: ["utils", "store", "workers", "components"].map((name) => ({
        find: new RegExp(`^${name}/`),
        replacement: `${src}/${name}/`,
      })),
    },
    build: { ssr: entry, outDir: out, rollupOptions: { output: { entryFileNames: "entry.mjs" } } },
  });
  const { Data, Colors } = await import(pathToFileURL(join(out, "entry.mjs")).href);
  for (const file of files) {
    const own = JSON.parse(readFileSync(file, "utf8"));
    const { items, links, clusters } = own.network;
    const options = { jsonFileOrUrlOrObject: JSON.parse(readFileSync(file, "utf8")) };
    const read = ask("start parse vosviewer-json data", options, "end parse vosviewer-json data");
    same(`${file}: no error`, read.dataError ?? null, null);
    same("items", read.mapData.length, items.length);
    same("links", read.networkData.length, links.length);
    const store = new Data();
    store.init(read, {});
    same(
      "names of clusters",
      [...store.clusters],
      clusters.map(({ cluster, label }) => [cluster, label]),
    );
    const colors = new Colors();
    colors.updateStore({ parameters: store.parameters, colorSchemes: store.getColorSchemes() });
    const wanted = own.config.color_schemes.cluster_colors;
    same(
      "colours of clusters",
      wanted.map(({ cluster }) => String(colors.lightClusterColors[cluster - 1]).toLowerCase()),
      wanted.map(({ color }) => color.toLowerCase()),
    );
    const { mapData, networkData } = read;
    const made = ask("start process data", { mapData, networkData }, "end process data");
    same("items of the network that is drawn", Object.keys(made?.itemIdToIndex ?? {}).length, items.length);
  }
} finally {
  rmSync(entry, { force: true });
  rmSync(out, { recursive: true, force: true });
}
console.log(wrong === 0 ? "all as it should be" : `${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
