import type { FolderSource } from "../../src/folder/source.ts";
import { type FolderOptions, folderFiles } from "../../src/folder/write.ts";
import type { TopicMap } from "../../src/model/map.ts";

/** The files of a map folder, whole. */
export async function filesOf(map: TopicMap, options: FolderOptions = {}): Promise<Map<string, Uint8Array>> {
  const files = await folderFiles(map, options);
  return new Map(files.map(({ name, chunks }) => [name, Buffer.concat([...chunks()])]));
}

/** A folder in memory. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): FolderSource {
  const bytes = (name: string) => {
    const found = files.get(name);
    return found && (new Uint8Array(found).buffer as ArrayBuffer);
  };
  return {
    whole: async (name) => bytes(name),
    async open(name) {
      const all = bytes(name);
      return all && { byteLength: all.byteLength, slice: (start, end) => all.slice(start, end) };
    },
  };
}
