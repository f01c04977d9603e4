import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type OpenFolder, openTables } from "../folder/open.ts";
import { readFolder } from "../folder/read-map.ts";
import { HEAD_FILE } from "../folder/shapes.ts";
import { checkSize, type FolderSource } from "../folder/source.ts";
import { zipSource } from "../folder/zip.ts";
import type { EdgeList, EdgeReadout } from "../model/edges.ts";
import { NO_LABEL } from "../model/edges.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { textEvidence } from "../worker/evidence.ts";
import { withReadouts } from "../worker/readouts.ts";
import { diskBytes } from "./disk-bytes.ts";
import { isMapFolder, isOfMap } from "./output-folder.ts";

/** Of a file in a ZIP archive, before its name. */
const HEADER = 30;
const LONGEST_NAME = 255;

/** A map folder on this machine. */
export interface FoundFolder {
  /** The folder, or the archive. */
  readonly path: string;
  readonly isZip: boolean;
}

/** The map folder that a word of a command line names: the folder, the `map.json` in it, or an archive of one; undefined where it names something else. @throws TopographError (input) where the archive of a map cannot be read */
export async function findFolder(word: string): Promise<FoundFolder | undefined> {
  const stat = word === "-" ? undefined : statSync(word, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return isMapFolder(word) ? { path: word, isZip: false } : undefined;
  if (!stat?.isFile()) return undefined;
  if (basename(word) === HEAD_FILE && isMapFolder(dirname(word)))
    return { path: dirname(word), isZip: false };
  const first = firstInZip(word);
  if (first === undefined) return undefined;
  const found = { path: word, isZip: true };
  const tell = (error: unknown) => {
    if (error instanceof TopographError) throw error;
  };
  // Without its list an archive is a map's by what it begins with.
  const source = await named(found, sourceOf(found)).catch(isOfMap(first) ? tell : () => undefined);
  return source && (await named(found, source.whole(HEAD_FILE)).catch(tell)) ? found : undefined;
}

/** What is awaited; what is wrong with the folder names it. */
async function named<T>({ path }: FoundFolder, awaited: Promise<T>): Promise<T> {
  try {
    return await awaited;
  } catch (error) {
    if (!(error instanceof TopographError)) throw error;
    throw new TopographError(error.kind, `${path}: ${error.message}`);
  }
}

/** The files of a map folder, or of one in an archive. */
export async function sourceOf({ path, isZip }: FoundFolder): Promise<FolderSource> {
  if (isZip) return zipSource(diskBytes(path));
  return {
    whole: async (name) => {
      const bytes = readFileSync(join(path, name));
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    },
    async open(name, size) {
      const file = join(path, name);
      const stat = statSync(file, { throwIfNoEntry: false });
      if (!stat?.isFile()) return undefined;
      checkSize(name, stat.size, size);
      return diskBytes(file);
    },
  };
}

/** The name of the first file in a ZIP archive, of its header as far as it goes; undefined where it is no archive. */
function firstInZip(path: string): string | undefined {
  const head = Buffer.from(diskBytes(path).slice(0, HEADER + LONGEST_NAME));
  if (head.toString("latin1", 0, 4) !== "PK\x03\x04") return undefined;
  return head.toString("latin1", HEADER, HEADER + head[26]);
}

/** Opens a map folder. @throws TopographError (input) that names it */
export function openFolder(found: FoundFolder): Promise<OpenFolder> {
  return named(
    found,
    sourceOf(found).then((source) => openTables(source)),
  );
}

/** What is wrong with the files that the head of a map folder names; undefined where they are there, in their sizes. */
export async function lackOfTables(found: FoundFolder, { head }: OpenFolder): Promise<string | undefined> {
  const source = await sourceOf(found);
  try {
    for (const [name, size] of Object.entries(head.files))
      if (!(await source.open(name, size)))
        return `there is no ${name}, though ${HEAD_FILE} names it; copy the whole folder again`;
  } catch (error) {
    if (!(error instanceof TopographError)) throw error;
    return error.message;
  }
  return undefined;
}

/** Lists whose evidence is left out of the folder that they were read from, because its texts give it again. */
const leftOut = new WeakSet<EdgeList>();

/**
 * The whole map of a folder, with the evidence of its links where its texts give it again.
 * @param needsEvidence false where the map will be a folder again, which leaves out what was left out: finding the
 * evidence takes as long as all else
 */
export async function loadFolder(found: FoundFolder, needsEvidence = true): Promise<TopicMap> {
  const source = await sourceOf(found);
  const { map, withoutEvidence } = await named(found, readFolder(source));
  const isLeftOut = ({ kind, readout }: EdgeList) => !readout && withoutEvidence.includes(kind);
  if (!map.edges.some(isLeftOut)) return map;
  if (!needsEvidence) {
    for (const list of map.edges.filter(isLeftOut)) leftOut.add(list);
    return map;
  }
  const again = withReadouts(map.edges.filter(isLeftOut), textEvidence(map));
  return { ...map, edges: map.edges.map((list) => again.find(({ kind }) => kind === list.kind) ?? list) };
}

/** Evidence that was read from a file: it may be other than what the texts give. */
const fromFile = new WeakSet<EdgeReadout>();

/** Notes that the evidence of a map came from a file. */
export function noteEvidence(map: TopicMap): TopicMap {
  for (const { readout } of map.edges) if (readout) fromFile.add(readout);
  return map;
}

/**
 * Says of the lists of a map whether its texts give their evidence again. Of what the pipeline has just found they do;
 * what came from a file is compared, link by link; what a folder had left out is left out. Without all of its texts a map
 * keeps its evidence, as in the JSON form.
 */
export function evidenceCheck(map: TopicMap): (list: EdgeList) => boolean {
  if (map.withheld) return () => false;
  const isTold = (list: EdgeList) => list.readout !== undefined || leftOut.has(list);
  const doubtful = map.edges.filter(({ readout }) => readout && fromFile.has(readout));
  if (doubtful.length === 0) return isTold;
  const plain = doubtful.map(({ readout: _, ...list }): EdgeList => list);
  const again = withReadouts(plain, textEvidence(map));
  const differing = doubtful.filter(({ readout }, k) => !isSame(readout, again[k].readout));
  return (list) => isTold(list) && !differing.includes(list);
}

function isSame(a: EdgeReadout | undefined, b: EdgeReadout | undefined): boolean {
  if (!a || !b || a.label.length !== b.label.length) return false;
  for (let slot = 0; slot < a.label.length; slot++) {
    const [one, other] = [a.label[slot], b.label[slot]];
    if ((one === NO_LABEL) !== (other === NO_LABEL)) return false;
    if (one === NO_LABEL) continue;
    if (a.labels[one] !== b.labels[other] || sixDigits(a.share[slot]) !== sixDigits(b.share[slot]))
      return false;
  }
  return true;
}
