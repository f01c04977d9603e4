import { ancestors, descendants, UNREACHED } from "../../citations/reach.ts";
import type { MapState } from "../page/map-state.ts";
import type { CitationModel } from "./model.ts";
import type { FoundPath } from "./store.ts";

/** What of the view is lit, and why. */
export interface Light {
  /** The paper whose past and future are lit; with the steps to each of them. */
  readonly center: number | undefined;
  readonly before: Int32Array | undefined;
  readonly after: Int32Array | undefined;
  /** Arcs towards what it builds on, and from what builds on it; nearest first. */
  readonly past: readonly number[];
  readonly future: readonly number[];
  /** Papers of the main path (while it is walked) and of the path found, in their order. */
  readonly main: readonly number[];
  readonly path: readonly number[];
  /** Whether anything is lit. */
  readonly any: boolean;
}

const MOST_ARCS = 2500;

/** Lights the past and future of a paper and the paths. O(arcs). */
export function lightOf(
  { graph }: CitationModel,
  center: number | undefined,
  main: readonly number[],
  path: readonly number[],
): Light {
  const before = center === undefined ? undefined : ancestors(graph, center);
  const after = center === undefined ? undefined : descendants(graph, center);
  const past: number[] = [];
  const future: number[] = [];
  for (let a = 0; a < graph.from.length; a++) {
    const [from, to] = [graph.from[a], graph.to[a]];
    if (before && before[from] !== UNREACHED) past.push(a);
    else if (after && after[to] !== UNREACHED) future.push(a);
  }
  const near = (steps: Int32Array | undefined, end: Uint32Array) => (a: number, b: number) =>
    (steps?.[end[a]] ?? 0) - (steps?.[end[b]] ?? 0) || a - b;
  return {
    center,
    before,
    after,
    past: past.sort(near(before, graph.from)).slice(0, MOST_ARCS),
    future: future.sort(near(after, graph.to)).slice(0, MOST_ARCS),
    main,
    path,
    any: center !== undefined || main.length > 0 || path.length > 0,
  };
}

/** Whether paper i is lit. */
export function isLit({ center, before, after, main, path }: Light, i: number): boolean {
  return (
    i === center ||
    (before !== undefined && before[i] !== UNREACHED) ||
    (after !== undefined && after[i] !== UNREACHED) ||
    main.includes(i) ||
    path.includes(i)
  );
}

/** What is lit now: the paper on the card, the main path while it is walked, the path that was found. */
export function litNow(
  now: MapState,
  at: number | undefined,
  path: FoundPath | undefined | "none",
  model: CitationModel,
) {
  const focus = now.focus.peek();
  const main = at === undefined ? [] : model.main.papers;
  const steps = path === undefined || path === "none" ? [] : path.steps;
  const ends = Object.values(now.pathEnds.peek());
  const papers = steps.length > 0 ? [steps[0].from, ...steps.map(({ to }) => to)] : ends;
  const pair = focus.kind === "link" ? [focus.from, focus.to] : [];
  const open = focus.kind === "paper" ? focus.paper : undefined;
  // A walk or a path is the whole story while it lasts: the card must not drown it.
  const center = at === undefined && steps.length === 0 ? open : undefined;
  const isReal = (kind: string) => kind === "citation" || kind === "mention";
  return {
    light: lightOf(model, center, main, [...papers, ...pair]),
    standing: at === undefined ? open : main[at],
    loose: steps
      .filter(({ reasons }) => !reasons.some(({ kind }) => isReal(kind)))
      .map(({ from, to, reasons }) => [from, to, reasons[0].kind] as const),
  };
}
