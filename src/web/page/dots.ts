import type { Dots } from "../../view/dots.ts";
import type { MapState } from "./map-state.ts";

/** Colours, rings or sizes dots, or names papers, by a field, or no more by any; the ends of a ramp go with the colour they belong to. */
export function setDots(now: MapState, part: Exclude<keyof Dots, "limits">, name: string | undefined): void {
  const { [part]: _, limits, ...rest } = now.dots.peek();
  const kept = part !== "color" && limits ? { limits } : {};
  now.dots.value = { ...rest, ...kept, ...(name === undefined ? {} : { [part]: name }) };
}
