/** Pictures of the other views of a map, loaded when one is asked for. */
export { citationChart } from "../../charts/citations.ts";
export { stripChart } from "../../charts/strip.ts";
export { thematicChart } from "../../charts/thematic.ts";
export { timeChart } from "../../charts/time.ts";
