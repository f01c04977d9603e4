/** What draws the map, loaded when there is one. */
export { createView } from "./create.ts";
export { sigmaSurface } from "./sigma-surface.ts";
