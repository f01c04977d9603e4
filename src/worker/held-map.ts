import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";

/** The map of the page, in its worker. */
export interface HeldMap {
  /** Puts another in its place. */
  hold(map: TopicMap): TopicMap;
  /** @throws TopographError (input) where there is none yet */
  held(): TopicMap;
  /** What is to be forgotten with a map. */
  onHold(forget: () => void): void;
}

/** A place for a map. */
export function heldMap(): HeldMap {
  let map: TopicMap | undefined;
  let forgetting = () => {};
  return {
    hold(given) {
      map = given;
      forgetting();
      return given;
    },
    held() {
      if (map === undefined) throw new TopographError("input", "there is no map yet: open one first");
      return map;
    },
    onHold(forget) {
      forgetting = forget;
    },
  };
}
