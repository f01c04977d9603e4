import type { Box, Insets } from "../../scene/camera.ts";
import { narrow } from "../page/narrow.ts";
import * as state from "../page/state.ts";

/** What lies over the edges of the map: the tools over the left and lower ones, on small screens over the lower one. */
export function restInsets(container = document.getElementById("map")): Insets {
  if (!narrow.peek()) return { top: 12, right: 12, bottom: 60, left: 64 };
  // Over a raised sheet there are no tools.
  const bottom = state.sheet.peek() === "peek" ? 64 : Math.max(0, innerHeight * 0.58 - 122) + 8;
  return { top: 54, right: 4, bottom: Math.min(bottom, (container?.clientHeight ?? 600) - 140), left: 4 };
}

/** What lies on the map away from its edges, in pixels of the container: the switch between its views, legend and dots' button. */
export function coveredBoxes(container: HTMLElement): Box[] {
  const { left, top } = container.getBoundingClientRect();
  return [...document.querySelectorAll("#views > *, .play, .map-legend, #tools .dot-menu")].flatMap(
    (element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0) return [];
      return {
        left: box.left - left - 6,
        top: box.top - top - 6,
        right: box.right - left + 6,
        bottom: box.bottom - top + 6,
      };
    },
  );
}
