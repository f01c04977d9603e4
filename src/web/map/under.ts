import { oncePer } from "../../kernel/once.ts";
import { viewOf } from "../../scene/camera.ts";
import { areaMarks, areaShapes } from "../../scene/map-marks.ts";
import type { SceneModel } from "../../scene/model.ts";
import { drawRings, type Ring } from "../../scene/rings.ts";
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
    if (!relief) return paintAreas(context, model);
    if (!model.moving) return paintMarks(context, areaMarks(model));
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

/** In map units, made once: to draw curves anew takes as long as all else of a frame. */
const pathOf = oncePer((rings: readonly Ring[]) => {
  const path = new Path2D();
  drawRings(rings, path);
  return path;
});

/** Paints areas by paths in map units. */
function paintAreas(context: CanvasRenderingContext2D, model: SceneModel): void {
  const { scale, dx, dy } = model.view;
  context.save();
  context.transform(scale, 0, 0, -scale, dx, dy);
  context.lineJoin = "round";
  context.lineWidth = 1 / scale;
  for (const { rings, color, fill, line } of areaShapes(model)) {
    const path = pathOf(rings);
    context.fillStyle = context.strokeStyle = color;
    context.globalAlpha = fill;
    context.fill(path, "evenodd");
    context.globalAlpha = line;
    if (line > 0) context.stroke(path);
  }
  context.restore();
}
