import { NO_TOPIC } from "../../model/topic.ts";
import { setFilters } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import { texts } from "../texts/texts.ts";
import { timeTexts as t } from "../texts/time.ts";
import type { TimeRows } from "./rows.ts";
import type { Cell } from "./store.ts";

/** The name of a row's topic. */
export function rowName(now: MapState, topic: number): string {
  return topic === NO_TOPIC ? t.noTopic : now.atlas.value.map.topics[topic].name || texts.unnamedTopic;
}

/** What is said of a topic in a year. */
export function cellText(now: MapState, { rows, papers, from, counted }: TimeRows, { row, column }: Cell) {
  const { topic, papers: own, citations } = rows[row];
  return t.cell(
    rowName(now, topic),
    from + column,
    own[column],
    papers[column] > 0 ? own[column] / papers[column] : 0,
    counted === "none" ? undefined : citations[column],
  );
}

/** Shows only the papers of a topic in a year, listed, where there are any; pressed again, all. Papers without a topic are shown with all of the year. */
export function openCell(now: MapState, { rows, from }: TimeRows, { row, column }: Cell): void {
  const { topics, years } = now.filters.peek();
  const year = from + column;
  const { topic, papers } = rows[row];
  if (papers[column] === 0) return;
  const wanted = new Set(topic === NO_TOPIC ? [] : [topic]);
  const isOpen =
    years?.[0] === year &&
    years[1] === year &&
    topics.size === wanted.size &&
    [...wanted].every((one) => topics.has(one));
  setFilters(isOpen ? { topics: new Set(), years: undefined } : { topics: wanted, years: [year, year] });
  if (!isOpen) now.tab.value = "papers";
}
