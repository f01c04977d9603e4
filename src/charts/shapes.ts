/** How topics over years are drawn: ribbons around a middle, ribbons on a base, or a lane for each. */
export const SHAPES = ["stream", "stacked", "lanes"] as const;
export type Shape = (typeof SHAPES)[number];
