import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { fileOf, HEAD_FILE, isHead, TABLES } from "../folder/shapes.ts";
import type { FolderFile } from "../folder/write.ts";
import { TopographError } from "../model/errors.ts";
import { explain, target, temporaryPath } from "./output-paths.ts";
import { writeAll } from "./streams.ts";

const NAMES: ReadonlySet<string> = new Set([HEAD_FILE, ...TABLES.map(fileOf)]);
/** What file managers leave in a folder that they show. */
const LEFT = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Whether a folder holds a map: its head and its points. */
export function isMapFolder(path: string): boolean {
  return existsSync(join(path, fileOf("points"))) && hasHead(path);
}

function hasHead(path: string): boolean {
  const head = join(path, HEAD_FILE);
  return statSync(head, { throwIfNoEntry: false })?.isFile() === true && isHead(readFileSync(head, "utf8"));
}

/** Whether a file in an archive has the name of a part of a map, in whatever folder. */
export function isOfMap(path: string): boolean {
  return NAMES.has(path.slice(path.lastIndexOf("/") + 1));
}

/** Tables that every map has. */
const ALWAYS = (["points", "texts", "edges"] as const).map(fileOf);

/** What a map folder lacks that has lost its head or its points, and would be taken for papers; undefined for all other folders. */
export function lackOfFolder(path: string): string | undefined {
  const has = (name: string) => existsSync(join(path, name));
  if (hasHead(path)) return has(ALWAYS[0]) ? undefined : `there is no ${ALWAYS[0]} in it`;
  if (!ALWAYS.every(has)) return undefined;
  return has(HEAD_FILE) ? `its ${HEAD_FILE} is cut off or of another map` : `there is no ${HEAD_FILE} in it`;
}

/** @throws TopographError (input) where a folder is a map's, but not the whole of it */
export function refuseLack(path: string): void {
  const lack = lackOfFolder(path);
  if (lack !== undefined)
    throw new TopographError("input", `${path} is a map folder, but ${lack}; copy the whole folder again`);
}

/**
 * Says before any work whether a map folder may be written there.
 * @throws TopographError (input) where there is a file, or a folder that is no map's or holds anything else
 */
export function checkFolder(path: string): void {
  const place = explain(path, () => target(path));
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory())
    throw new TopographError("input", `cannot write ${path}: there is a file of that name; choose another`);
  if (stat) {
    const names = explain(path, () => readdirSync(place)).filter((name) => !LEFT.test(name));
    const other = names.find((name) => !NAMES.has(name));
    if (other !== undefined || (names.length > 0 && !isMapFolder(place))) {
      const lack = other === undefined ? lackOfFolder(place) : undefined;
      const found = lack
        ? `is a map's, but ${lack}`
        : `holds ${other ?? names[0]}, which is no part of a map`;
      throw new TopographError(
        "input",
        `cannot write ${path}: the folder ${found}; choose another name, so that nothing of yours is lost`,
      );
    }
  }
  explain(path, () => mkdirSync(temporaryPath(path), { recursive: true }));
  removeFolderTemporaries(path);
}

/** Writes all files beside the place of the folder. */
export function writeFolder(path: string, files: readonly FolderFile[]): void {
  const folder = explain(path, () => temporaryPath(path));
  explain(path, () => rmSync(folder, { recursive: true, force: true }));
  explain(path, () => mkdirSync(folder));
  for (const { name, chunks } of files) {
    const descriptor = explain(path, () => openSync(join(folder, name), "w"));
    try {
      for (const chunk of chunks()) explain(path, () => writeAll(descriptor, chunk));
      explain(path, () => fsyncSync(descriptor));
    } finally {
      explain(path, () => closeSync(descriptor));
    }
  }
}

/** Puts what was written in its place; an older map steps aside first, and comes back where that fails. */
export function placeFolder(path: string): void {
  const [place, written] = [target(path), temporaryPath(path)];
  const old = oldPath(path);
  explain(path, () => {
    if (existsSync(place)) renameSync(place, old);
    renameSync(written, place);
    rmSync(old, { recursive: true, force: true });
  });
}

/** Removes what was half-written; an older map that has stepped aside takes its place again. */
export function removeFolderTemporaries(path: string): void {
  const old = oldPath(path);
  if (existsSync(old) && !existsSync(target(path))) renameSync(old, target(path));
  for (const left of [temporaryPath(path), old]) rmSync(left, { recursive: true, force: true });
}

function oldPath(path: string): string {
  return `${temporaryPath(path)}.old`;
}
