import type { Graph } from "../../kernel/graph.ts";
import type { Trend } from "../trends.ts";
import type { Years } from "../years.ts";
import type { Window } from "./cluster.ts";
import type { WindowFit } from "./fit.ts";
import { type Match, shareFrom, shareInto } from "./match.ts";
import type { Period } from "./periods.ts";

/** What can become of a topic from one window of years to the next. */
export type EventKind = "birth" | "growth" | "split" | "merge" | "decline" | "death";

/** One turn in the story of a field. */
export interface TimeEvent {
  readonly kind: EventKind;
  /** Place of the window of the topics `after`; those `before` are of the window before it. */
  readonly window: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Columns of years: of the window in which it is seen; of a death or decline, of the last in which the topic was strong. */
  readonly from: number;
  readonly to: number;
  /** The papers that carried it, those that count most first. */
  readonly papers: readonly number[];
  /** How the share of its papers changed; absent for splits and merges. */
  readonly trend?: Trend;
}

/** All that events are read off. */
export interface Story {
  readonly graph: Graph;
  readonly years: Years;
  /** Window w is blocks w and w + 1. */
  readonly blocks: readonly Period[];
  readonly windows: readonly Window[];
  readonly fits: readonly WindowFit[];
  /** matches[w] is of windows w and w + 1. */
  readonly matches: readonly Match[];
  /** What counts most: citations of each paper. */
  readonly weight: ArrayLike<number>;
}

/** The most papers told with an event. */
const MOST_PAPERS = 12;

/** The papers of blocks `from` … `to`, as far as there are such. */
export function papersOf({ blocks, years }: Story, from: number, to: number): Uint32Array {
  const [first, last] = [Math.max(0, from), Math.min(blocks.length - 1, to)];
  if (first > last) return new Uint32Array(0);
  return Uint32Array.from(years.of.keys()).filter(
    (i) => years.of[i] >= blocks[first].from && years.of[i] <= blocks[last].to,
  );
}

/** The papers of a topic of a window. */
export function members({ papers, topic }: Window, t: number): number[] {
  return Array.from(papers).filter((_, k) => topic[k] === t);
}

/** Those papers that count most, then the earliest. */
export function tellingPapers({ weight, years }: Story, papers: readonly number[]): number[] {
  return [...papers]
    .sort((i, j) => weight[j] - weight[i] || years.of[i] - years.of[j] || i - j)
    .slice(0, MOST_PAPERS);
}

/** 0 … count−1. */
export const places = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

/** Share of a topic that makes it the next step of another. */
const LINE = 0.3;

/** Topics of the window before w that topic b of it comes from. */
export function sources({ windows, matches }: Story, w: number, b: number): number[] {
  return places(windows[w - 1]?.count ?? 0).filter((a) => shareFrom(matches[w - 1], a, b) >= LINE);
}

/** Topics of the window behind w that topic a of it leads into. */
export function targets({ windows, matches }: Story, w: number, a: number): number[] {
  return places(windows[w + 1]?.count ?? 0).filter((b) => shareInto(matches[w], a, b) >= LINE);
}

/** Whether topic a of a window and b of the next are steps of one line. */
export function linked(match: Match, a: number, b: number): boolean {
  return Math.max(shareFrom(match, a, b), shareInto(match, a, b)) >= LINE;
}
