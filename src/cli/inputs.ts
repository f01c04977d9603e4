import { createReadStream, readdirSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { globSync } from "tinyglobby";
import type { Source } from "../model/collection.ts";
import { TopographError } from "../model/errors.ts";
import { suggest } from "./suggest.ts";

const CHUNK = 1 << 20;

/**
 * The sources that the words of a command line name: files, folders (all files in them, at any depth, but hidden ones),
 * patterns that the shell did not expand, and `-` for standard input.
 * @throws TopographError (input) for one that cannot be opened or matches nothing
 */
export function openInputs(words: readonly string[]): Source[] {
  if (words.filter((word) => word === "-").length > 1)
    throw new TopographError("usage", "standard input (-) is named twice");
  return words.flatMap((word) => (word === "-" ? [standardInput()] : expand(word).map(openFile)));
}

/** One file or standard input. @throws TopographError (input) where it cannot be opened */
export function openInput(word: string): Source {
  return word === "-" ? standardInput() : openFile(word);
}

function expand(word: string): string[] {
  const stat = statSync(word, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    const files = readdirSync(word, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !`${entry.parentPath}/${entry.name}`.includes("/."))
      .map((entry) => join(entry.parentPath, entry.name));
    if (files.length === 0) throw new TopographError("input", `the folder ${word} holds no file`);
    return files.sort();
  }
  if (stat || !/[*?[]/.test(word)) return [word];
  const matches = globSync(word, { absolute: isAbsolute(word), expandDirectories: false }).sort();
  if (matches.length === 0) throw new TopographError("input", `no file matches ${word}`);
  return matches;
}

function openFile(path: string): Source {
  const stat = explain(path, () => statSync(path));
  if (stat.isDirectory()) throw new TopographError("input", `${path} is a folder; name a file in it`);
  const name = basename(path);
  // A pipe (such as <(zcat x)) can be read once only.
  if (!stat.isFile()) return inMemory(name, () => createReadStream(path, { highWaterMark: CHUNK }));
  return {
    name,
    size: stat.size,
    async *chunks() {
      try {
        yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw cannotOpen(path, error);
      }
    },
  };
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
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  if (code === "ENOENT" || code === "ENOTDIR")
    return new TopographError("input", `cannot open ${path}: there is no such file${didYouMean(path)}`);
  if (code === "EACCES" || code === "EPERM")
    return new TopographError("input", `cannot open ${path}: you may not read it`);
  return new TopographError("input", `cannot open ${path}: ${message}`);
}

function didYouMean(path: string): string {
  try {
    const near = suggest(basename(path), readdirSync(dirname(path)));
    return near ? `; did you mean ${join(dirname(path), near)}?` : "";
  } catch {
    return "";
  }
}

/** The contents of a small text file that an option names. @throws TopographError (input) */
export async function readTextFile(path: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of openFile(path).chunks()) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
