import { mixing, shareFrom } from "./match.ts";
import {
  linked,
  members,
  places,
  type Story,
  sources,
  type TimeEvent,
  targets,
  tellingPapers,
} from "./story.ts";

/** Groups of fewer papers tell nothing of how they mix. */
const LEAST_PAPERS = 8;
/** Two groups are one topic where their links mix at least so well, and two where they mix at most so; see `mixing`. */
const MIXED = { one: 0.8, two: 0.06 } as const;

/** Topics of one window that were one and became several, or the other way round. */
interface Turn {
  readonly window: number;
  readonly parts: readonly number[];
}

/**
 * Splits and merges. That two topics of a window come from one of the window before proves nothing: clustering alone cuts
 * now here, now there. So papers that had no part in it decide, each put to the one of both that its terms are nearer to:
 * in the block before the window, those of the topics that both come from must mix as within one topic; in the block
 * behind it, those of the topics that both lead into must stand apart as two topics do. A merge is that turned round.
 * Nothing is said of the first and the last window, where there are no such papers.
 */
export function turns(story: Story): TimeEvent[] {
  const { windows, matches } = story;
  const all = (kind: "split" | "merge") =>
    firstOnly(
      story,
      windows.map((_, w) => turnsOf(story, w, kind)),
    );
  const splits = all("split").flatMap(({ window, parts }) => {
    const before = wholes(story, window, parts, -1);
    return before.length === 0 ? [] : [told(story, "split", window, before, parts)];
  });
  const merges = all("merge").flatMap(({ window, parts }) => {
    const share = (b: number) => parts.reduce((sum, a) => sum + shareFrom(matches[window], a, b), 0);
    const after = wholes(story, window, parts, 1).sort((a, b) => share(b) - share(a) || a - b);
    return after.length === 0 ? [] : [told(story, "merge", window + 1, parts, after)];
  });
  return [...splits, ...merges];
}

/** The topics of the window before that parts come from, or of the one behind that they lead into; ascending. */
function wholes(story: Story, w: number, parts: readonly number[], step: -1 | 1): number[] {
  const found = new Set(parts.flatMap((t) => (step < 0 ? sources : targets)(story, w, t)));
  return [...found].sort((a, b) => a - b);
}

/** Sets of topics of window w of which each two have split, or are about to merge. */
function turnsOf(story: Story, w: number, kind: "split" | "merge"): Turn[] {
  const topics = places(story.windows[w].count);
  const [one, two] = kind === "split" ? ([-1, 1] as const) : ([1, -1] as const);
  const isTurn = (p: number, q: number) => {
    const together = outside(story, w, one, p, q);
    if (!together || !(mixing(story.graph, ...together) >= MIXED.one)) return false;
    const apart = outside(story, w, two, p, q);
    return apart !== undefined && mixing(story.graph, ...apart) <= MIXED.two;
  };
  const sets: number[][] = [];
  for (const p of topics)
    for (const q of topics) {
      if (q <= p || !isTurn(p, q)) continue;
      const set = sets.find((own) =>
        own.every((t) => t === p || (t !== q && isTurn(Math.min(t, q), Math.max(t, q)))),
      );
      if (set) set.push(q);
      else sets.push([p, q]);
    }
  return sets.map((parts) => ({ window: w, parts }));
}

/**
 * Papers of the window before or behind that are not in window w, of the topics that p and q come from or lead into:
 * those nearer to p, and those nearer to q. Undefined where either are too few.
 */
function outside(
  story: Story,
  w: number,
  step: -1 | 1,
  p: number,
  q: number,
): readonly [readonly number[], readonly number[]] | undefined {
  const near = story.windows[w + step];
  if (!near) return undefined;
  const whole = new Set(wholes(story, w, [p, q], step));
  const papers = near.papers.filter((i, k) => whole.has(near.topic[k]) && !isWithin(story, w, i));
  const nearer = story.fits[w].nearest(papers, [p, q]);
  const of = (t: number) => Array.from(papers).filter((_, k) => nearer[k] === t);
  const [first, second] = [of(p), of(q)];
  return Math.min(first.length, second.length) < LEAST_PAPERS ? undefined : [first, second];
}

function isWithin({ windows, years }: Story, w: number, i: number): boolean {
  return years.of[i] >= windows[w].from && years.of[i] <= windows[w].to;
}

/** Of turns that lead into each other the first. */
function firstOnly({ matches }: Story, all: readonly (readonly Turn[])[]): Turn[] {
  return all.flatMap((own, w) =>
    own.filter(
      ({ parts }) =>
        !(all[w - 1] ?? []).some((earlier) =>
          parts.every((b) => earlier.parts.some((a) => linked(matches[w - 1], a, b))),
        ),
    ),
  );
}

function told(
  story: Story,
  kind: "split" | "merge",
  window: number,
  before: readonly number[],
  after: readonly number[],
): TimeEvent {
  const own = story.windows[window];
  const { years, windows } = story;
  // Those that the window before has not: the others are of the time before the turn.
  const papers = after.flatMap((b) =>
    tellingPapers(
      story,
      members(own, b).filter((i) => years.of[i] > windows[window - 1].to),
    ).slice(0, 6),
  );
  return { kind, window, before, after, from: own.from, to: own.to, papers };
}
