import { termReadout } from "../edges/readout.ts";
import type { TextEvidence } from "../explain/why.ts";
import type { EdgeList } from "../model/edges.ts";

/** The lists with the shared terms of each link, where a page in one file has left them out. */
export function withReadouts(
  edges: readonly EdgeList[],
  { matrix, concepts }: Pick<TextEvidence, "matrix" | "concepts">,
): EdgeList[] {
  return edges.map((list) => {
    if (list.readout) return list;
    if (list.kind === "keyword") return termReadout(list, matrix.rows, matrix.surface, matrix.common);
    return list.kind === "concept" && concepts ? termReadout(list, concepts.rows, concepts.name) : list;
  });
}
