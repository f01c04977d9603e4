import { DECISIONS, decisionsOf } from "../model/decision.ts";
import type { TopicMap } from "../model/map.ts";
import { inChunks } from "./chunks.ts";
import { csvLine } from "./csv.ts";

/** Of each decision, in their order: 1, 0, and nothing for what has none yet. */
const LABELS: readonly (number | "")[] = DECISIONS.map((decision) =>
  decision === "included" ? 1 : decision === "excluded" ? 0 : "",
);

/**
 * Writes papers of a map as a table that ASReview goes on with, by the names of columns that its documentation lists;
 * `label_included` is 1, 0 or empty, and `decision` the same in words. @param papers indices; default: all
 */
export function toAsreviewCsv(map: TopicMap, papers: Iterable<number> = map.papers.keys()): Iterable<string> {
  return inChunks(lines(map, papers));
}

function* lines(map: TopicMap, papers: Iterable<number>): Iterable<string> {
  const decisions = decisionsOf(map);
  const columns = ["title", "abstract", "authors", "keywords", "year", "journal", "doi", "url"];
  yield csvLine([...columns, "label_included", "decision"]);
  for (const i of papers) {
    const { title, abstract, authors, keywords, year, venue, doi, url } = map.papers[i];
    yield csvLine([
      title,
      abstract,
      authors.join("; "),
      keywords.join("; "),
      year ?? "",
      venue ?? "",
      doi ?? "",
      url ?? "",
      LABELS[decisions[i]],
      DECISIONS[decisions[i]],
    ]);
  }
}
