import { messageOf, tell } from "../page/actions.ts";
import { comingOf } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";

/** Waits until all of a map is there, and says so. @returns false where it will not come, which is said, too */
export async function hasWhole(now: MapState): Promise<boolean> {
  const coming = comingOf(now);
  if (coming?.share.peek() !== undefined) tell(texts.coming.waiting);
  try {
    await coming?.whole;
    return true;
  } catch (error) {
    tell(messageOf(error));
    return false;
  }
}
