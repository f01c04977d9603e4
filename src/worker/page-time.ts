import { inProcess } from "../kernel/executor.ts";
import type { Monitor } from "../model/progress.ts";
import {
  type CitationBurst,
  citationBursts,
  citationYears,
  type HotPaper,
  hotPapers,
  type SleepingBeauty,
  sleepingBeauties,
} from "../time/citation-years.ts";
import { type TermBurst, type TermColumns, termBursts, termColumns } from "../time/term-bursts.ts";
import { recentFrom, rowTrend, sureness, type Trend } from "../time/trends.ts";
import { type TimeWindows, timeWindows } from "../time/windows/windows.ts";
import { type Years, yearsOf } from "../time/years.ts";
import type { Session } from "./session.ts";

/** A term whose share changed, with its papers. */
export interface TermTrend {
  readonly name: string;
  readonly papers: readonly number[];
  readonly trend: Trend;
}

/** What is bursting, emerging and fading in a map; each list the surest first, and not longer than people read. */
export interface Bursts {
  readonly terms: readonly TermBurst[];
  /** Whether terms are of whole texts or of titles alone. */
  readonly read: TermColumns["read"];
  readonly trends: readonly TermTrend[];
  /** Empty where no paper cites another. */
  readonly citations: readonly CitationBurst[];
  readonly beauties: readonly SleepingBeauty[];
  readonly hot: readonly HotPaper[];
}

/** Rows of a list at most. */
const MOST = 60;

/** Bursts and trends of the session's map. */
export async function burstsOfMap(session: Session): Promise<Bursts> {
  const { map, text } = await session.run();
  const years = yearsOf(map.papers);
  const terms = termColumns(text.phrases, map.papers);
  const cited = citationYears(map.edges, years);
  return {
    terms: termBursts(terms, years).slice(0, MOST),
    read: terms.read,
    trends: termTrends(terms, years),
    citations: cited ? citationBursts(cited, years).slice(0, MOST) : [],
    beauties: cited ? sleepingBeauties(cited, years).slice(0, MOST) : [],
    hot: cited ? hotPapers(cited, years).slice(0, MOST) : [],
  };
}

/** Terms whose share surely rose or fell in the recent years, surest first. O(entries + terms · years). */
function termTrends({ start, paper, name }: TermColumns, years: Years): TermTrend[] {
  const from = recentFrom(years);
  const row = new Uint32Array(years.count);
  const found: TermTrend[] = [];
  for (let t = 0; t < name.length; t++) {
    const papers = Array.from(paper.subarray(start[t], start[t + 1])).filter((i) => years.of[i] >= 0);
    row.fill(0);
    for (const i of papers) row[years.of[i]]++;
    const trend = rowTrend(row, years.papers, from);
    if (trend.kind !== "steady") found.push({ name: name[t], papers, trend });
  }
  const sorted = found.sort((a, b) => sureness(b.trend) - sureness(a.trend) || (a.name < b.name ? -1 : 1));
  const of = (kind: Trend["kind"]) => sorted.filter(({ trend }) => trend.kind === kind).slice(0, MOST / 2);
  return [...of("emerging"), ...of("fading")];
}

/** Windows of years of the session's map. @param listen lets other questions be heard in between */
export async function windowsOfMap(
  session: Session,
  listen: () => Promise<void>,
  monitor: Monitor,
): Promise<TimeWindows> {
  const { map, text, graph } = await session.run();
  return timeWindows(map, { text, graph }, inProcess(undefined, listen), (done) =>
    monitor.onProgress?.("topics", done),
  );
}
