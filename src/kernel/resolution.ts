import { coarsen, type Graph, nodeCount } from "./graph.ts";
import { countOf, louvain } from "./louvain.ts";
import { clamp } from "./numeric.ts";
import { STREAMS } from "./streams.ts";

// How many topics, chosen by eye: names of more than 18 do not fit a screen. Of many papers they would be bins: with 18, AMI
// is .008 and .021 lower on labelled collections of 3,600 and 10,000 papers than with the number that rises.
const TOPICS_A_ROOT = 1.5;
const FEWEST_TOPICS = 3;
const MOST_TOPICS = 18;
/** From so many papers on the most rises with the fourth root of their number. */
const MANY_PAPERS = 2_500;
const PAPERS_A_TOPIC = 4;

/**
 * Number of topics for n linked papers: 1.5 √n, 3 to 18, and four papers a topic or so; above 2,500 papers more, 25 for
 * 10,000 and 45 for 100,000. 0 where there are none.
 */
export function automaticCount(n: number): number {
  const most = Math.round(MOST_TOPICS * Math.sqrt(Math.sqrt(Math.max(1, n / MANY_PAPERS))));
  const count = clamp(Math.round(TOPICS_A_ROOT * Math.sqrt(n)), FEWEST_TOPICS, most);
  return Math.min(count, Math.ceil(n / PAPERS_A_TOPIC));
}

/** Nodes that have a link. */
export function linkedCount(start: Uint32Array): number {
  let linked = 0;
  for (let i = 0; i + 1 < start.length; i++) if (start[i + 1] > start[i]) linked++;
  return linked;
}

/** Communities smaller than a twelfth of a mean topic, of 3 to 25 papers, are leftovers, not topics (by eye). */
export function smallestTopic(n: number, topics: number): number {
  const mean = Math.floor(n / Math.max(1, topics));
  return clamp(Math.round(mean / 12), clamp(mean, 1, 3), 25);
}

/** Communities of at least `smallest` nodes. */
function countLarge(community: Uint32Array, count: number, smallest: number): number {
  const size = new Uint32Array(count);
  for (const c of community) size[c]++;
  return size.reduce((large, s) => large + (s >= smallest ? 1 : 0), 0);
}

/** Runs of Louvain in one search, at most, and how near to each other two resolutions give the same. */
const MOST_PROBES = 20;
const SAME_RESOLUTION = 1.002;
/**
 * Above this many nodes the search runs on the communities of a first, fine pass: probes then cost next to nothing.
 * From 1,000 on, topics of four labelled collections match their labels within .003 AMI, but seeds agree .01 less.
 */
const MOST_DIRECT = 4_000;
const FINE_RESOLUTION = 4;
/** Resolutions looked at: beyond, every node is a topic, or all are one. */
const LEAST_RESOLUTION = 1 / 64;
const MOST_RESOLUTION = 1024;

/**
 * The resolution at which Louvain gives `wanted` communities of at least `smallest` nodes, by bisection on a logarithmic
 * scale between two powers of 2; the nearest one found if none gives it exactly.
 */
export function findResolution(graph: Graph, wanted: number, smallest: number, seed: number): number {
  const fine =
    nodeCount(graph) > MOST_DIRECT
      ? louvain(graph, FINE_RESOLUTION, seed, STREAMS.fineCommunities).levels[0]
      : undefined;
  const searched = fine ? coarsen(graph, fine, countOf(fine)) : graph;
  let probes = 0;
  const countAt = (resolution: number) => {
    const { community, count } = louvain(searched, resolution, seed, STREAMS.probes + probes++);
    return countLarge(fine ? fine.map((c) => community[c]) : community, count, smallest);
  };
  let best = { resolution: 1, count: countAt(1) };
  const tooFew = (resolution: number) => {
    const count = countAt(resolution);
    if (Math.abs(count - wanted) < Math.abs(best.count - wanted)) best = { resolution, count };
    return count < wanted;
  };
  const rising = best.count < wanted;
  let [low, high] = [1, 1];
  while (best.count !== wanted && high < MOST_RESOLUTION && low > LEAST_RESOLUTION) {
    if (rising) high *= 2;
    else low /= 2;
    if (tooFew(rising ? high : low) !== rising) break;
    if (rising) low = high;
    else high = low;
  }
  while (best.count !== wanted && probes < MOST_PROBES && high / low > SAME_RESOLUTION) {
    const middle = Math.sqrt(low * high);
    if (tooFew(middle)) low = middle;
    else high = middle;
  }
  return best.resolution;
}
