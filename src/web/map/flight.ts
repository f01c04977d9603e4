import { type Camera, flightAt } from "../../scene/camera.ts";
import type { Stage } from "./stage.ts";

/** Moves a stage's camera smoothly, one flight at a time; 0 ms is a cut. */
export function createFlight(stage: () => Stage) {
  let frame = 0;
  const stop = () => cancelAnimationFrame(frame);
  return {
    stop,
    to(camera: Camera, ms: number): void {
      stop();
      if (ms === 0) {
        stage().setCamera(camera);
        stage().request();
        return;
      }
      const from = stage().camera;
      const start = performance.now();
      const step = (now: number) => {
        const t = Math.min(1, Math.max(0, (now - start) / ms));
        stage().setCamera(t === 1 ? camera : flightAt(from, camera, t));
        if (t < 1) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
  };
}
