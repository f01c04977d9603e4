import { type ZoomTransform, zoomIdentity } from "d3";
import { type Camera, MAX_RATIO, nearestRatio, type Size } from "../../scene/camera.ts";
import { dotMarks, labelMarks, linkMarks } from "../../scene/map-marks.ts";
import { fitCanvas } from "./fit-canvas.ts";
import { watchGestures } from "./gestures.ts";
import { paintMarks } from "./painter.ts";
import type { MakeSurface } from "./surface.ts";
import { underPainter } from "./under.ts";

/** Most links drawn in a frame: without a graphics card more take longer than a tenth of a second. */
const LINKS = 20_000;

/** A surface on a plain canvas, for browsers without WebGL and pages in one file. @throws where canvases are missing */
export const canvasSurface: MakeSurface = (container, hooks) => {
  const canvas = document.createElement("canvas");
  canvas.style.cssText = "position:absolute;inset:0";
  container.append(canvas);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  const paintUnder = underPainter(hooks.model);
  const size = () => ({ width: container.offsetWidth || 1, height: container.offsetHeight || 1 });
  let camera: Camera = { x: 0.5, y: 0.5, ratio: 1 };
  let frame = 0;
  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const gestures = watchGestures(
    canvas,
    [1 / MAX_RATIO, 1 / nearestRatio(hooks.model.frame)],
    (transform) => {
      camera = cameraAt(transform, size());
      request();
    },
    (transform) => transformOf(hooks.hold(cameraAt(transform, size()), size()), size()),
  );
  function setCamera(next: Camera): void {
    camera = hooks.hold(next, size());
    const { k, x, y } = transformOf(camera, size());
    gestures.set(k, x, y);
    request();
  }
  function draw(): void {
    frame = 0;
    if (context === null) return;
    hooks.before(camera, size());
    hooks.model.linkCount = Math.min(hooks.model.linkCount, LINKS);
    fitCanvas(context, size());
    paintUnder(context);
    const scene = { ...hooks.model, drawOrder: hooks.model.drawn.papers };
    for (const marks of [linkMarks, dotMarks, labelMarks]) paintMarks(context, marks(scene));
    hooks.after();
  }
  const observer = new ResizeObserver(() => setCamera(camera));
  observer.observe(container);
  return {
    get camera() {
      return camera;
    },
    get moving() {
      return gestures.isHeld;
    },
    setCamera,
    size,
    request,
    destroy() {
      observer.disconnect();
      gestures.destroy();
      cancelAnimationFrame(frame);
      canvas.remove();
    },
  };
};

/** The camera of a drawing k times as large as at home, whose pixels 0, 0 are x, y off. */
function cameraAt({ k, x, y }: ZoomTransform, { width, height }: Size): Camera {
  const shorter = Math.min(width, height);
  return { x: (width / 2 - x) / (k * shorter), y: (y - height / 2) / (k * shorter), ratio: 1 / k };
}

function transformOf({ x, y, ratio }: Camera, { width, height }: Size): ZoomTransform {
  const scale = Math.min(width, height) / ratio;
  return zoomIdentity.translate(width / 2 - x * scale, height / 2 + y * scale).scale(1 / ratio);
}
