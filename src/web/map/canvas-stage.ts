import { type Camera, panned, zoomAt } from "../../scene/camera.ts";
import { fitCanvas } from "./fit-canvas.ts";
import { paintGraph } from "./painter.ts";
import type { Stage, StageHooks } from "./stage.ts";

/** A stage on a plain canvas, for browsers without WebGL: drag, wheel, pinch, and everything drawn by the painter. */
export function canvasStage(container: HTMLElement, hooks: StageHooks): Stage {
  const canvas = document.createElement("canvas");
  canvas.style.cssText = "position:absolute;inset:0;touch-action:none";
  container.append(canvas);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  let camera: Camera = { x: 0.5, y: 0.5, ratio: 1 };
  let frame = 0;
  let moving = false;
  const fingers = new Map<number, { x: number; y: number }>();
  const size = () => ({ width: container.offsetWidth || 1, height: container.offsetHeight || 1 });

  function draw(): void {
    frame = 0;
    if (context === null) return;
    hooks.before(camera, size());
    fitCanvas(context, size());
    hooks.under(context);
    paintGraph(context, hooks.model);
    hooks.over(context);
  }
  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const setCamera = (next: Camera) => {
    camera = next;
    request();
  };
  const at = (event: MouseEvent) => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onDown = (event: PointerEvent) => {
    fingers.set(event.pointerId, at(event));
    canvas.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    const from = fingers.get(event.pointerId);
    if (from === undefined) return;
    const to = at(event);
    moving = true;
    const other = [...fingers.entries()].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const before = Math.hypot(from.x - other.x, from.y - other.y);
      const after = Math.hypot(to.x - other.x, to.y - other.y);
      setCamera(zoomAt(camera, size(), after / Math.max(1, before), other.x, other.y));
    } else setCamera(panned(camera, size(), from.x - to.x, from.y - to.y));
    fingers.set(event.pointerId, to);
  };
  const onUp = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    moving = false;
    request();
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const { x, y } = at(event);
    setCamera(zoomAt(camera, size(), event.deltaY < 0 ? 1.25 : 0.8, x, y));
  };
  const onDouble = (event: MouseEvent) => {
    const { x, y } = at(event);
    setCamera(zoomAt(camera, size(), 1.8, x, y));
  };
  canvas.addEventListener("pointerdown", onDown);
  canvas.addEventListener("pointermove", onMove);
  canvas.addEventListener("pointerup", onUp);
  canvas.addEventListener("pointercancel", onUp);
  canvas.addEventListener("wheel", onWheel, { passive: false });
  canvas.addEventListener("dblclick", onDouble);
  const observer = new ResizeObserver(request);
  observer.observe(container);
  return {
    kind: "canvas",
    get camera() {
      return camera;
    },
    get moving() {
      return moving;
    },
    setCamera,
    size,
    request,
    destroy() {
      observer.disconnect();
      cancelAnimationFrame(frame);
      canvas.remove();
    },
  };
}
