import { normalisedRows, type SparseRows, transpose } from "../kernel/rows.ts";
import type { EdgeList } from "../model/edges.ts";
import type { References } from "./references.ts";

/** Direct citations inside the collection, citing to cited, weight 1; sorted by (source, target). */
export function citationEdges(references: References): EdgeList {
  const papers = references.start.length - 1;
  const source: number[] = [];
  const target: number[] = [];
  for (let i = 0; i < papers; i++)
    for (let at = references.start[i]; at < references.start[i + 1]; at++)
      if (references.work[at] < papers) {
        source.push(i);
        target.push(references.work[at]);
      }
  return {
    kind: "citation",
    directed: true,
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    weight: new Float32Array(source.length).fill(1),
  };
}

/** Papers × cited works, for bibliographic coupling (Kessler 1963); see `normalisedRows`. */
export function referenceRows(references: References): SparseRows {
  return normalisedRows(citingRows(references));
}

/** Papers × their citers within the collection, for co-citation (Small 1973). */
export function citerRows(references: References): SparseRows {
  const papers = references.start.length - 1;
  const { start, column } = transpose(citingRows(references));
  return normalisedRows({
    start: start.subarray(0, papers + 1),
    column: column.subarray(0, start[papers]),
    width: papers,
  });
}

/** Papers × works, 1 where a paper cites the work; the first works are the papers themselves. */
function citingRows({ start, work, works }: References): SparseRows {
  return { start, column: work, value: new Float32Array(work.length).fill(1), width: works };
}
