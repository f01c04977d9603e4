import type { Topic } from "../../model/topic.ts";
import type { Coming } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";

/** A page of one file has all of its map from the beginning: nothing is to come. */
export function comingOf(): Coming | undefined {
  return undefined;
}

export const whyInParts: () => string | undefined = comingOf as () => undefined;
export const linksToCome: () => number | undefined = comingOf as () => undefined;
export const titlesInParts = comingOf;

export function setComing(): void {}
export const wantFields = setComing;

export async function wholeOf(): Promise<void> {}

export function lacksTexts(): boolean {
  return false;
}
export const lacksAbstract = lacksTexts;
export const lacksLinks = lacksTexts;

export function papersOfAll(now: MapState): number {
  return now.atlas.value.count;
}

export function shownByTopic(now: MapState): (topic: Pick<Topic, "id">) => number {
  const shown = now.shownOf.topics.value;
  return ({ id }) => shown[id];
}
