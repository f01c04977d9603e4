import type { TopicMap } from "../model/map.ts";
import { type Years, yearsOf } from "./years.ts";

/** Where citations of papers come from: what the sources say, or the links within the collection. */
export type Counted = "source" | "within" | "none";

/** Topics × years of a map as it is: a paper counts in its topic and its sub-topic; nothing is clustered anew. */
export interface TopicYears {
  readonly years: Years;
  /** Cell of topic t (an id: topics, then sub-topics) in column c: t · years.count + c. */
  readonly papers: Uint32Array;
  /** Times cited, all papers of the cell together. */
  readonly citations: Float64Array;
  /** Of each column, papers of any topic or none: what shares are of. */
  readonly all: { readonly papers: Uint32Array; readonly citations: Float64Array };
  /** Papers of each topic without a year. */
  readonly undated: Uint32Array;
  readonly counted: Counted;
}

/** What is counted; shares are of the papers of the year. */
export type Measure = "papers" | "share" | "citations";

/**
 * Papers and citations of each topic in each year. O(n + citations + topics · years).
 * @param visible 0 leaves a paper out; all count where absent
 */
export function topicYears(
  map: Pick<TopicMap, "papers" | "topics" | "topic" | "subtopic" | "edges">,
  visible?: Uint8Array | null,
): TopicYears {
  const { papers, topics, topic, subtopic } = map;
  const years = yearsOf(papers);
  const { cited, counted } = timesCited(map);
  const cells = topics.length * years.count;
  const found = { papers: new Uint32Array(cells), citations: new Float64Array(cells) };
  const all = { papers: new Uint32Array(years.count), citations: new Float64Array(years.count) };
  const undated = new Uint32Array(topics.length);
  for (let i = 0; i < papers.length; i++) {
    if (visible && visible[i] === 0) continue;
    const column = years.of[i];
    const own = [topic[i], subtopic[i]];
    if (column < 0) {
      for (const t of own) if (t >= 0) undated[t]++;
      continue;
    }
    all.papers[column]++;
    all.citations[column] += cited[i];
    for (const t of own) {
      if (t < 0) continue;
      found.papers[t * years.count + column]++;
      found.citations[t * years.count + column] += cited[i];
    }
  }
  return { years, ...found, all, undated, counted };
}

/** The row of one topic in a measure: a number for each year, shares 0 to 1 (0 in years without papers). */
export function topicRow(
  { years, papers, citations, all }: TopicYears,
  topic: number,
  measure: Measure,
): Float64Array {
  const [from, to] = [topic * years.count, (topic + 1) * years.count];
  if (measure === "citations") return citations.slice(from, to);
  const row = Float64Array.from(papers.subarray(from, to));
  return measure === "papers" ? row : row.map((n, c) => (n === 0 ? 0 : n / all.papers[c]));
}

/** How often each paper is cited: what sources say where any says it, else within the collection. */
export function timesCited({ papers, edges }: Pick<TopicMap, "papers" | "edges">): {
  readonly cited: Float64Array;
  readonly counted: Counted;
} {
  const cited = new Float64Array(papers.length);
  if (papers.some(({ citations }) => citations !== undefined)) {
    for (const [i, { citations = 0 }] of papers.entries()) cited[i] = citations;
    return { cited, counted: "source" };
  }
  const list = edges.find(({ kind }) => kind === "citation");
  if (!list) return { cited, counted: "none" };
  for (const to of list.target) cited[to]++;
  return { cited, counted: "within" };
}
