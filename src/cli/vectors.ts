import { existsSync, readFileSync } from "node:fs";
import type { Collection } from "../model/collection.ts";
import { TopographError } from "../model/errors.ts";
import { readVectors } from "../read/vectors/vectors.ts";
import { openInput } from "./inputs.ts";
import { warningLine } from "./messages.ts";
import { nativeSha256 } from "./sha256.ts";
import { writeAll } from "./streams.ts";

/** Endings of the files of keys that may lie beside a file of vectors. */
const KEY_FILES = [".keys.txt", ".keys.json", ".json", ".txt"];

/** The file that `--vectors` names, and the column behind "#" where no file is called so. */
export function vectorFile(word: string): { readonly path: string; readonly column?: string } {
  const at = word.lastIndexOf("#");
  return at < 0 || existsSync(word)
    ? { path: word }
    : { path: word.slice(0, at), column: word.slice(at + 1) };
}

/**
 * The collection with the vectors of a file; says on stderr what was odd about them.
 * @param inputs the files of the collection: none of them is taken for a file of keys
 * @returns the number of warnings, too
 * @throws TopographError (input) that names the file, where nothing can be made of it
 */
export async function addVectors(
  collection: Collection,
  word: string,
  inputs: readonly string[],
): Promise<{ readonly collection: Collection; readonly warnings: number }> {
  const { path, column } = vectorFile(word);
  const keys = keysBeside(path, inputs);
  const { vectors, warnings, warningCount } = await readVectors(openInput(path), collection, {
    createHash: nativeSha256,
    ...(column === undefined ? {} : { column }),
    ...(keys === undefined ? {} : { keys }),
  });
  for (const warning of warnings) writeAll(2, warningLine(warning));
  if (warningCount > warnings.length)
    writeAll(2, `warning: ${vectors.name}: ${warningCount} warnings in all\n`);
  return { collection: { ...collection, vectors }, warnings: warningCount };
}

/** One key a line, or a list in JSON; of a file that says nothing else (a map, a listing that is read) none. */
function keysBeside(path: string, inputs: readonly string[]): string[] | undefined {
  const stem = path.replace(/(?<=[^/\\])\.[a-z]+$/i, "");
  for (const ending of KEY_FILES) {
    const file = `${stem}${ending}`;
    if (file === path || inputs.includes(file) || !existsSync(file)) continue;
    const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
    if (ending.endsWith(".txt")) return text.replace(/\r?\n$/, "").split(/\r?\n/);
    const list = /^\s*\[/.test(text) ? jsonOf(text, file) : undefined;
    if (Array.isArray(list) && list.every((key) => typeof key === "string" || typeof key === "number"))
      return list.map(String);
  }
  return undefined;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TopographError("input", `${file} is no list of keys in JSON: ${(error as Error).message}`);
  }
}
