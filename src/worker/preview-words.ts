import { combineEdges } from "../edges/combine.ts";
import { cosineKnn } from "../edges/knn.ts";
import { inProcess } from "../kernel/executor.ts";
import type { TopicMap } from "../model/map.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { countChanges, type Effect } from "../shape/effect.ts";
import type { Words } from "../shape/vocabulary.ts";
import { buildTermMatrix } from "../text/terms.ts";
import { tokenise } from "../text/tokens.ts";
import { fitTopics } from "../topics/centroids.ts";

/** What the words of a map do now: the topic that fits each paper best. */
export type WordFits = Int32Array;

/**
 * What other words would do: the keyword links that come and go, counted, and the papers that would then fit another
 * topic better than now. The topics themselves are not found anew, so that the answer is there in a moment: applying the
 * words may move more papers.
 */
export async function previewWords(
  map: TopicMap,
  words: Words,
  now: WordFits | undefined,
): Promise<{ readonly effect: Effect; readonly fits: WordFits }> {
  const before = now ?? (await wordsOn(map, map.parameters)).fits;
  const { fits, keyword } = await wordsOn(map, words);
  const changes = countChanges(
    map.edges.find(({ kind }) => kind === "keyword"),
    keyword,
  );
  const moved = fits.reduce(
    (sum, fit, i) => sum + (map.topic[i] !== NO_TOPIC && fit !== before[i] ? 1 : 0),
    0,
  );
  return { effect: { ...changes, moved }, fits: before };
}

async function wordsOn(map: TopicMap, words: Words) {
  const parameters = { ...map.parameters, ...words };
  const { rows } = buildTermMatrix(tokenise(map.papers, parameters), parameters);
  const keyword = await cosineKnn(rows, "keyword", parameters.neighbours, inProcess());
  const edges = [keyword, ...map.edges.filter(({ kind }) => kind !== "keyword")];
  const graph = combineEdges(edges, parameters.weights, map.papers.length);
  const count = map.topics.filter(({ parent }) => parent === undefined).length;
  return { keyword, fits: fitTopics(graph, rows, map.topic, count).best };
}
