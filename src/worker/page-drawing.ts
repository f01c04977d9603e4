import type { Source } from "../model/collection.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { readDrawing } from "../read/graph/drawing.ts";
import { redrawn } from "../shape/drawing.ts";
import type { Correction } from "../shape/edits.ts";

/** What a file that another program drew changes of the map on the page. */
export interface DrawingTaken {
  readonly edits: readonly Correction[];
  /** Papers found in it. */
  readonly papers: number;
  /** Labels of its nodes that are no paper of the map: the first ones, and how many there are. */
  readonly unknown: readonly string[];
  readonly unknownCount: number;
}

const MOST = 3;

/** What a drawing changes of a map; null where it is no graph, or most of its nodes are no papers of the map. */
export async function takeDrawing(map: TopicMap, source: Source): Promise<DrawingTaken | null> {
  try {
    const { nodes } = await readDrawing(source);
    const { edits, papers, unknown } = redrawn(map, nodes);
    if (papers * 2 < nodes.length) return null;
    const names = unknown.slice(0, MOST).map(({ id, label = id }) => label);
    return { edits, papers, unknown: names, unknownCount: unknown.length };
  } catch (error) {
    // The readers say what is wrong with it.
    if (error instanceof TopographError) return null;
    throw error;
  }
}
