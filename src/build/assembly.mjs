/**
 * `npm run assembly`: compiles the AssemblyScript in src/ to WebAssembly and writes each module as a constant beside its
 * source, so that neither the product nor its builds need a compiler. With --check it only says whether they are current.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import asc from "assemblyscript/asc";

/** Sources, and what their constants are called. */
const SOURCES = [
  ["src/edges/knn/dot-products.as", "DOT_PRODUCTS"],
  ["src/layout/epoch.as", "EPOCH"],
];

/** The base64 of a module. */
async function assembled(source) {
  /** @type {Uint8Array | undefined} */
  let module;
  const { error, stderr } = await asc.main(
    ["kernel.ts", "-o", "kernel.wasm", "-O3", "--enable", "simd", "--noAssert", "--runtime", "stub"],
    {
      readFile: (name) => (name === "kernel.ts" ? readFileSync(source, "utf8") : null),
      writeFile: (name, contents) => {
        if (name === "kernel.wasm") module = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !module) throw new Error(`${source}: ${error?.message}\n${stderr}`);
  return Buffer.from(module).toString("base64");
}

for (const [source, constant] of SOURCES) {
  const target = source.replace(/as$/, "wasm.ts");
  const letters = (await assembled(source)).match(/.{1,96}/g).map((line) => `  "${line}"`);
  const text = `/** The WebAssembly of ${basename(source)} in base64, made by \`npm run assembly\`. */
export const ${constant} =
${letters.join(" +\n")};
`;
  if (process.argv.includes("--check")) {
    if (readFileSync(target, "utf8") !== text)
      throw new Error(`${target} is not of ${source}: run npm run assembly`);
  } else writeFileSync(target, text);
}
