import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import type { Mark } from "../scene/mark.ts";
import { type Measure, topicRow, topicYears } from "../time/topic-years.ts";
import { lanes } from "./lanes.ts";
import { type ChartOptions, type ChartPage, chartPage, type Frame, firstLevel } from "./page.ts";
import { ribbons } from "./ribbons.ts";
import type { Shape } from "./shapes.ts";
import { yearsPrint } from "./time-axis.ts";

/** What of topics is drawn over years. */
export interface TimeOptions extends ChartOptions {
  readonly shape?: Shape;
  readonly measure?: Measure;
}

const WORDS: Readonly<Record<Measure, string>> = {
  papers: "papers a year",
  share: "share of the papers of each year",
  citations: "citations of the papers of each year",
};

/**
 * Topics over years: the topics of the map as they are, nothing clustered anew, nothing smoothed.
 * @throws TopographError (input) where no paper has a year
 */
export function timeChart(map: TopicMap, options: TimeOptions = {}): ChartPage {
  const { shape = "stream", measure = "papers" } = options;
  const over = topicYears(map);
  const { years } = over;
  if (years.count === 0)
    throw new TopographError(
      "input",
      "no paper has a year, so that nothing can be drawn over time; years are read from the field year of the files",
    );
  const topics = firstLevel(map);
  const rows = topics.map(({ id }) => topicRow(over, id, measure));
  const counted =
    measure === "citations"
      ? ` · citations ${{ source: "as the sources say", within: "within the collection", none: "none known" }[over.counted]}`
      : "";
  const page = (draw: (frame: Frame) => readonly Mark[], named: typeof topics) =>
    chartPage(
      map,
      options,
      {
        what: `topics over years: ${WORDS[measure]}`,
        print: `${map.papers.length} papers · ${yearsPrint(years)}${counted} · not smoothed`,
        topics: named,
      },
      draw,
    );
  if (shape === "lanes") return page((frame) => lanes(frame, map, over, rows, measure), []);
  return page(
    (frame) => ribbons(frame, map, over, rows, shape, measure),
    topics.filter((_, k) => rows[k].some((n) => n > 0)),
  );
}
