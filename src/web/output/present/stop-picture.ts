import { NO_INSETS } from "../../../scene/camera.ts";
import { moved } from "../../../scene/move-marks.ts";
import { themeOf } from "../../../scene/theme.ts";
import type { StopMarks } from "../../../view/stop-marks.ts";
import type { Stop } from "../../../view/tour.ts";
import { paintMarks } from "../../map/painter.ts";
import { type MapState, perMap } from "../../page/map-state.ts";
import * as state from "../../page/state.ts";
import { drawStops } from "./draw-stops.ts";

/** The window that is drawn small, and room at its edges: a picture of a stop has no caption over it. */
const WINDOW = { width: 960, height: 540 };

/** What has been drawn of a map: by theme, size and what the stop shows. */
const drawn = perMap(() => new Map<string, string>());
/** What draws stops of a map as it is now. */
const painters = perMap(() => ({ key: [] as unknown[], draw: undefined as StopMarks | undefined }));

/**
 * A picture of a stop, as an address for an image; drawn once.
 * @param isWhole with links and names
 */
export function stopPicture(now: MapState, stop: Stop, width: number, isWhole: boolean): string {
  const dark = state.dark.value;
  const key = [now.atlas.value, dark, state.sizeBy.value, now.dots.value.size, state.look.value];
  const kept = painters(now);
  const pictures = drawn(now);
  if (!kept.draw || key.some((part, k) => part !== kept.key[k])) {
    kept.key = key;
    kept.draw = drawStops(now, dark);
    pictures.clear();
  }
  const name = JSON.stringify([width, isWhole, stop.view, stop.to]);
  const found = pictures.get(name) ?? paint(kept.draw, stop, width, isWhole, dark);
  pictures.set(name, found);
  return found;
}

function paint(draw: StopMarks, stop: Stop, width: number, isWhole: boolean, dark: boolean): string {
  const canvas = document.createElement("canvas");
  const scale = (width * 2) / WINDOW.width;
  canvas.width = WINDOW.width * scale;
  canvas.height = WINDOW.height * scale;
  const context = canvas.getContext("2d");
  if (!context) return "";
  context.fillStyle = themeOf(dark).background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  paintMarks(context, moved(draw(stop, WINDOW, NO_INSETS, isWhole), 0, 0, scale));
  return canvas.toDataURL();
}
