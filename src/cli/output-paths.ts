import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { TopographError } from "../model/errors.ts";
import { reasonOf } from "./reasons.ts";

/** Whether an output is a folder: its name ends in a slash. */
export function isFolderPath(path: string): boolean {
  return /[/\\]$/.test(path);
}

/**
 * The file or folder that is written, where its path may be a symbolic link: links are followed, to a file that is not
 * there yet too.
 */
export function target(path: string): string {
  for (let steps = 0, at = path.replace(/(?<=.)[/\\]+$/, ""); ; steps++) {
    const link = lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() && steps < MOST_LINKS;
    if (!link) return join(realpathSync(dirname(at)), basename(at));
    at = resolve(dirname(at), readlinkSync(at));
  }
}

/** Longer chains of symbolic links lead in a circle (the limit of Linux). */
const MOST_LINKS = 40;

/** The neighbour that a file or folder is first written to: on the same disk, so that renaming it is one step; one per process. */
export function temporaryPath(path: string): string {
  const file = target(path);
  return join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
}

/** @throws TopographError (input) that names the path and the reason, where the system says one */
export function explain<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "its folder does not exist; make it first" : reasonOf(error);
    if (reason === undefined) throw error;
    throw new TopographError("input", `cannot write ${path}: ${reason}`);
  }
}
