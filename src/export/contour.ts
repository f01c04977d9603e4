import { contours } from "d3";
import type { Contour } from "../scene/areas.ts";

/** d3's marching squares, as the scene wants them. */
export const contour: Contour = (field, width, height, level) =>
  contours()
    .size([width, height])
    .contour(field as unknown as number[], level).coordinates;
