import type { Camera, Size } from "../../scene/camera.ts";
import type { SceneModel } from "./model.ts";

/** Where the map is drawn: layers, a camera that pointer and fingers move, and a frame when something changed. */
export interface Stage {
  readonly kind: "webgl" | "canvas";
  readonly camera: Camera;
  setCamera(camera: Camera): void;
  size(): Size;
  /** Draws in the next frame. */
  request(): void;
  /** Whether the pointer moves the camera right now. */
  readonly moving: boolean;
  destroy(): void;
}

/** What a stage calls: once per frame before anything is drawn, and to draw below and above the dots. */
export interface StageHooks {
  readonly model: SceneModel;
  before(camera: Camera, size: Size): void;
  under(context: CanvasRenderingContext2D): void;
  over(context: CanvasRenderingContext2D): void;
  /** The WebGL context is gone: the stage draws no more and has to be built anew. */
  lost(): void;
}

/** The ratio of device to CSS pixels. */
export function pixelRatio(): number {
  return window.devicePixelRatio || 1;
}
