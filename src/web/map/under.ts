import { viewOf } from "../../scene/camera.ts";
import { areaMarks } from "../../scene/map-marks.ts";
import type { SceneModel } from "../../scene/model.ts";
import { paintMarks } from "./painter.ts";

/** The picture of the whole relief: its side in pixels, and how much of the map's frame it shows. */
const SIDE = 1600;
const RATIO = 1.4;

/**
 * Paints what lies under links and papers. The relief takes longer than a frame has: while the camera moves, a picture of
 * the whole of it is moved.
 */
export function underPainter(model: SceneModel): (context: CanvasRenderingContext2D) => void {
  const canvas = document.createElement("canvas");
  let painted: readonly unknown[] = [];
  return (context) => {
    const { relief, colors, shown, emphasis, frame, view } = model;
    if (!relief || !model.moving) return paintMarks(context, areaMarks(model));
    const whole = viewOf(frame, { x: 0.5, y: 0.5, ratio: RATIO }, { width: SIDE, height: SIDE });
    const now = [relief, colors, shown, emphasis.dims];
    if (now.some((part, k) => part !== painted[k])) {
      painted = now;
      canvas.width = canvas.height = SIDE;
      const ground = canvas.getContext("2d");
      if (ground) paintMarks(ground, areaMarks({ ...model, view: whole }));
    }
    const k = view.scale / whole.scale;
    context.drawImage(canvas, view.dx - whole.dx * k, view.dy - whole.dy * k, SIDE * k, SIDE * k);
  };
}
