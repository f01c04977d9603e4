import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseSync } from "vite";

/** Every file of the product, from src/. */
export const files: readonly string[] = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((f) => f.endsWith(".ts") && !f.endsWith(".d.ts"))
  .sort();

/** The folder a file belongs to, or the file itself where it lies in none. */
export const place = (file: string) => file.split("/")[0];

/** A node of the syntax tree (ESTree with TypeScript). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** The text of a file and every node of its syntax tree, in order. */
export interface Parsed {
  readonly text: string;
  readonly nodes: readonly Node[];
}

const parsed = new Map<string, Parsed>();

/** A file of the product, parsed once. @param file from src/ */
export function parse(file: string): Parsed {
  const known = parsed.get(file) ?? parseAnew(file);
  parsed.set(file, known);
  return known;
}

function parseAnew(file: string): Parsed {
  const text = readFileSync(join("src", file), "utf8");
  const nodes: Node[] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === "object" && value !== null) {
      if (typeof (value as Node).type === "string") nodes.push(value as Node);
      for (const item of Object.values(value)) visit(item);
    }
  };
  visit(parseSync(file, text, { lang: "ts" }).program);
  return { text, nodes };
}

/** One import: of a file of the product, or of a package. */
export interface Import {
  readonly specifier: string;
  /** From src/; absent for packages. */
  readonly file?: string;
}

/** All a file imports or re-exports: at the top, on demand, types alone, and workers. */
export function importsOf(file: string): Import[] {
  return parse(file).nodes.flatMap((node) => {
    const specifier = (node.source as { value?: unknown } | null | undefined)?.value ?? workerOf(node);
    if (typeof specifier !== "string") return [];
    const [path] = specifier.split("?");
    if (!path.startsWith(".")) return [{ specifier }];
    // A file of a package that its list of exports does not name.
    const [, inPackage] = path.split("node_modules/");
    if (inPackage !== undefined && node.source) return [{ specifier: inPackage }];
    const target = relative("src", join("src", dirname(file), path));
    return target.endsWith(".ts") ? [{ specifier, file: target }] : [];
  });
}

/** `new URL("./page.ts", import.meta.url)`. */
function workerOf(node: Node): unknown {
  if (node.type !== "NewExpression" || (node.callee as Node).name !== "URL") return undefined;
  return ((node.arguments as Node[])[0] as { value?: unknown }).value;
}

/** "natural/lib/x.js" → "natural", "node:fs" → "node", "@scope/name/x" → "@scope/name". */
export function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return "node";
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}
