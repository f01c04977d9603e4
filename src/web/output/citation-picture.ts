import { citationChart } from "../../charts/citations.ts";

/** Draws the view of citations as a picture; absent where there is no code for it. */
export const citationPicture: typeof citationChart | undefined = citationChart;
