import { cosineKnn } from "../edges/knn/knn.ts";
import { mentionEdges } from "../edges/mention.ts";
import { inProcess } from "../kernel/executor.ts";
import type { SparseRows } from "../kernel/rows.ts";
import type { TopicMap } from "../model/map.ts";
import { applyEdits, uneditedMap } from "../shape/apply.ts";
import { type Effect, effectOf } from "../shape/effect.ts";
import type { Words } from "../shape/vocabulary.ts";
import { analyseText, termRows } from "../text/analyse.ts";
import { reviseTopics } from "../topics/revise.ts";

/** What the words of a map are now, as rows of its papers. */
export function rowsNow(map: TopicMap): SparseRows {
  return termRows(map.papers, map.parameters);
}

/**
 * What other words would do, counted as it is after they are applied: links that come and go, and papers whose words
 * then fit another topic. What text does not touch (places, citations, names) is left out, so that the answer is there in
 * a moment.
 * @param before rows of the map's papers by its words
 */
export async function previewWords(map: TopicMap, words: Words, before: SparseRows): Promise<Effect> {
  const computed = uneditedMap(map);
  const { papers, parameters, topics } = computed;
  const text = analyseText(papers, { ...parameters, ...words });
  const count = topics.filter(({ parent }) => parent === undefined).length;
  const { topic, subtopic } = reviseTopics({ ...computed, count }, before, text.matrix.rows);
  const k = parameters.neighbours;
  const keyword = await cosineKnn(text.matrix.rows, "keyword", k, inProcess());
  const concept = await cosineKnn(text.concepts.rows, "concept", k, inProcess());
  const of = { keyword, concept, mention: mentionEdges(text.mentions) };
  const edges = map.edges.map((list) =>
    list.kind === "keyword" || list.kind === "concept" || list.kind === "mention" ? of[list.kind] : list,
  );
  const { added, removed, moved } = effectOf(
    map,
    applyEdits({ ...computed, topic, subtopic, edges }, map.edits),
  );
  return { added, removed, moved };
}
