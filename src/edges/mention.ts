import type { EdgeList } from "../model/edges.ts";
import type { Mentions } from "../model/text.ts";

/** Directed edges of weight 1 from each paper that names a system to the paper that introduces it. */
export function mentionEdges({ source, target, quoted }: Mentions): EdgeList {
  const weight = new Float32Array(source.length).fill(1);
  return { kind: "mention", directed: true, source, target, weight, mentions: quoted };
}
