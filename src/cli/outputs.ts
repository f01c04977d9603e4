import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { TopographError } from "../model/errors.ts";
import { reasonOf } from "./reasons.ts";
import { writeAll } from "./streams.ts";

/** One file to write. */
export interface Output {
  readonly path: string;
  readonly chunks: () => Iterable<string | Uint8Array>;
}

/**
 * The file that is written, where its path may be a symbolic link: links are followed, to a file that is not there yet
 * too.
 */
function target(path: string): string {
  for (let steps = 0, at = path; ; steps++) {
    const link = lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() && steps < MOST_LINKS;
    if (!link) return join(realpathSync(dirname(at)), basename(at));
    at = resolve(dirname(at), readlinkSync(at));
  }
}

/** Longer chains of symbolic links lead in a circle (the limit of Linux). */
const MOST_LINKS = 40;

/** The neighbour that a file is first written to: on the same disk, so that renaming it is one step; one per process. */
function temporaryPath(path: string): string {
  const file = target(path);
  return join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
}

/** Removes what was half-written beside an output; where its folder cannot be reached there is nothing. */
export function removeTemporaries(path: string): void {
  try {
    rmSync(temporaryPath(path), { force: true });
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
    for (const { path, chunks } of outputs) writeTemporary(path, chunks());
    for (const { path } of outputs) explain(path, () => renameSync(temporaryPath(path), target(path)));
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
  const read = new Map(inputs.map((path) => [explain(path, () => identity(path)), path]));
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

function explain<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "its folder does not exist; make it first" : reasonOf(error);
    if (reason === undefined) throw error;
    throw new TopographError("input", `cannot write ${path}: ${reason}`);
  }
}
