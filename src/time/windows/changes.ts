import { type Trend, trendOf } from "../trends.ts";
import { tally } from "./match.ts";
import {
  linked,
  members,
  papersOf,
  places,
  type Story,
  sources,
  type TimeEvent,
  targets,
  tellingPapers,
} from "./story.ts";

/*
 * What is an event and what is chance, by eye on the papers of IEEE Vis of 1990 to 2016 and on ACL, and with their years
 * shuffled, where a window's topics differ from the years before and behind by chance alone.
 */
/** A topic is born where its share is so many times that of the years before, and surely at least so many; it dies the other way round. */
const BORN = { ratio: 4, least: 1.5 } as const;
/** It grows, or declines, where the same holds of less. */
const GROWN = { ratio: 1.6, least: 1.25 } as const;
/** Blocks of years that a window is compared with: as many as it has. */
const BLOCKS = 2;

/** A topic of a window and how its share differs from the years before or behind it. */
interface Change {
  readonly window: number;
  readonly topic: number;
  readonly trend: Trend;
  readonly isWhole: boolean;
}

/**
 * Births and growth, declines and deaths: the share of the papers that fit a topic in its own window, and in the two
 * blocks before (behind) it, which share no paper with it; both are counted by the same measure, so that a topic that is
 * found in one window and hidden in another is no event. Of a topic that goes on rising from window to window the first
 * step is told, or its birth; of one that goes on falling the last one, or its death.
 * @param turned splits and merges: what becomes of their topics is told by them
 */
export function changes(story: Story, turned: readonly TimeEvent[]): TimeEvent[] {
  const { windows, years } = story;
  const rises = windows.map((_, w) => changesOf(story, w, [w - BLOCKS, w - 1], 1));
  const falls = windows.map((_, w) => changesOf(story, w, [w + BLOCKS, w + 2 * BLOCKS - 1], -1));
  const found: TimeEvent[] = [];
  for (const { window, topic, trend, isWhole } of firstOf(story, rises)) {
    if (isTold(story, turned, window, topic)) continue;
    const own = members(windows[window], topic);
    const isNew = (i: number) => isWhole || window === 0 || years.of[i] > windows[window - 1].to;
    const fresh = own.some(isNew) ? own.filter(isNew) : own;
    const before = isWhole ? [] : sources(story, window, topic);
    found.push(told(story, isWhole ? "birth" : "growth", window, before, [topic], fresh, trend));
  }
  for (const { window, topic, trend, isWhole } of lastOf(story, falls)) {
    if (isTold(story, turned, window, topic)) continue;
    const after = isWhole ? [] : targets(story, window, topic);
    const own = members(windows[window], topic);
    found.push(told(story, isWhole ? "death" : "decline", window + 1, [topic], after, own, trend));
  }
  return found;
}

/** @param sign 1 where the window has more than the blocks it is compared with, −1 where it has more than those behind it */
function changesOf(story: Story, w: number, [from, to]: readonly [number, number], sign: 1 | -1): Change[] {
  const window = story.windows[w];
  const other = papersOf(story, from, to);
  if (other.length === 0) return [];
  const own = tally(story.fits[w].of(window.papers), window.count);
  const beyond = tally(story.fits[w].of(other), window.count);
  return places(window.count).flatMap((topic) => {
    const [n, m] = [window.papers.length, other.length];
    // Always how many times more the window itself has.
    const up = trendOf(beyond[topic], m, own[topic], n);
    const isWhole = up.ratio >= BORN.ratio && up.low >= BORN.least;
    if (!isWhole && !(up.ratio >= GROWN.ratio && up.low >= GROWN.least)) return [];
    const trend = sign > 0 ? up : trendOf(own[topic], n, beyond[topic], m);
    return [{ window: w, topic, trend, isWhole }];
  });
}

/** Of rises that lead into each other the first, unless a later one is a birth and it is none. */
function firstOf({ matches }: Story, rises: readonly (readonly Change[])[]): Change[] {
  return rises.flatMap((own, w) =>
    own.filter(({ topic, isWhole }) => {
      const earlier = (rises[w - 1] ?? []).some(
        (one) => linked(matches[w - 1], one.topic, topic) && (one.isWhole || !isWhole),
      );
      const later = (rises[w + 1] ?? []).some(
        (one) => linked(matches[w], topic, one.topic) && one.isWhole && !isWhole,
      );
      return !earlier && !later;
    }),
  );
}

/** Of falls that lead into each other the last, unless an earlier one is a death and it is none. */
function lastOf({ matches }: Story, falls: readonly (readonly Change[])[]): Change[] {
  return falls.flatMap((own, w) =>
    own.filter(({ topic, isWhole }) => {
      const later = (falls[w + 1] ?? []).some(
        (one) => linked(matches[w], topic, one.topic) && (one.isWhole || !isWhole),
      );
      const earlier = (falls[w - 1] ?? []).some(
        (one) => linked(matches[w - 1], one.topic, topic) && one.isWhole && !isWhole,
      );
      return !later && !earlier;
    }),
  );
}

/** Whether a topic, or one that it comes from or leads into, splits or merges there. */
function isTold({ matches }: Story, turned: readonly TimeEvent[], w: number, topic: number): boolean {
  return turned.some(({ window, before, after }) => {
    if (window - 1 === w) return before.includes(topic);
    if (window === w) return after.includes(topic);
    if (window === w + 2) return before.some((t) => linked(matches[w], topic, t));
    return window === w - 1 && after.some((t) => linked(matches[w - 1], t, topic));
  });
}

function told(
  story: Story,
  kind: TimeEvent["kind"],
  window: number,
  before: readonly number[],
  after: readonly number[],
  papers: readonly number[],
  trend: Trend,
): TimeEvent {
  const columns = papers.map((i) => story.years.of[i]);
  return {
    kind,
    window,
    before,
    after,
    from: columns.reduce((a, b) => Math.min(a, b), story.years.count - 1),
    to: columns.reduce((a, b) => Math.max(a, b), 0),
    papers: tellingPapers(story, papers),
    trend,
  };
}
