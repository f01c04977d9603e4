import { Zip, ZipPassThrough } from "fflate";
import { TopographError } from "../model/errors.ts";
import { type Bytes, checkSize, type FolderSource } from "./source.ts";
import type { FolderFile } from "./write.ts";

/** What an archive of the old format can hold. */
const MOST = 0xffffffff;

/**
 * The files of a map folder as one ZIP archive in which they are stored as they are, so that parts of them can be read
 * where they lie. By fflate, without times: the same map gives the same bytes.
 * @throws TopographError (input) beyond 4 GB
 */
export function* zipOf(files: readonly FolderFile[]): Generator<Uint8Array, void, undefined> {
  const ready: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    size += chunk.length;
    ready.push(chunk);
  });
  for (const { name, chunks } of files) {
    const file = new ZipPassThrough(name);
    // The earliest time that the format has, at any place on earth.
    file.mtime = "1980-01-02T00:00:00";
    zip.add(file);
    for (const chunk of chunks()) {
      file.push(chunk);
      yield* ready.splice(0);
      if (size > MOST)
        throw new TopographError(
          "input",
          "the map is larger than the 4 GB of a .zip; write it as a folder: -o map/",
        );
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** A member of an archive. */
interface Member {
  readonly name: string;
  readonly size: number;
  /** 0: stored. */
  readonly method: number;
  /** Where its local header begins. */
  readonly at: number;
}

/**
 * The map folder in a ZIP archive (PKWARE's APPNOTE 6.3.10), read where its members lie: they must be stored, as
 * `zipOf` does. They may lie in a folder of the archive.
 * @throws TopographError (input) where it is no archive, or one that is packed or cut off
 */
export async function zipSource(file: Bytes): Promise<FolderSource> {
  const members = new Map<string, Member>();
  for (const member of await membersOf(file)) {
    const base = member.name.slice(member.name.lastIndexOf("/") + 1);
    if (base !== "" && !members.has(base)) members.set(base, member);
  }
  const open = async (name: string): Promise<Bytes | undefined> => {
    const member = members.get(name);
    if (!member) return undefined;
    if (member.method !== 0)
      throw fault(`${name} is compressed in the archive; unpack it, or pack it anew by: zip -0 map.zip *`);
    const local = view(await file.slice(member.at, member.at + 30));
    if (local.getUint32(0, true) !== LOCAL)
      throw fault(`the archive is damaged: ${name} does not lie where it says`);
    const from = member.at + 30 + local.getUint16(26, true) + local.getUint16(28, true);
    if (from + member.size > file.byteLength) throw fault(`the archive is cut off within ${name}`);
    return {
      byteLength: member.size,
      slice: (start, end = member.size) => file.slice(from + start, from + Math.min(end, member.size)),
    };
  };
  return {
    async whole(name) {
      const bytes = await open(name);
      return bytes?.slice(0);
    },
    async open(name, size) {
      const bytes = await open(name);
      if (bytes) checkSize(name, bytes.byteLength, size);
      return bytes;
    },
  };
}

async function membersOf(file: Bytes): Promise<Member[]> {
  const tailFrom = Math.max(0, file.byteLength - END_LENGTH - LONGEST_COMMENT);
  const tail = view(await file.slice(tailFrom, file.byteLength));
  let end = tail.byteLength - END_LENGTH;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw fault("this is no ZIP archive, or one that is cut off; copy it again");
  const [length, from] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (from + length > file.byteLength) throw fault("the list of files in the archive is damaged");
  const list = view(await file.slice(from, from + length));
  const members: Member[] = [];
  for (let at = 0; at + 46 <= list.byteLength && list.getUint32(at, true) === ENTRY; ) {
    const nameLength = list.getUint16(at + 28, true);
    if (at + 46 + nameLength > list.byteLength) break;
    members.push({
      name: new TextDecoder().decode(new Uint8Array(list.buffer, list.byteOffset + at + 46, nameLength)),
      size: list.getUint32(at + 24, true),
      method: list.getUint16(at + 10, true),
      at: list.getUint32(at + 42, true),
    });
    at += 46 + nameLength + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
  }
  return members;
}

function view(bytes: ArrayBuffer): DataView {
  return new DataView(bytes);
}

function fault(message: string): TopographError {
  return new TopographError("input", message);
}
