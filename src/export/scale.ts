import { extent } from "d3";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";

/** Where and how large dots are drawn in programs that think in pixels. */
export interface Scale {
  readonly x: (i: number) => number;
  readonly y: (i: number) => number;
  /** Above 0. */
  readonly size: (i: number) => number;
}

/** Width of the drawing in other programs, in their units. */
const WIDTH = 2000;

/** How many units of other programs one of the map is: Gephi and Pajek expect hundreds (labels have a fixed size there). */
function usualFactor(map: TopicMap): number {
  const [low = 0, high = 0] = extent([...map.x, ...map.y], sixDigits);
  return high > low ? WIDTH / (high - low) : 1;
}

/**
 * The map in other programs' units, by one factor for positions and sizes, so that nothing overlaps that did not before.
 * Works on the numbers as the map's JSON holds them, so that a map and its saved form are written the same.
 */
export function drawingScale(map: TopicMap, factor: number = usualFactor(map)): Scale {
  return {
    x: (i) => sixDigits(sixDigits(map.x[i]) * factor),
    y: (i) => sixDigits(sixDigits(map.y[i]) * factor),
    size: (i) => Math.max(sixDigits(Math.abs(sixDigits(map.size[i]) * factor)), 0.001),
  };
}
