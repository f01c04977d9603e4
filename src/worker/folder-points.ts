import { allPoints, type Points } from "../folder/all-points.ts";
import { type OpenFolder, openTables } from "../folder/open.ts";
import { type PackedTopics, packTopics, withDetails } from "../folder/packed-topics.ts";
import { topicReader } from "../folder/topics.ts";
import type { Topic } from "../model/topic.ts";
import { type FolderPlace, openPlace } from "./folder-place.ts";

/** The points of all papers of a folder, under their own numbers. */
export interface FolderPoints extends Points {
  /** What topics of large maps are told of later. */
  readonly topics: PackedTopics;
}

/** Reads the points of a map folder and nothing else: what that takes of memory goes with the worker that does it. */
export async function readPoints(place: FolderPlace): Promise<FolderPoints> {
  const folder = await openTables(await openPlace(place, () => {}));
  return withTopics(folder, allPoints(folder));
}

/** Points with the topics of their map. */
export async function withTopics(
  folder: OpenFolder,
  points: Points | Promise<Points>,
): Promise<FolderPoints> {
  const [all, told] = await Promise.all([points, topicReader(folder).all()]);
  return { ...all, topics: packTopics(told, all.paperOf) };
}

/** Topics as plain objects, which can be sent. */
export function plainTopics(topics: readonly Topic[], details: PackedTopics): Topic[] {
  return withDetails(topics, details).map((topic) => ({ ...topic }));
}
