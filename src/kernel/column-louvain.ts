import { coarsen, degreesOf, type Graph, nodeCount } from "./graph.ts";
import { type Random, shuffle } from "./random.ts";

/** Visits per node and level, at most: moves by rounding errors alone must end. */
const MOST_VISITS = 60;

/** What a rounding error can make of a gain, in shares of the node's degree: no gain. */
const SLACK = 1e-10;

/**
 * Louvain's method on typed arrays, for graphs that graphology's takes too long over. Nodes are visited in random order,
 * and again only after a neighbour has moved away (the queue of Traag, Waltman and van Eck 2019).
 * @returns the communities of each node at every level, finest first; none where nothing comes together
 */
export function columnLouvain(graph: Graph, resolution: number, random: Random): Uint32Array[] {
  const levels: Uint32Array[] = [];
  for (let now = graph; ; ) {
    const { community, count } = moveNodes(now, resolution, random);
    if (count === nodeCount(now)) return levels;
    levels.push(levels.at(-1)?.map((c) => community[c]) ?? community);
    now = coarsen(now, community, count);
  }
}

/**
 * Moves nodes one by one to the community where modularity gains most, until none gains. Of equal gains a node stays
 * where it is, or goes to the community that its links name first.
 */
function moveNodes(graph: Graph, resolution: number, random: Random) {
  const { start, neighbour, weight } = graph;
  const n = start.length - 1;
  const degree = degreesOf(graph);
  let total = 0;
  for (const d of degree) total += d;
  const scale = total > 0 ? resolution / total : 0;
  const community = Uint32Array.from({ length: n }, (_, i) => i);
  const strength = degree.slice();
  const into = new Float64Array(n);
  const met = new Uint32Array(n + 1);
  const fresh = new Uint8Array(n).fill(1);
  const queue = community.slice();
  shuffle(queue, random);
  const queued = new Uint8Array(n).fill(1);
  let head = 0;
  let waiting = n;
  for (let left = n * MOST_VISITS; waiting > 0 && left > 0; left--) {
    const i = queue[head];
    head = head + 1 === n ? 0 : head + 1;
    waiting--;
    queued[i] = 0;
    const own = community[i];
    let some = 0;
    for (let e = start[i]; e < start[i + 1]; e++) {
      const c = community[neighbour[e]];
      // Counted without a branch, which no processor could foresee.
      met[some] = c;
      some += fresh[c];
      fresh[c] = 0;
      into[c] += weight[e];
    }
    const cost = degree[i] * scale;
    let best = own;
    let most = into[own] - cost * (strength[own] - degree[i]);
    const slack = SLACK * degree[i];
    for (let k = 0; k < some; k++) {
      const c = met[k];
      if (c === own) continue;
      const gain = into[c] - cost * strength[c];
      if (gain > most + slack) {
        most = gain;
        best = c;
      }
    }
    for (let k = 0; k < some; k++) {
      into[met[k]] = 0;
      fresh[met[k]] = 1;
    }
    if (best === own) continue;
    strength[own] -= degree[i];
    strength[best] += degree[i];
    community[i] = best;
    for (let e = start[i]; e < start[i + 1]; e++) {
      const j = neighbour[e];
      if (queued[j] === 1 || community[j] === best) continue;
      queued[j] = 1;
      const tail = head + waiting;
      queue[tail >= n ? tail - n : tail] = j;
      waiting++;
    }
  }
  return renumber(community);
}

/** Numbers communities in the order of their lowest nodes. In place. */
function renumber(community: Uint32Array): { readonly community: Uint32Array; readonly count: number } {
  const number = new Int32Array(community.length).fill(-1);
  let count = 0;
  for (let i = 0; i < community.length; i++) {
    const c = community[i];
    if (number[c] < 0) number[c] = count++;
    community[i] = number[c];
  }
  return { community, count };
}
