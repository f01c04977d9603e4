/** What of a map pictures show. */
export const VIEWS = ["map", "time", "citations", "thematic"] as const;
export type View = (typeof VIEWS)[number];

/** Sizes by name, in pixels: paper lying on its side at 96 to the inch, and a slide. */
export const PICTURE_SIZES: ReadonlyMap<string, readonly [width: number, height: number]> = new Map([
  ["16:9", [1920, 1080]],
  ["a4", [1123, 794]],
  ["a3", [1587, 1123]],
  ["a2", [2245, 1587]],
  ["a1", [3179, 2245]],
  ["a0", [4494, 3179]],
]);
