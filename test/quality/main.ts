import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { combineEdges } from "../../src/edges/combine.ts";
import { louvain } from "../../src/kernel/louvain.ts";
import { findResolution, smallestTopic } from "../../src/kernel/resolution.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { fileSource } from "../bench/source.ts";
import { adjustedMutualInformation, adjustedRand } from "./measures.ts";

/**
 * `npm run quality [-- <folder for maps>]`: how well the topics of the labelled collections match their labels, at the
 * labels' number of topics, mean of three seeds, beside one plain Louvain run on the same links. Maps are also written
 * in a plain form (papers with cluster, x and y) where a folder is given.
 */
const COLLECTIONS = [
  "arxiv_cs15_dev.jsonl.gz",
  "arxiv_sci24_dev.jsonl.gz",
  "vispubdata.jsonl.gz",
  "wos_bit_pattern.jsonl.gz",
];
const SEEDS = [1, 2, 3];

/** Labels by the papers' own ids; papers without a label are not scored. */
function labelsOf(path: string): Map<string, string> {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const labels = new Map<string, string>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const { id, label } = JSON.parse(line) as { id?: unknown; label?: unknown };
    if (typeof label === "string" && label !== "") labels.set(String(id), label);
  }
  return labels;
}

const mean = (all: readonly number[]) => all.reduce((a, b) => a + b, 0) / Math.max(1, all.length);
const cell = (value: number) => value.toFixed(3);

/** Mean adjusted Rand index over all pairs of runs. */
function stability(runs: readonly ArrayLike<number>[]): number {
  const each = runs.flatMap((a, i) =>
    runs.slice(i + 1).map((b) => adjustedRand(Array.from(a), Array.from(b))),
  );
  return mean(each);
}

/** The plain way: one Louvain run at the resolution that gives so many communities. */
function plainLouvain(map: TopicMap, wanted: number, seed: number): Uint32Array {
  const graph = combineEdges(map.edges, map.parameters.weights, map.papers.length);
  const { resolution } = findResolution(graph, wanted, smallestTopic(map.papers.length, wanted), seed);
  return louvain(graph, resolution, seed, 1).community;
}

const folder = process.argv[2];
const present = COLLECTIONS.map((name) => `../shared/corpora/${name}`).filter((path) => existsSync(path));
const say = (line: string) => process.stdout.write(`${line}\n`);
if (present.length === 0)
  say("The labelled collections are not there (../shared/corpora): nothing to score.");
else
  say(
    "| collection | topics | AMI | stability | AMI, one Louvain run | its stability |\n|---|---|---|---|---|---|",
  );
for (const path of present) {
  const labels = labelsOf(path);
  const wanted = new Set(labels.values()).size;
  const collection = await readPapers([fileSource(path)], {});
  const maps: TopicMap[] = [];
  for (const seed of SEEDS) maps.push(await buildMap(collection, { seed, topics: wanted }));
  const scored = maps[0].papers.flatMap((paper, i) => (labels.has(paper.id) ? [i] : []));
  const truth = scored.map((i) => labels.get(maps[0].papers[i].id));
  const ami = (topic: ArrayLike<number>) =>
    adjustedMutualInformation(
      truth,
      scored.map((i) => topic[i]),
    );
  const plain = SEEDS.map((seed) => plainLouvain(maps[0], wanted, seed));
  const name = path.replace(/^.*\//, "").replace(/\..*$/, "");
  say(
    `| ${name} | ${wanted} | ${cell(mean(maps.map((m) => ami(m.topic))))} | ${cell(stability(maps.map((m) => m.topic)))} | ${cell(mean(plain.map(ami)))} | ${cell(stability(plain))} |`,
  );
  if (folder === undefined) continue;
  for (const map of maps) {
    const papers = map.papers.map((p, i) => ({
      id: p.id,
      title: p.title,
      cluster: map.topic[i],
      x: map.x[i],
      y: map.y[i],
    }));
    writeFileSync(`${folder}/${name}.${map.parameters.seed}.json`, JSON.stringify({ papers }));
  }
}
