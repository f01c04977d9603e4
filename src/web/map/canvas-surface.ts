import { type Camera, MAX_RATIO, MIN_RATIO } from "../../scene/camera.ts";
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
  const gestures = watchGestures(canvas, [1 / MAX_RATIO, 1 / MIN_RATIO], ({ k, x, y }) => {
    const { width, height } = size();
    const shorter = Math.min(width, height);
    // Where pixels 0, 0 of the frame and the middle of the window are, at scale k.
    camera = {
      x: (width / 2 - x) / (k * shorter),
      y: (y - height / 2) / (k * shorter),
      ratio: 1 / k,
    };
    request();
  });
  function setCamera(next: Camera): void {
    const { width, height } = size();
    const scale = Math.min(width, height) / next.ratio;
    gestures.set(1 / next.ratio, width / 2 - next.x * scale, height / 2 + next.y * scale);
    camera = next;
    request();
  }
  function draw(): void {
    frame = 0;
    if (context === null) return;
    hooks.before(camera, size());
    hooks.model.linkCount = Math.min(hooks.model.linkCount, LINKS);
    fitCanvas(context, size());
    paintUnder(context);
    for (const marks of [linkMarks, dotMarks, labelMarks]) paintMarks(context, marks(hooks.model));
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
