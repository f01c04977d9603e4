import { areasOf } from "../model/areas.ts";
import type { TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import { type TopicYears, topicRow, topicYears } from "../time/topic-years.ts";
import { eventTopic, type TimeWindows } from "../time/windows/windows.ts";
import { inChunks } from "./chunks.ts";
import { csvLine } from "./csv.ts";

/** Writes first-level topics × years: papers, their share of all papers of the year, their citations, and the area where the map has areas. Papers without a year stand in a line without one. */
export function toTopicsCsv(map: TopicMap): Iterable<string> {
  return inChunks(topicLines(map, topicYears(map)));
}

function* topicLines(map: TopicMap, over: TopicYears): Iterable<string> {
  const { years, undated } = over;
  const hasAreas = areasOf(map) !== undefined;
  const line = (cells: readonly (string | number)[], area: string) =>
    csvLine(hasAreas ? [...cells, area] : cells);
  yield line(["topic", "name", "year", "papers", "share", "citations"], "area");
  for (const { id, name, area = "", parent } of map.topics) {
    if (parent !== undefined) continue;
    const [papers, share, citations] = (["papers", "share", "citations"] as const).map((measure) =>
      topicRow(over, id, measure),
    );
    for (let c = 0; c < years.count; c++)
      yield line([id, name, years.first + c, papers[c], sixDigits(share[c]), citations[c]], area);
    if (undated[id] > 0) yield line([id, name, "", undated[id], "", ""], area);
  }
}

/**
 * Writes what became of topics from one window of years to the next: first and last year, kind, the topic of the map that
 * most of its papers are in, the name that it has in its window (of a split and a merge, of all its parts), and the
 * papers that carried it, by their keys.
 */
export function toEventsCsv(found: TimeWindows): Iterable<string> {
  return inChunks(eventLines(found));
}

function* eventLines(found: TimeWindows): Iterable<string> {
  const { years, topics, events } = found;
  yield csvLine(["from", "to", "kind", "topic", "name", "papers"]);
  for (const event of events) {
    const { name, home } = eventTopic(found, event);
    const parts =
      event.kind === "split"
        ? event.after.map((b) => topics[event.window][b].name)
        : event.kind === "merge"
          ? event.before.map((a) => topics[event.window - 1][a].name)
          : [];
    const told =
      event.kind === "split"
        ? `${name} → ${parts.join(" | ")}`
        : event.kind === "merge"
          ? `${parts.join(" | ")} → ${name}`
          : name;
    yield csvLine([
      years.first + event.from,
      years.first + event.to,
      event.kind,
      home < 0 ? "" : home,
      told,
      event.papers.map((i) => `p${i + 1}`).join(" "),
    ]);
  }
}
