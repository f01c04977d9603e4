import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { TopographError } from "../model/errors.ts";
import { writeAll } from "./streams.ts";

/** One file to write. */
export interface Output {
  readonly path: string;
  readonly chunks: () => Iterable<string | Uint8Array>;
}

/** The neighbour that a file is first written to: on the same disk, so that renaming it is one step; one per process. */
function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

export function removeTemporaries(path: string): void {
  rmSync(temporaryPath(path), { force: true });
}

/**
 * Writes all files or none: each to a temporary neighbour, flushed to disk; when all are complete they are renamed into
 * place. Whatever ends the process before leaves the old files whole.
 * @throws TopographError (input) that names the file and the reason
 */
export function writeOutputs(outputs: readonly Output[]): void {
  try {
    for (const { path, chunks } of outputs) writeTemporary(path, chunks());
    for (const { path } of outputs) explain(path, () => renameSync(temporaryPath(path), path));
  } catch (error) {
    for (const { path } of outputs) removeTemporaries(path);
    throw error;
  }
}

/** Says before hours of work what would fail after them. @throws TopographError (input) */
export function checkWritable(path: string): void {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder) throw new TopographError("input", `${path} is a folder; name a file to write`);
  explain(path, () => closeSync(openSync(temporaryPath(path), "w")));
  removeTemporaries(path);
}

function writeTemporary(path: string, chunks: Iterable<string | Uint8Array>): void {
  const descriptor = explain(path, () => openSync(temporaryPath(path), "w"));
  try {
    for (const chunk of chunks) explain(path, () => writeAll(descriptor, chunk));
    explain(path, () => fsyncSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist; make it first",
  ENOTDIR: "its folder is a file",
  EACCES: "you may not write there; choose another folder",
  EPERM: "you may not write there; choose another folder",
  EROFS: "the disk is read-only; choose another folder",
  ENOSPC: "the disk is full; make room and try again",
  EDQUOT: "your quota is used up; make room and try again",
  EISDIR: "it is a folder; name a file",
  ENAMETOOLONG: "its name is too long",
};

function explain<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new TopographError("input", `cannot write ${path}: ${REASONS[code] ?? message}`);
  }
}
