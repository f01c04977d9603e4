import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createMemory } from "../../src/kernel/memo.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/parameters.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { BACKGROUND } from "../../src/text/background/background.ts";
import { readBackground } from "../../src/text/background/table.ts";
import { fileSource } from "../bench/source.ts";
import { areaSheet } from "./areas.ts";
import { latentKMeans, plainLouvain, plainRows } from "./baselines.ts";
import { labelsOf } from "./labels.ts";
import { adjustedMutualInformation, meanAgreement } from "./measures.ts";
import { nameSheet } from "./names.ts";
import { outsidePatches } from "./patches.ts";

/**
 * `npm run quality [-- <folder for maps>]`: how well the topics of the labelled collections match their labels, at the
 * labels' number of topics, mean of three seeds, beside what one would do first: Louvain on plain TF-IDF
 * neighbours, and KMeans on LSA; and without citations. "outside" is the share of papers outside the largest patch of their
 * topic, of the map as it is where no number of topics is asked for. Maps are also written in a plain form (papers with
 * cluster, x and y) where a folder is given. `npm run quality -- --names` prints the names of topics to judge instead,
 * `--areas` those of areas and how much seeds agree on them.
 */
const COLLECTIONS = [
  "arxiv_cs15_dev.jsonl.gz",
  "arxiv_sci24_dev.jsonl.gz",
  "vispubdata.jsonl.gz",
  "wos_bit_pattern.jsonl.gz",
];
const SEEDS = [1, 2, 3];
const TEXT_ALONE = { ...DEFAULT_PARAMETERS.weights, citation: 0, coupling: 0 };

const mean = (all: readonly number[]) => all.reduce((a, b) => a + b, 0) / Math.max(1, all.length);
const cell = (value: number) => value.toFixed(3);

const folder = process.argv[2];
const known = { background: BACKGROUND };
/** Once for all maps. None of the labelled collections is in it. */
const table = readBackground(gunzipSync(readFileSync("data/background.bin")).toString("utf8"));
const background = async () => table;
const present = COLLECTIONS.map((name) => `../shared/corpora/${name}`).filter((path) => existsSync(path));
const say = (line: string) => process.stdout.write(`${line}\n`);
if (folder === "--names") {
  await nameSheet(say, background);
  process.exit();
}
if (folder === "--areas") {
  await areaSheet(say, background);
  process.exit();
}
if (present.length === 0)
  say("The labelled collections are not there (../shared/corpora): nothing to score.");
else
  say(
    "| collection | topics | AMI | stability | outside | AMI, text alone | plain TF-IDF + Louvain | its stability | KMeans on LSA | its stability |\n|---|---|---|---|---|---|---|---|---|---|",
  );
for (const path of present) {
  const labels = labelsOf(path);
  const wanted = new Set(labels.values()).size;
  const collection = await readPapers([fileSource(path)], {});
  const maps: TopicMap[] = [];
  const outside: number[] = [];
  for (const seed of SEEDS) {
    const remember = createMemory();
    outside.push(outsidePatches(await buildMap(collection, { seed, ...known }, { remember, background })));
    maps.push(await buildMap(collection, { seed, topics: wanted, ...known }, { remember, background }));
  }
  const scored = maps[0].papers.flatMap((paper, i) => (labels.has(paper.id) ? [i] : []));
  const truth = scored.map((i) => labels.get(maps[0].papers[i].id));
  const ami = (topic: ArrayLike<number>) =>
    adjustedMutualInformation(
      truth,
      scored.map((i) => topic[i]),
    );
  const cites = maps[0].edges.some(({ kind }) => kind === "citation" || kind === "coupling");
  const textAlone: TopicMap[] = [];
  if (cites)
    for (const seed of SEEDS)
      textAlone.push(
        await buildMap(collection, { seed, topics: wanted, weights: TEXT_ALONE, ...known }, { background }),
      );
  const rows = plainRows(maps[0].papers);
  const both = [await plainLouvain(rows, wanted, SEEDS), latentKMeans(rows, wanted, SEEDS)];
  const name = path.replace(/^.*\//, "").replace(/\..*$/, "");
  const cells = [
    cell(mean(maps.map((m) => ami(m.topic)))),
    cell(meanAgreement(maps.map((m) => m.topic))),
    cell(mean(outside)),
    cites ? cell(mean(textAlone.map((m) => ami(m.topic)))) : "the same",
    ...both.flatMap((runs) => [cell(mean(runs.map(ami))), cell(meanAgreement(runs))]),
  ];
  say(`| ${name} | ${wanted} | ${cells.join(" | ")} |`);
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
