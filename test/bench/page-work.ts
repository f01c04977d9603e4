import type { TopicMap } from "../../src/model/map.ts";
import { mixedParameters, regrouped } from "../../src/worker/regroup.ts";
import { createSession } from "../../src/worker/session.ts";
import { startMeter } from "./meter.ts";
import { fileSource } from "./source.ts";

/** CPU milliseconds of what the page asks its worker. */
export interface WorkTimes {
  readonly papers: number;
  /** Why two papers are linked: the first link of an opened map, then the mean and the slowest of 300 others. */
  readonly evidence: { readonly first: number; readonly mean: number; readonly slowest: number };
  /** Other topics at another resolution: the first move of the slider, then the mean and the slowest of the others. */
  readonly regrouping: { readonly first: number; readonly mean: number; readonly slowest: number };
}

/** Asks what the page asks about a collection, of the same code, in this process. */
export async function workTimes(file: string): Promise<WorkTimes> {
  const builder = createSession();
  await builder.read([fileSource(file)]);
  const map = await builder.build();
  const session = createSession();
  session.open(map);
  const links = evenly(map, 301);
  const evidence: number[] = [];
  for (const [i, j] of links) evidence.push(await timed(() => session.why(i, j)));
  const { weights } = map.parameters;
  const regrouping: number[] = [];
  for (const finer of [2, 1.4, 0.7, 0.5, 2.8, 4])
    regrouping.push(
      await timed(async () => {
        const given = mixedParameters(map, { finer, weights });
        const { graph } = await session.run();
        return regrouped(map, graph, await session.preview({ parameters: given }), given);
      }),
    );
  return { papers: map.papers.length, evidence: summary(evidence), regrouping: summary(regrouping) };
}

async function timed(work: () => unknown): Promise<number> {
  const meter = startMeter();
  await work();
  return meter().cpu * 1000;
}

function summary([first, ...others]: readonly number[]) {
  const mean = others.reduce((sum, time) => sum + time, 0) / others.length;
  return { first, mean, slowest: Math.max(...others) };
}

/** Links of all strengths. */
function evenly({ edges: [list] }: TopicMap, count: number): [number, number][] {
  const step = Math.max(1, Math.floor(list.source.length / count));
  return Array.from({ length: count }, (_, k): [number, number] => [
    list.source[(k * step) % list.source.length],
    list.target[(k * step) % list.source.length],
  ]);
}
