import type { Insets, Size } from "../scene/camera.ts";
import type { Atlas } from "./atlas.ts";
import type { Stop } from "./tour.ts";
import { tourWords } from "./words.ts";

/** The window that a stop is presented in on paper and slides; pixels. Its caption takes the left. */
export const SLIDE: Size = { width: 1280, height: 720 };
export const CAPTION = { left: 34, width: 370 };
export const SLIDE_INSETS: Insets = {
  top: 20,
  right: 20,
  bottom: 20,
  left: CAPTION.left + CAPTION.width + 26,
};
const LEFT = SLIDE_INSETS.left - 10;
/** The part of it that the map is drawn in. */
export const SLIDE_WINDOW = { x: LEFT, y: 0, width: SLIDE.width - LEFT, height: SLIDE.height };
/** Sizes of what its caption says; an item of its list stands behind a dot. */
export const SAID = { title: 38, text: 20, item: 17, note: 14, indent: 24 };

/** A paper that a stop names: its index, and who wrote it when. */
export interface NamedPaper {
  readonly paper: number;
  readonly from: string;
}

/** The papers a stop names, as far as this map has them. */
export function namedPapers({ map, find }: Atlas, stop: Stop): NamedPaper[] {
  return stop.papers.flatMap((identity) => {
    const paper = find(identity);
    if (paper === undefined) return [];
    const { authors, year } = map.papers[paper];
    const first = authors.length > 1 ? tourWords.others(authors[0]) : authors[0];
    return { paper, from: [first, year].filter(Boolean).join(", ") };
  });
}
