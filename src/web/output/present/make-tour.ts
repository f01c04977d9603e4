import { papersOfTour, tourOfTopics } from "../../../view/generate.ts";
import type { Stop } from "../../../view/tour.ts";
import { comingOf } from "../../page/coming.ts";
import type { MapState } from "../../page/map-state.ts";

/** A tour of the topics of a map; the texts that it quotes are read first, where they are not there. @throws Error with a message for people */
export async function makeTour(now: MapState): Promise<Stop[]> {
  const coming = comingOf(now);
  await coming?.bring(papersOfTour(now.atlas.peek().map));
  const { map } = now.atlas.peek();
  // Of a few papers' links nobody can tell where topics meet.
  return coming?.stays === undefined
    ? tourOfTopics(map)
    : tourOfTopics({ ...map, edges: [] }, coming.links.peek());
}
