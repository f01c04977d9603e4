import type { RawRecord } from "../record.ts";

/** Where a work was printed: the numbers that tell two works of one title apart. 0 where a record does not say. */
export interface Printed {
  readonly volume: number;
  readonly issue: number;
  /** First page, or article number. */
  readonly page: number;
  readonly venue: "journal" | "conference" | "unknown";
}

/** Of a record that says nothing of it: one object for all. */
export const UNKNOWN: Printed = { volume: 0, issue: 0, page: 0, venue: "unknown" };
const CONFERENCE_TYPE = /proceedings|^(?:paper-)?conference|^(?:conf|cpaper)$/i;
const JOURNAL_TYPE = /^(?:jour|article|journal[ -]?article|article-journal)$/i;
const CONFERENCE = /\b(?:proceedings|proc\.|conference|conf\.|symposium|workshop|congress)(?!\w)/i;
/** Journals that are called proceedings. */
const SERIES =
  /\bproc(?:eedings|\.)?\s(?:of\s)?(?:the\s)?(?:national|royal|ieee\b(?!.*\bconf)|acm on|vldb|london|american math|cambridge phil|edinburgh)/i;
const JOURNAL =
  /\b(?:journal|transactions|trans\.|letters|magazine|annals|quarterly|archives|zeitschrift|revue|revista)\b/i;
const PREPRINT = /arxiv|rxiv\b|\bcorr\b|preprint|ssrn|research square/i;

/** Reads volume, issue, first page and the kind of venue off a record. @param venue its venue, cleaned */
export function printedIn({ volume, issue, pages, type }: RawRecord, venue: string): Printed {
  if (last.type !== type || last.venue !== venue)
    last = { type, venue, kind: venueKind(type?.trim() ?? "", venue) };
  const { kind } = last;
  if (volume === undefined && issue === undefined && pages === undefined && kind === "unknown")
    return UNKNOWN;
  const page = firstNumber(pages);
  return {
    volume: firstNumber(volume),
    issue: firstNumber(issue),
    // Many count each article from 1: that tells nothing apart.
    page: page === 1 ? 0 : page,
    venue: kind,
  };
}

/** Records of one file are often of one venue: what it is is settled once. */
let last: { readonly type: string | undefined; readonly venue: string; readonly kind: Printed["venue"] } = {
  type: undefined,
  venue: "",
  kind: "unknown",
};

function venueKind(type: string, venue: string): Printed["venue"] {
  if (PREPRINT.test(venue) || PREPRINT.test(type)) return "unknown";
  if (CONFERENCE_TYPE.test(type)) return "conference";
  const conference = CONFERENCE.test(venue) && !SERIES.test(venue);
  // Services call papers in proceedings articles, too: the venue's own name says more.
  if (conference) return "conference";
  return JOURNAL_TYPE.test(type) || JOURNAL.test(venue) || SERIES.test(venue) ? "journal" : "unknown";
}

function firstNumber(text: string | undefined): number {
  const digits = text === undefined ? undefined : /\d{1,9}/.exec(text)?.[0];
  return digits === undefined ? 0 : Number(digits);
}

/** Whether two works of one title were printed in different places: another volume, issue or first page. */
export function printedApart(a: Printed, b: Printed): boolean {
  const differ = (x: number, y: number) => x !== 0 && y !== 0 && x !== y;
  return differ(a.volume, b.volume) || differ(a.issue, b.issue) || differ(a.page, b.page);
}
