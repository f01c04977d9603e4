import { enlargeType } from "../../scene/type.ts";
import { currentView } from "../map/mount.ts";
import * as state from "../page/state.ts";

/** Sets the map's text in a size that is read from the last row, or in its own again. */
export function setLargeType(isLarge: boolean): void {
  enlargeType(isLarge ? 1.5 : 1);
  // Drawn and placed anew.
  currentView()?.setTheme(state.dark.peek());
}
