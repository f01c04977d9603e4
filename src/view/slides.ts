import type { Mark } from "../scene/mark.ts";
import { type Theme, themeOf, topicColors } from "../scene/theme.ts";
import type { Atlas } from "./atlas.ts";
import { tourOfTopics } from "./generate.ts";
import { namedPapers, SLIDE, SLIDE_INSETS } from "./slide.ts";
import { type StopLook, stopMarks } from "./stop-marks.ts";
import type { Stop } from "./tour.ts";

/** A line of a slide's list behind a dot in a colour: a paper with who wrote it when, or a topic with how many papers it has. */
export interface SlideItem {
  readonly text: string;
  readonly note: string;
  readonly color: string;
  readonly isTopic: boolean;
}

/** A stop as a slide: what is said on the left, the map beside it. */
export interface Slide extends Pick<Stop, "title" | "text" | "notes" | "view"> {
  readonly items: readonly SlideItem[];
  /** What is drawn of the map in a window of SLIDE's size, clear of what is said. */
  readonly marks: readonly Mark[];
}

/** What slides leave out: nothing where absent. */
export interface SlideParts {
  /** Names on the map. */
  readonly labels?: boolean;
  /** The list of topics where a stop shows the whole map and names no paper. */
  readonly legend?: boolean;
}

/** A slide for each stop, with what its tour shows when it is presented; of the overview and the topics where there is no tour. */
export function* slidesOf(
  atlas: Atlas,
  tour: readonly Stop[],
  look: StopLook,
  parts: SlideParts = {},
): Generator<Slide> {
  const { map } = atlas;
  const theme = themeOf(look.dark);
  const colors = topicColors(map, theme);
  const draw = stopMarks(atlas, look);
  for (const stop of tour.length > 0 ? tour : tourOfTopics(map)) {
    const papers = paperItems(atlas, stop, colors, theme);
    const isWhole = stop.to === "home" && papers.length === 0 && parts.legend !== false;
    const { title, text, notes, view } = stop;
    yield {
      title,
      text,
      notes,
      view,
      items: isWhole ? topicItems(atlas, colors) : papers,
      marks: draw(stop, SLIDE, SLIDE_INSETS).filter(
        ({ shape }) => parts.labels !== false || shape !== "text",
      ),
    };
  }
}

function paperItems(atlas: Atlas, stop: Stop, colors: readonly string[], theme: Theme): SlideItem[] {
  const { papers, topic } = atlas.map;
  return namedPapers(atlas, stop).map(({ paper, from }) => ({
    text: papers[paper].title,
    note: from,
    color: colors[topic[paper]] ?? theme.stray,
    isTopic: false,
  }));
}

function topicItems({ mainTopics }: Atlas, colors: readonly string[]): SlideItem[] {
  return mainTopics.map(({ id, name, size }) => ({
    text: name,
    note: String(size),
    color: colors[id],
    isTopic: true,
  }));
}
