import { createReadStream, readdirSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { globSync } from "tinyglobby";
import type { Source } from "../model/collection.ts";
import { TopographError } from "../model/errors.ts";
import { diskBytes } from "./disk-bytes.ts";
import { isMapFolder, refuseLack } from "./output-folder.ts";
import { reasonOf } from "./reasons.ts";
import { suggest } from "./suggest.ts";

const CHUNK = 1 << 20;

/** A file that any thread may open for itself. */
export interface FileSource extends Source {
  readonly path: string;
}

/**
 * The sources that the words of a command line name: files, folders (all files in them, at any depth, but hidden ones),
 * patterns that the shell did not expand, and `-` for standard input.
 * @param groupsOf the groups that the papers of a path are in, `-` for standard input
 * @throws TopographError (input) for one that cannot be opened or matches nothing
 */
export function openInputs(
  words: readonly string[],
  groupsOf: (path: string) => readonly string[] = () => [],
): Source[] {
  if (words.filter((word) => word === "-").length > 1)
    throw new TopographError("usage", "standard input (-) is named twice");
  return words.flatMap((word) =>
    (word === "-" ? [word] : expand(word)).map((path) => {
      const groups = groupsOf(path);
      return groups.length > 0 ? { ...openInput(path), groups } : openInput(path);
    }),
  );
}

/** One file or standard input. @throws TopographError (input) where it cannot be opened */
export function openInput(word: string): Source {
  return word === "-" ? standardInput() : openFile(word);
}

/** The files that the words of a command line name, without standard input. @throws TopographError (input) as `openInputs` */
export function inputFiles(words: readonly string[]): string[] {
  return words.flatMap((word) => (word === "-" ? [] : expand(word)));
}

function expand(word: string): string[] {
  const stat = explain(word, () => statSync(word, { throwIfNoEntry: false }));
  // A map folder is one input, like a map in a file.
  if (stat?.isDirectory() && isMapFolder(word)) return [word];
  if (stat?.isDirectory()) {
    explain(word, () => refuseLack(word));
    const files = explain(word, () => readdirSync(word, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !`${entry.parentPath}/${entry.name}`.includes("/."))
      .map((entry) => join(entry.parentPath, entry.name));
    if (files.length === 0) throw new TopographError("input", `the folder ${word} holds no file`);
    return files.sort();
  }
  if (stat || !/[*?[{]/.test(word)) return [word];
  const matches = globSync(word, { absolute: isAbsolute(word), expandDirectories: false }).sort();
  if (matches.length === 0) throw new TopographError("input", `no file matches ${word}`);
  return matches;
}

function openFile(path: string): Source | FileSource {
  const stat = explain(path, () => statSync(path));
  const name = basename(path);
  if (stat.isDirectory() && isMapFolder(path)) return { name, chunks: () => mapText(path) };
  if (stat.isDirectory()) {
    explain(path, () => refuseLack(path));
    throw new TopographError("input", `${path} is a folder; name a file in it`);
  }
  if (/\.zip$/i.test(path)) return { name, size: stat.size, chunks: () => mapText(path) };
  // A pipe (such as <(zcat x)) can be read once only.
  if (!stat.isFile()) return inMemory(name, () => createReadStream(path, { highWaterMark: CHUNK }));
  return {
    name,
    path,
    size: stat.size,
    slice: async (start, end) => diskBytes(path).slice(start, end),
    async *chunks() {
      try {
        yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw cannotOpen(path, error);
      }
    },
  };
}

/** The JSON of the map in a folder or archive; the bytes of an archive that holds none. */
async function* mapText(path: string): AsyncGenerator<Uint8Array> {
  const { findFolder, loadFolder } = await import("./map-folder.ts");
  const found = await findFolder(path);
  if (!found) {
    yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>;
    return;
  }
  const { encodeMap } = await import("../model/encode.ts");
  const encoder = new TextEncoder();
  for (const text of encodeMap(await loadFolder(found))) yield encoder.encode(text);
}

function standardInput(): Source {
  return inMemory("stdin", () => process.stdin as AsyncIterable<Uint8Array>);
}

/** A source that can be read once, kept for the second reading. */
function inMemory(name: string, open: () => AsyncIterable<Uint8Array>): Source {
  let kept: Uint8Array[] | undefined;
  return {
    name,
    async *chunks() {
      if (!kept) {
        kept = [];
        for await (const chunk of open()) kept.push(chunk);
      }
      yield* kept;
    },
  };
}

function explain<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw cannotOpen(path, error);
  }
}

function cannotOpen(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const reason = reasonOf(error);
  if (reason === undefined) return error;
  const near = code === "ENOENT" || code === "ENOTDIR" ? didYouMean(path) : "";
  return new TopographError("input", `cannot open ${path}: ${reason}${near}`);
}

function didYouMean(path: string): string {
  try {
    const near = suggest(basename(path), readdirSync(dirname(path)));
    return near ? `; did you mean ${join(dirname(path), near)}?` : "";
  } catch {
    return "";
  }
}

/** The contents of a small text file that an option names. @throws TopographError (input) where it is no text in UTF-8 */
export async function readTextFile(path: string): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    for await (const chunk of openFile(path).chunks()) text += decoder.decode(chunk, { stream: true });
    text += decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) text = "\0";
    else throw error;
  }
  if (text.includes("\0"))
    throw new TopographError("input", `${path} is no text; expected lines of words in UTF-8`);
  return text;
}
