import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { write } from "graphology-gexf";
import TfIdf from "natural/lib/natural/tfidf/tfidf.js";
import type { Paper } from "../../src/model/paper.ts";
import { startLaps } from "./meter.ts";

/**
 * The plain way to the same end, as one would write it from the two libraries' manuals: natural's TfIdf, all pairs by
 * cosine over Maps, the 15 best into a graphology Graph, Louvain, GEXF through graphology-gexf. No concepts, names or layout.
 * @returns CPU seconds per stage
 */
export function literalPipeline(papers: readonly Paper[], k = 15): Map<string, number> {
  const laps = startLaps("text");
  const tfidf = new TfIdf();
  for (const paper of papers) tfidf.addDocument(`${paper.title} ${paper.title} ${paper.abstract}`);
  const vectors = papers.map((_, i) => {
    const terms = tfidf.listTerms(i).map(({ term, tfidf: weight }): [string, number] => [term, weight]);
    const norm = Math.sqrt(terms.reduce((sum, [, w]) => sum + w * w, 0)) || 1;
    return new Map(terms.map(([term, w]) => [term, w / norm]));
  });
  laps.lap("edges");
  const graph = new UndirectedGraph();
  for (const [i, paper] of papers.entries()) graph.addNode(`p${i}`, { label: paper.title });
  for (const [i, a] of vectors.entries()) {
    const scores = vectors.map((b, j): [number, number] => {
      if (i === j) return [j, 0];
      let sum = 0;
      for (const [term, w] of a) sum += w * (b.get(term) ?? 0);
      return [j, sum];
    });
    scores.sort((x, y) => y[1] - x[1]);
    for (const [j, weight] of scores.slice(0, k))
      if (weight > 0 && !graph.hasEdge(`p${i}`, `p${j}`)) graph.addEdge(`p${i}`, `p${j}`, { weight });
  }
  laps.lap("topics");
  louvain.assign(graph);
  laps.lap("write");
  write(graph);
  return laps.seconds();
}
