import type { Executor } from "../kernel/executor.ts";
import { type Graph, symmetric } from "../kernel/graph.ts";
import { type Embedding, latentCosine } from "../kernel/lsa.ts";
import type { SparseRows } from "../kernel/rows.ts";
import { createTopK } from "../kernel/topk.ts";
import type { EdgeList } from "../model/edges.ts";
import { type AffinityInput, affinityKernel, blend } from "./affinity-kernel.ts";
import { blocksOf, unionEdges } from "./knn/knn.ts";

/**
 * The share of its similarity that a two-hop link (to a neighbour's neighbour) weighs. At 1, the map keeps fewer of the
 * papers' own neighbours (.26 and .25 of 15 on two labelled collections); without two-hop links, fewer papers stand among
 * their label (.62 and .74 of 10). At .65: .28 and .26 of the neighbours, .64 and .75 of the labels.
 */
const TWO_HOP_SHARE = 0.65;

/**
 * Where topics and layout see the strongest links only, few two-hop links are among them: they are looked for among
 * fewer papers, at half of the cost (on 100,000 papers AMI .460 instead of .454, neighbours kept .166 instead of .162,
 * labels in the plane .319 instead of .320).
 */
const FEWER_FROM = 20_000;

/**
 * What topics and layout see in the place of keyword edges: papers on one subject in different words come together. The
 * same links, with the cosine of the terms and for a fifth the latent cosine; and links from each paper to its k best
 * among its neighbours' neighbours, fainter (at most half as many in large collections). Never drawn or written: what is shown and
 * explained stays the keyword edges themselves. O(papers · k²).
 * @param keyword union kNN of the rows, sorted by source, then target
 * @param latent the latent rows of the same papers (`latentRows`)
 * @param k neighbours per paper, ≥ 1
 */
export async function affinityEdges(
  keyword: EdgeList,
  rows: SparseRows,
  latent: Embedding,
  k: number,
  executor: Executor,
): Promise<EdgeList> {
  const n = rows.start.length - 1;
  const [nearest, likely] = n > FEWER_FROM ? [Math.ceil(k / 3), Math.ceil(k / 2)] : [k, 2 * k];
  const linked = symmetric([keyword], n);
  const input: AffinityInput = { near: strongest(linked, nearest), linked, rows, latent, likely, k };
  const outputs = await executor.run(affinityKernel, input, blocksOf(n));
  const { kind, directed, source, target } = keyword;
  const weight = keyword.weight.map((w, e) => blend(w, latentCosine(latent, source[e], target[e])));
  const twoHop = unionEdges(outputs, kind, k, n);
  const faint = { ...twoHop, weight: twoHop.weight.map((w) => w * TWO_HOP_SHARE) };
  return mergeEdges({ kind, directed, source, target, weight }, faint);
}

/** The k strongest links of each node, strongest first; ties to the lower neighbour. Not symmetric. */
function strongest(graph: Graph, k: number): Graph {
  const n = graph.start.length - 1;
  const start = new Uint32Array(n + 1);
  const neighbour = new Uint32Array(graph.neighbour.length);
  const weight = new Float32Array(graph.weight.length);
  const best = createTopK(k);
  let to = 0;
  for (let i = 0; i < n; i++) {
    best.clear();
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) best.add(graph.neighbour[e], graph.weight[e]);
    neighbour.set(best.row.subarray(0, best.size()), to);
    weight.set(best.score.subarray(0, best.size()), to);
    to += best.size();
    start[i + 1] = to;
  }
  return { start, neighbour: neighbour.slice(0, to), weight: weight.slice(0, to) };
}

/** Both lists in one, sorted; a link of both keeps the weight of the first. */
export function mergeEdges(first: EdgeList, second: EdgeList): EdgeList {
  const most = first.source.length + second.source.length;
  const source = new Uint32Array(most);
  const target = new Uint32Array(most);
  const weight = new Float32Array(most);
  let to = 0;
  const put = (list: EdgeList, e: number) => {
    source[to] = list.source[e];
    target[to] = list.target[e];
    weight[to++] = list.weight[e];
  };
  let [a, b] = [0, 0];
  while (a < first.source.length || b < second.source.length) {
    const order = compareLinks(first, a, second, b);
    if (order <= 0) put(first, a++);
    else put(second, b);
    if (order >= 0) b++;
  }
  const { kind, directed } = first;
  return {
    kind,
    directed,
    source: source.slice(0, to),
    target: target.slice(0, to),
    weight: weight.slice(0, to),
  };
}

/** By source, then target; the end of a list comes after every link. */
function compareLinks(first: EdgeList, a: number, second: EdgeList, b: number): number {
  if (a === first.source.length) return 1;
  if (b === second.source.length) return -1;
  return first.source[a] - second.source[b] || first.target[a] - second.target[b];
}
