import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { candidateKernel } from "../../src/edges/knn/candidates.ts";
import { exactKernel } from "../../src/edges/knn/exact.ts";
import { candidateInput, exactInput } from "../../src/edges/knn/knn.ts";
import { type KnnBlock, type KnnInput, type KnnOutput, NO_NEIGHBOUR } from "../../src/edges/knn/output.ts";
import { type Executor, inProcess, type Kernel } from "../../src/kernel/executor.ts";
import type { Remember } from "../../src/kernel/memo.ts";
import type { SparseRows } from "../../src/kernel/rows.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import type { TextAnalysis } from "../../src/text/analyse.ts";
import { BACKGROUND } from "../../src/text/background/background.ts";
import { readBackground } from "../../src/text/background/table.ts";
import { fileSource } from "../bench/source.ts";
import { labelsOf } from "./labels.ts";
import { adjustedMutualInformation } from "./measures.ts";

/**
 * `npm run recall [-- <part of a name> [<seeds>]]`: what maps lose where the search for neighbours finds fewer of them. Each
 * collection is mapped with the exact search and with ever smaller budgets of the search by candidates, which is forced
 * on small ones too. AMI is at the labels' number of topics up to 5,000 papers, else at the automatic one; purity is the
 * share of papers of their topic's commonest label, plane@10 that of the ten nearest papers in the plane that have a paper's
 * own label, NP@10 that of the ten nearest by exact cosine which are among the ten nearest in the plane.
 */
const COLLECTIONS = [
  "corpora/arxiv_cs15_dev.jsonl.gz",
  "corpora/arxiv_sci24_dev.jsonl.gz",
  "corpora/vispubdata.jsonl.gz",
  "corpora/arxiv_10k.jsonl.gz",
  "bench/arxiv_100k.jsonl.gz",
];
/** Postings and candidates a row, most first: about .995, .99, .95, .9, .8 and .7 of the neighbours. */
const EFFORTS: readonly (readonly [papers: number, efforts: readonly (readonly [number, number])[]])[] = [
  [
    5_000,
    [
      [3000, 200],
      [1000, 100],
      [500, 80],
      [350, 60],
      [200, 40],
      [100, 25],
    ],
  ],
  [
    20_000,
    [
      [4000, 200],
      [2000, 60],
      [800, 80],
      [400, 60],
      [200, 40],
    ],
  ],
  [
    Number.POSITIVE_INFINITY,
    [
      [10_000, 200],
      [2000, 60],
      [800, 60],
      [300, 40],
    ],
  ],
];
const LABELS_NUMBER = 5_000;
const K = 15;
const NEAREST = 10;
const SAMPLE = 2_000;

/** Runs every search of sparse rows with an effort, exact where there is none; keeps what the first, of terms, found. */
function searching(effort: readonly [number, number] | undefined) {
  const plain = inProcess();
  let first: KnnOutput[] | undefined;
  const executor: Executor = {
    threads: 1,
    async run<Input, Block, Output>(
      kernel: Kernel<Input, Block, Output>,
      input: Input,
      blocks: readonly Block[],
      onBlock?: (done: number) => void,
    ): Promise<Output[]> {
      if (kernel.name !== exactKernel.name && kernel.name !== candidateKernel.name)
        return plain.run(kernel, input, blocks, onBlock);
      const { start, column, value, k } = input as KnnInput;
      const rows = { start, column, value, width: column.reduce((most, c) => Math.max(most, c + 1), 0) };
      const given = blocks as readonly unknown[] as readonly KnnBlock[];
      const outputs = effort
        ? await plain.run(
            candidateKernel,
            { ...candidateInput(rows, k), budget: effort[0], candidates: effort[1] },
            given,
          )
        : await plain.run(exactKernel, exactInput(rows, k), given);
      first ??= outputs;
      return outputs as readonly unknown[] as Output[];
    },
  };
  return { executor, found: () => first ?? [] };
}

/** The nearest rows by exact cosine of some rows, and the cosine of each. */
type Nearest = ReadonlyMap<number, KnnOutput>;

function nearestOf(rows: SparseRows): Nearest {
  const n = rows.start.length - 1;
  const count = Math.min(n, n > 20_000 ? SAMPLE / 4 : SAMPLE);
  const input = exactInput(rows, K);
  const some = Array.from({ length: count }, (_, s) => Math.floor(((s + 0.5) * n) / count));
  return new Map(some.map((i) => [i, exactKernel.run(input, { from: i, to: i + 1 })]));
}

