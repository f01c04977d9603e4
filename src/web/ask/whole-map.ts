import type { TopicMap } from "../../model/map.ts";
import { withTour } from "../output/tour.ts";
import * as state from "../page/state.ts";
import { askWorker } from "./work.ts";

/** The map as it is saved: with its tour, and with the shared terms of each link, which a page in one file leaves out. */
export async function wholeMap(): Promise<TopicMap | undefined> {
  const map = state.atlas.peek()?.map;
  if (!map) return undefined;
  const lacks = map.edges.some(
    ({ kind, readout }) => (kind === "keyword" || kind === "concept") && readout === undefined,
  );
  return withTour(lacks ? { ...map, edges: await askWorker("readouts", {}) } : map);
}
