import { messageOf, tell } from "../page/actions.ts";
import { comingOf } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import { partsTexts } from "../texts/parts.ts";

/** Waits until all of a map is there, and says so. @returns false where it will not come, which is said, too */
export async function hasWhole(now: MapState): Promise<boolean> {
  const coming = comingOf(now);
  if (coming?.share.peek() !== undefined) tell(partsTexts.waiting);
  try {
    await coming?.whole;
    return true;
  } catch (error) {
    tell(messageOf(error));
    return false;
  }
}

/** Of a map whose texts stay in its folder the texts of so many papers are read for a file: some seconds of work. */
const MOST_READ = 5000;

/** Waits until all of some papers is there: their own texts where not all come. @returns false where they will not come, which is said */
export async function hasPapers(now: MapState, papers: readonly number[]): Promise<boolean> {
  const coming = comingOf(now);
  if (coming?.stays === undefined) return hasWhole(now);
  if (papers.length > MOST_READ) {
    tell(partsTexts.tooManyChosen(MOST_READ));
    return false;
  }
  try {
    await coming.bring(papers);
    return true;
  } catch (error) {
    tell(messageOf(error));
    return false;
  }
}