/** Share of the nearest rows that were found. Who is as near as the last of them is as good. */
function recallOf(nearest: Nearest, outputs: readonly KnnOutput[]): number {
  const weight = outputs.flatMap((output) => [...output.weight]);
  let [found, all] = [0, 0];
  for (const [i, { neighbour, weight: exact }] of nearest) {
    const count = neighbour.filter((j) => j !== NO_NEIGHBOUR).length;
    const least = exact[count - 1] - 1e-6;
    all += count;
    for (let s = i * K; s < (i + 1) * K; s++) if (weight[s] > 0 && weight[s] >= least) found++;
  }
  return found / all;
}

const mean = (all: readonly number[]) => all.reduce((a, b) => a + b, 0) / Math.max(1, all.length);
const cell = (value: number) => value.toFixed(3);

function purityOf(topic: ArrayLike<number>, label: readonly (string | undefined)[]): number {
  const counts = new Map<number, Map<string, number>>();
  let all = 0;
  for (const [i, l] of label.entries()) {
    if (l === undefined) continue;
    all++;
    const own = counts.get(topic[i]) ?? new Map<string, number>();
    counts.set(topic[i], own.set(l, (own.get(l) ?? 0) + 1));
  }
  return [...counts.values()].reduce((sum, own) => sum + Math.max(...own.values()), 0) / all;
}

/** Of some papers the ten nearest in the plane: how many have the label, and how many are among the nearest by cosine. */
function planeOf({ x, y }: TopicMap, label: readonly (string | undefined)[], nearest: Nearest) {
  const pure: number[] = [];
  const kept: number[] = [];
  for (const [i, { neighbour }] of nearest) {
    const distance = Float64Array.from(x, (px, j) => (px - x[i]) ** 2 + (y[j] - y[i]) ** 2);
    distance[i] = Number.POSITIVE_INFINITY;
    const reach = distance.slice().sort()[NEAREST - 1];
    const near = label.flatMap((l, j) => (distance[j] <= reach ? [l] : []));
    if (label[i] !== undefined) pure.push(near.filter((l) => l === label[i]).length / near.length);
    const own = [...neighbour.subarray(0, NEAREST)].filter((j) => j !== NO_NEIGHBOUR);
    if (own.length > 0) kept.push(own.filter((j) => distance[j] <= reach).length / own.length);
  }
  return { pure: mean(pure), kept: mean(kept) };
}

const table = readBackground(gunzipSync(readFileSync("data/background.bin")).toString("utf8"));
const background = async () => table;
const [part = "", given] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
say(
  "| collection | postings, candidates | recall@15 | AMI | purity | plane@10 | NP@10 |\n|---|---|---|---|---|---|---|",
);
for (const path of COLLECTIONS.map((name) => `../shared/${name}`)) {
  if (!path.includes(part) || !existsSync(path)) continue;
  const labels = labelsOf(path);
  const collection = await readPapers([fileSource(path)], {});
  const label = collection.papers.map(({ id }) => labels.get(id));
  const n = label.length;
  const seeds = Array.from({ length: Number(given ?? (n > 20_000 ? 1 : 3)) }, (_, s) => s + 1);
  const [, efforts] = EFFORTS.find(([papers]) => n <= papers) ?? [0, []];
  let text: TextAnalysis | undefined;
  let nearest: Nearest = new Map();
  for (const effort of n > 20_000 ? efforts : [undefined, ...efforts]) {
    const { executor, found } = searching(effort);
    // Texts are the same for all, and links for all seeds.
    const links = new Map<string, unknown>();
    const remember: Remember = async <T>(
      name: string,
      _dependencies: readonly unknown[],
      compute: () => Promise<T> | T,
    ) => {
      if (name === "text") {
        text ??= (await compute()) as TextAnalysis;
        return text as T;
      }
      if (name !== "edges" && name !== "graph") return compute();
      if (!links.has(name)) links.set(name, await compute());
      return links.get(name) as T;
    };
    const scores: number[][] = [];
    for (const seed of seeds) {
      const topics = n <= LABELS_NUMBER ? { topics: new Set(labels.values()).size } : {};
      const map = await buildMap(
        collection,
        { seed, ...topics, background: BACKGROUND },
        { executor, remember, background },
      );
      if (nearest.size === 0 && text) nearest = nearestOf(text.matrix.rows);
      const scored = label.flatMap((l, i) => (l === undefined ? [] : [i]));
      const { pure, kept } = planeOf(map, label, nearest);
      scores.push([
        adjustedMutualInformation(
          scored.map((i) => label[i]),
          scored.map((i) => map.topic[i]),
        ),
        purityOf(map.topic, label),
        pure,
        kept,
      ]);
    }
    const name = path.replace(/^.*\//, "").replace(/\..*$/, "");
    const cells = [recallOf(nearest, found()), ...scores[0].map((_, c) => mean(scores.map((s) => s[c])))];
    say(`| ${name} | ${effort ? effort.join(", ") : "exact"} | ${cells.map(cell).join(" | ")} |`);
  }
}
