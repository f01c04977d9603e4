import type { Camera, Size } from "../../scene/camera.ts";
import type { SceneModel } from "../../scene/model.ts";

/** What the map is drawn on: layers, a camera that pointer and fingers move, and a frame when something changed. */
export interface Surface {
  readonly camera: Camera;
  setCamera(camera: Camera): void;
  size(): Size;
  /** Draws in the next frame. */
  request(): void;
  /** Whether the pointer moves the camera right now. */
  readonly moving: boolean;
  destroy(): void;
}

/** What a surface draws, and what it calls: once per frame before anything is drawn, and when all is. */
export interface SurfaceHooks {
  readonly model: SceneModel;
  before(camera: Camera, size: Size): void;
  /** Holds a camera where the map is not lost. */
  hold(camera: Camera, size: Size): Camera;
  after(): void;
  /** The WebGL context is gone: the surface draws no more and has to be built anew. */
  lost(): void;
}

/** Builds a surface in an element. @throws where the browser lacks what it draws with */
export type MakeSurface = (container: HTMLElement, hooks: SurfaceHooks) => Surface;

/** The ratio of device to CSS pixels. */
export function pixelRatio(): number {
  return window.devicePixelRatio || 1;
}
