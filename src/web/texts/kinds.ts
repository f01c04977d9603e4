import type { EdgeKind } from "../../model/edges.ts";
import type { Stage } from "../../model/progress.ts";

/** What a link of each kind is called, in the singular sense of "linked by …". */
export const kindName: Readonly<Record<EdgeKind, string>> = {
  keyword: "Similar text",
  concept: "Shared concepts",
  citation: "Citations",
  coupling: "Same references",
  cocitation: "Cited together",
  mention: "Mentions by name",
  semantic: "Similar vectors",
};

/** What makes a link of each kind. */
export const kindHint: Readonly<Record<EdgeKind, string>> = {
  keyword: "cosine similarity of the terms in title and abstract",
  concept: "methods, data sets, tasks and acronyms that both name",
  citation: "one paper cites the other",
  coupling: "both cite the same works",
  cocitation: "other papers cite both",
  mention: "one paper's text names the method of the other (inferred, not a citation)",
  semantic: "cosine similarity of the vectors that the map was given",
};

/** What is being done while a map is made. */
export const stageName: Readonly<Record<Stage, string>> = {
  read: "Reading",
  text: "Finding terms",
  edges: "Linking papers",
  topics: "Finding topics",
  layout: "Drawing the map",
  names: "Naming topics",
  write: "Finishing",
};
