/**
 * `npm run assembly`: compiles the AssemblyScript in src/ to WebAssembly and writes it as a constant beside its source,
 * so that neither the product nor its builds need a compiler. With --check it only says whether the constant is current.
 */
import { readFileSync, writeFileSync } from "node:fs";
import asc from "assemblyscript/asc";

const SOURCE = "src/edges/knn/dot-products.as";
const TARGET = "src/edges/knn/dot-products.wasm.ts";

/** The base64 of the module. */
async function assembled() {
  /** @type {Uint8Array | undefined} */
  let module;
  const { error, stderr } = await asc.main(
    ["kernel.ts", "-o", "kernel.wasm", "-O3", "--enable", "simd", "--noAssert", "--runtime", "stub"],
    {
      readFile: (name) => (name === "kernel.ts" ? readFileSync(SOURCE, "utf8") : null),
      writeFile: (name, contents) => {
        if (name === "kernel.wasm") module = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !module) throw new Error(`${SOURCE}: ${error?.message}\n${stderr}`);
  return Buffer.from(module).toString("base64");
}

const letters = (await assembled()).match(/.{1,96}/g).map((line) => `  "${line}"`);
const text = `/** The WebAssembly of dot-products.as in base64, made by \`npm run assembly\`. */
export const DOT_PRODUCTS =
${letters.join(" +\n")};
`;
if (process.argv.includes("--check")) {
  if (readFileSync(TARGET, "utf8") !== text)
    throw new Error(`${TARGET} is not of ${SOURCE}: run npm run assembly`);
} else writeFileSync(TARGET, text);
