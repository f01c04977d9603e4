import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readFolder } from "../folder/read-map.ts";
import { HEAD_FILE } from "../folder/shapes.ts";
import { checkSize, type FolderSource } from "../folder/source.ts";
import { zipSource } from "../folder/zip.ts";
import type { EdgeList, EdgeReadout } from "../model/edges.ts";
import { NO_LABEL } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { textEvidence } from "../worker/evidence.ts";
import { withReadouts } from "../worker/readouts.ts";
import { diskBytes } from "./disk-bytes.ts";
import { isMapFolder } from "./output-folder.ts";

/** A map folder on this machine. */
export interface FoundFolder {
  /** The folder, or the archive. */
  readonly path: string;
  readonly isZip: boolean;
}

/** The map folder that a word of a command line names: the folder, the `map.json` in it, or an archive of one; undefined where it names something else. */
export async function findFolder(word: string): Promise<FoundFolder | undefined> {
  const stat = word === "-" ? undefined : statSync(word, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return isMapFolder(word) ? { path: word, isZip: false } : undefined;
  if (!stat?.isFile()) return undefined;
  if (basename(word) === HEAD_FILE && isMapFolder(dirname(word)))
    return { path: dirname(word), isZip: false };
  if (!isZipFile(word)) return undefined;
  const source = await sourceOf({ path: word, isZip: true }).catch(() => undefined);
  return (await source?.whole(HEAD_FILE).catch(() => undefined)) ? { path: word, isZip: true } : undefined;
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

function isZipFile(path: string): boolean {
  return new TextDecoder("latin1").decode(diskBytes(path).slice(0, 4)) === "PK\x03\x04";
}

/** The whole map of a folder, with the evidence of its links where its texts give it again. */
export async function loadFolder(found: FoundFolder): Promise<TopicMap> {
  const { map, withoutEvidence, isWhole } = await readFolder(await sourceOf(found));
  const isLeftOut = ({ kind, readout }: EdgeList) => !readout && withoutEvidence.includes(kind);
  if (!isWhole || !map.edges.some(isLeftOut)) return map;
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
 * what came from a file is compared, link by link.
 */
export function evidenceCheck(map: TopicMap): (list: EdgeList) => boolean {
  const doubtful = map.edges.filter(({ readout }) => readout && fromFile.has(readout));
  if (doubtful.length === 0) return ({ readout }) => readout !== undefined;
  const plain = doubtful.map(({ readout: _, ...list }): EdgeList => list);
  const again = withReadouts(plain, textEvidence(map));
  const differing = doubtful.filter(({ readout }, k) => !isSame(readout, again[k].readout));
  return (list) => list.readout !== undefined && !differing.includes(list);
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
