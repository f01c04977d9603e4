import type { Size } from "../../scene/camera.ts";
import { pixelRatio } from "./surface.ts";

/** Gives a canvas the window's size in device pixels, with CSS pixels as its unit, and clears it. */
export function fitCanvas(context: CanvasRenderingContext2D, { width, height }: Size): void {
  const ratio = pixelRatio();
  const { canvas } = context;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
}
