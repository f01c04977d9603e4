import type { Camera } from "../../scene/camera.ts";
import type { Surface } from "./surface.ts";

/** Moves a surface's camera smoothly, one flight at a time; 0 ms is a cut. */
export function createFlight(surface: () => Surface) {
  let frame = 0;
  let flights = 0;
  const stop = () => {
    flights++;
    cancelAnimationFrame(frame);
  };
  return {
    stop,
    async to(camera: Camera, ms: number): Promise<void> {
      stop();
      if (ms === 0) {
        surface().setCamera(camera);
        surface().request();
        return;
      }
      const flight = flights;
      const { flightPath } = await import("./flight-path.ts");
      if (flight !== flights) return;
      const path = flightPath(surface().camera, camera);
      const start = performance.now();
      const step = (now: number) => {
        const t = Math.min(1, Math.max(0, (now - start) / ms));
        surface().setCamera(path(t));
        if (t < 1) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
  };
}
