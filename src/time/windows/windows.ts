import type { Executor } from "../../kernel/executor.ts";
import type { TopicName } from "../../model/assemble.ts";
import type { TopicMap } from "../../model/map.ts";
import type { PhraseTable, TermMatrix } from "../../model/text.ts";
import { nameTopics } from "../../topics/names/names.ts";
import { timesCited } from "../topic-years.ts";
import { type Years, yearsOf } from "../years.ts";
import { changes } from "./changes.ts";
import { clusterWindows, type Window, type WindowInput } from "./cluster.ts";
import { windowFit } from "./fit.ts";
import { type Match, matchWindows, shareFrom, shareInto } from "./match.ts";
import { timeBlocks } from "./periods.ts";
import type { EventKind, Story, TimeEvent } from "./story.ts";
import { turns } from "./turns.ts";

/** A topic of one window. */
export interface WindowTopic extends Pick<TopicName, "name" | "terms" | "mixed"> {
  /** Place of the window, and number of the topic in it. */
  readonly window: number;
  readonly topic: number;
  readonly papers: readonly number[];
  /** The topic of the map that most of its papers are in; −1 where they have none. Its colour. */
  readonly home: number;
}

/** How many papers lead from a topic of a window into one of the next. */
export interface WindowFlow {
  readonly window: number;
  /** Topic of this window, and of the next. */
  readonly from: number;
  readonly to: number;
  /** Shares of either's papers, 0 to 1. */
  readonly into: number;
  readonly of: number;
}

/** A field told in windows of years. */
export interface TimeWindows {
  readonly years: Years;
  readonly windows: readonly Window[];
  /** By window, then by topic. */
  readonly topics: readonly (readonly WindowTopic[])[];
  /** Those of at least a tenth of either topic. Topics without any are there all the same. */
  readonly flows: readonly WindowFlow[];
  /** In the order of windows. */
  readonly events: readonly TimeEvent[];
}

/** What windows are made of beside the map: what `analyse` gives. */
export interface WindowContext extends Pick<WindowInput, "graph"> {
  readonly text: { readonly matrix: TermMatrix; readonly phrases: PhraseTable };
}

const LEAST_FLOW = 0.1;

/**
 * The graph of each window of years clustered anew, the topics of neighbouring windows matched, and what became of them.
 * Without windows (few papers, few years) all lists are empty. Seeded by the map's own seed.
 */
export async function timeWindows(
  map: TopicMap,
  { graph, text }: WindowContext,
  executor: Executor,
  onProgress?: (done: number) => void,
): Promise<TimeWindows> {
  const years = yearsOf(map.papers);
  const { rows } = text.matrix;
  const windows = await clusterWindows(
    { graph, rows, years, seed: map.parameters.seed },
    executor,
    onProgress,
  );
  const topics = windows.map((window, w) => windowTopics(map, window, w, text));
  const { cited } = timesCited(map);
  const fits = windows.map((window) => windowFit(rows, window));
  const matches = windows
    .slice(1)
    .map((after, w) => matchWindows(windows[w], after, [fits[w], fits[w + 1]], map.papers.length));
  const story: Story = { graph, years, blocks: timeBlocks(years), windows, fits, matches, weight: cited };
  const turned = turns(story);
  // What happens to a leftover is no story.
  const events = [...turned, ...changes(story, turned)].filter(
    (event) => eventTopic({ topics }, event).mixed !== true,
  );
  events.sort((a, b) => a.window - b.window || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return { years, windows, topics, flows: matches.flatMap(flowsOf), events };
}

/** The order in which events of one window are told. */
const KINDS: readonly EventKind[] = ["birth", "split", "merge", "growth", "decline", "death"];

function flowsOf(match: Match, window: number): WindowFlow[] {
  const found: WindowFlow[] = [];
  for (let from = 0; from < match.before.count; from++)
    for (let to = 0; to < match.after.count; to++) {
      const [into, of] = [shareInto(match, from, to), shareFrom(match, from, to)];
      if (Math.max(into, of) >= LEAST_FLOW) found.push({ window, from, to, into, of });
    }
  return found;
}

function windowTopics(map: TopicMap, window: Window, w: number, text: WindowContext["text"]): WindowTopic[] {
  const n = map.papers.length;
  const topic = new Int32Array(n).fill(-1);
  for (const [k, i] of window.papers.entries()) topic[i] = window.topic[k];
  const none = { subtopic: new Int32Array(n).fill(-1), parent: new Int32Array(0) };
  const names = nameTopics({ count: window.count, topic, ...none }, text);
  return names.map(({ examples: _, ...name }, t) => {
    const papers = Array.from(window.papers).filter((i) => topic[i] === t);
    return { ...name, window: w, topic: t, papers, home: commonest(papers.map((i) => map.topic[i])) };
  });
}

/** The commonest of some numbers, the smallest of equals; −1 of none. */
function commonest(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  let [best, most] = [-1, 0];
  for (const [number, n] of times) if (n > most || (n === most && number < best)) [best, most] = [number, n];
  return best;
}

/** The name of the topic that an event is about, and the map's topic that it is of. */
export function eventTopic(
  { topics }: Pick<TimeWindows, "topics">,
  { window, before, after, kind }: TimeEvent,
): WindowTopic {
  const isLater = kind === "birth" || kind === "growth" || kind === "merge";
  return isLater ? topics[window][after[0]] : topics[window - 1][before[0]];
}
