import { easeCubicInOut, interpolateZoom } from "d3";
import type { Camera } from "../../scene/camera.ts";

/** Where a flight between two cameras is at t (0 to 1): van Wijk and Nuij's path (2003), eased at both ends. */
export function flightPath(from: Camera, to: Camera): (t: number) => Camera {
  const path = interpolateZoom([from.x, from.y, from.ratio], [to.x, to.y, to.ratio]);
  return (t) => {
    // The end is met exactly: rounding on the way must not leave the camera beside its goal.
    if (t >= 1) return to;
    const [x, y, ratio] = path(easeCubicInOut(t));
    return { x, y, ratio };
  };
}
