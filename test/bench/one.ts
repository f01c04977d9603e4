import { totalmem } from "node:os";
import { threadExecutor } from "../../src/cli/threads.ts";
import { toGexf } from "../../src/export/gexf.ts";
import type { Graph } from "../../src/kernel/graph.ts";
import type { Remember } from "../../src/kernel/memo.ts";
import type { SparseRows } from "../../src/kernel/rows.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import type { TextAnalysis } from "../../src/text/analyse.ts";
import { literalPipeline } from "./literal.ts";
import { startLaps, startMeter } from "./meter.ts";
import { neighboursKept, recallOf } from "./quality.ts";
import { fileSource } from "./source.ts";

/** What one run of one pipeline on one collection took; printed as one line of JSON. */
export interface RunResult {
  readonly papers: number;
  readonly topics: number;
  readonly edges: number;
  /** CPU seconds, all threads. */
  readonly cpu: number;
  readonly wall: number;
  /** Peak resident memory, MB. */
  readonly memory: number;
  /** Recall of the keyword neighbours, and NP@10 of the layout. */
  readonly recall?: number;
  readonly kept?: number;
  readonly stages: readonly (readonly [stage: string, cpu: number])[];
}

async function ours(path: string, threads: number): Promise<RunResult> {
  const meter = startMeter();
  const laps = startLaps("read");
  const collection = await readPapers([fileSource(path)], {});
  const executor = await threadExecutor(threads);
  let stage = "text";
  laps.lap(stage);
  const onProgress = (next: string) => {
    if (next === stage) return;
    stage = next;
    laps.lap(stage);
  };
  // What the measures below need of the stages in between.
  const made = new Map<string, unknown>();
  const remember: Remember = async (name, _dependencies, compute) => {
    const value = await compute();
    if (name === "text") made.set("rows", (value as TextAnalysis).matrix.rows);
    if (name === "graph") made.set("graph", value);
    return value;
  };
  const map = await buildMap(collection, {}, { executor, remember, monitor: { onProgress } });
  laps.lap("write");
  let characters = 0;
  for (const chunk of encodeMap(map)) characters += chunk.length;
  for (const chunk of toGexf(map)) characters += chunk.length;
  const stages = [...laps.seconds()];
  const { cpu, wall } = meter();
  const memory = peakMemory();
  await executor.close();
  if (characters === 0) throw new Error("nothing was written");
  return {
    papers: map.papers.length,
    topics: map.topics.filter((t) => t.parent === undefined).length,
    edges: map.edges.reduce((sum, list) => sum + list.source.length, 0),
    cpu,
    wall,
    memory,
    recall: await recallOf(made.get("rows") as SparseRows, map.parameters.neighbours),
    kept: neighboursKept(made.get("graph") as Graph, map.x, map.y),
    stages,
  };
}

async function literal(path: string): Promise<RunResult> {
  const { papers } = await readPapers([fileSource(path)], {});
  const meter = startMeter();
  const stages = [...literalPipeline(papers)];
  return { papers: papers.length, topics: 0, edges: 0, ...meter(), memory: peakMemory(), stages };
}

/** Peak resident memory of this process, MB. */
function peakMemory(): number {
  const { maxRSS } = process.resourceUsage();
  return Math.min(maxRSS * 1024, totalmem()) / 1e6;
}

const [which, path, threads] = process.argv.slice(2);
const result = which === "literal" ? await literal(path) : await ours(path, Number(threads));
process.stdout.write(`${JSON.stringify(result)}\n`);
