import type { Paper } from "./paper.ts";
import type { Note } from "./report.ts";
import { NO_TOPIC, type TopicTree } from "./topic.ts";
import { shortName, type Vectors, withoutVector } from "./vectors.ts";

const MANY = 0.2;

/** What the reader of a map should know about the collection behind it: missing texts, papers that nothing ties in. */
export function collectionNotes(
  papers: readonly Paper[],
  tree: TopicTree,
  vectors: Vectors | undefined,
): Note[] {
  const notes: Note[] = [];
  const n = papers.length;
  const without = papers.reduce((count, p) => count + (p.abstract === "" ? 1 : 0), 0);
  if (without > n * MANY)
    notes.push({
      level: "warning",
      message: `${without} of ${n} papers have no abstract: they are placed by their titles alone`,
    });
  const loose = tree.topic.reduce((count, t) => count + (t === NO_TOPIC ? 1 : 0), 0);
  if (loose > 0)
    notes.push({
      level: "info",
      message: `${loose} of ${n} papers share too little with the others to have a topic`,
    });
  const bare = vectors ? withoutVector(vectors, n) : 0;
  if (vectors && bare > 0)
    notes.push({
      level: bare > n * MANY ? "warning" : "info",
      message: `the vectors of ${shortName(vectors)} say nothing of ${bare} of ${n} papers: they have no semantic links`,
    });
  return notes;
}
