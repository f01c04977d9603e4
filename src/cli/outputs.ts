import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { FolderFile } from "../folder/write.ts";
import { TopographError } from "../model/errors.ts";
import { checkFolder, placeFolder, removeFolderTemporaries, writeFolder } from "./output-folder.ts";
import { explain, isFolderPath, target, temporaryPath } from "./output-paths.ts";
import { reasonOf } from "./reasons.ts";
import { writeAll } from "./streams.ts";

/** One file to write, or a folder of files, whose path ends in a slash. */
export type Output =
  | { readonly path: string; readonly chunks: () => Iterable<string | Uint8Array> }
  | { readonly path: string; readonly files: readonly FolderFile[] };

/** Removes what was half-written beside an output; where its folder cannot be reached there is nothing. */
export function removeTemporaries(path: string): void {
  try {
    if (isFolderPath(path)) removeFolderTemporaries(path);
    else rmSync(temporaryPath(path), { force: true });
  } catch (error) {
    if (reasonOf(error) === undefined) throw error;
  }
}

/**
 * Writes all files or none: each to a temporary neighbour, flushed to disk; when all are complete they are renamed into
 * place. Whatever ends the process before leaves the old files whole. A file that is replaced keeps its permissions.
 * @throws TopographError (input) that names the file and the reason
 */
export function writeOutputs(outputs: readonly Output[]): void {
  try {
    for (const output of outputs)
      if ("files" in output) writeFolder(output.path, output.files);
      else writeTemporary(output.path, output.chunks());
    for (const { path, ...output } of outputs)
      if ("files" in output) placeFolder(path);
      else explain(path, () => renameSync(temporaryPath(path), target(path)));
  } catch (error) {
    for (const { path } of outputs) removeTemporaries(path);
    throw error;
  }
}

/**
 * Says before hours of work what would fail after them, or would destroy what is read.
 * @param paths every file that will be written
 * @param inputs every file that is read
 * @throws TopographError (usage) where one is an input or the same file as another, (input) where it cannot be written
 */
export function checkOutputs(paths: readonly string[], inputs: readonly string[]): void {
  const folders = new Set(paths.some(isFolderPath) ? inputs.map((path) => dirname(path)) : []);
  const read = new Map([...folders, ...inputs].map((path) => [explain(path, () => identity(path)), path]));
  const written = new Map<string, string>();
  for (const path of paths) {
    const id = explain(path, () => identity(path));
    const [input, twin] = [read.get(id), written.get(id)];
    if (input !== undefined)
      throw new TopographError(
        "usage",
        `the output ${path} is the input ${input}; choose another name, so that nothing of yours is overwritten`,
      );
    if (twin !== undefined)
      throw new TopographError(
        "usage",
        `the outputs ${twin} and ${path} are one file; name them differently`,
      );
    written.set(id, path);
  }
  for (const path of paths) {
    if (isFolderPath(path)) {
      checkFolder(path);
      continue;
    }
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new TopographError("input", `${path} is a folder; name a file to write`);
    explain(path, () => closeSync(openSync(temporaryPath(path), "w")));
    removeTemporaries(path);
  }
}

/** What the paths of one file share: its number on its disk (hard links too), else its real path. */
function identity(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? target(path) : `${stat.dev}:${stat.ino}`;
}

function writeTemporary(path: string, chunks: Iterable<string | Uint8Array>): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  const descriptor = explain(path, () => openSync(temporaryPath(path), "w"));
  try {
    if (mode !== undefined) explain(path, () => fchmodSync(descriptor, mode & 0o7777));
    for (const chunk of chunks) explain(path, () => writeAll(descriptor, chunk));
    explain(path, () => fsyncSync(descriptor));
  } finally {
    // Some disks tell of a failed write only here.
    explain(path, () => closeSync(descriptor));
  }
}
