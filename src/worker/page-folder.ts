import { readFolder } from "../folder/read-map.ts";
import type { TopicMap } from "../model/map.ts";
import { type FolderPlace, openPlace } from "./folder-place.ts";

/** A map out of its folder. */
export interface FolderRead {
  readonly map: TopicMap;
  /** Bytes of files that the host has sent whole, because it gives no byte ranges. */
  readonly wholeBytes: number;
}

/** Reads the whole map of a folder. @throws TopographError (input) that names the file where it is none, or damaged */
export async function readPlace(place: FolderPlace): Promise<FolderRead> {
  let wholeBytes = 0;
  const source = await openPlace(place, (_, bytes) => {
    wholeBytes += bytes;
  });
  const { map } = await readFolder(source);
  return { map, wholeBytes };
}
