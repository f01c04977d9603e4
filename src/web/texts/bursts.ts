import { plural, weight } from "../../view/numbers.ts";

/** The words of bursts and trends; loaded with them. */
export const burstTexts = {
  waiting: "Reading the texts for bursts and trends…",
  cancel: "Cancel",
  cancelled: "Bursts and trends were not looked for.",
  again: "Look for them",
  none: "Nothing bursts, emerges or fades here beyond chance.",
  open: "Select its papers",
  terms: "Bursts of terms",
  termsHint: (isTitles: boolean) =>
    `years in which a term is at least twice as frequent as over all of them (Kleinberg, two states)${isTitles ? "; of titles alone, since many papers lack abstracts" : ""}`,
  burst: (papers: number, all: number, strength: number) =>
    `${papers} of its ${plural(all, "paper")} · strength ${weight(strength)}`,
  emerging: "Emerging terms",
  fading: "Fading terms",
  trendHint: "share of the last years’ papers over the share before, with its 95 % interval",
  trend: (ratio: number, low: number, high: number, before: number, recent: number) =>
    `× ${weight(ratio)} (${weight(low)} to ${weight(high)}) · ${plural(before, "paper")} before, ${recent} since`,
  small: "· a small count",
  citations: "Bursts of citations",
  citationsHint:
    "within these papers: years in which a paper is cited at least twice as often as over all of them",
  cited: (n: number, all: number) => `${n} of ${plural(all, "citation")}`,
  hot: "Hot papers",
  hotHint: "young, and cited in the last two years three times as often as others of their year",
  hotSaid: (n: number, usual: number) => `${plural(n, "citation")} in two years, ${weight(usual)} is usual`,
  beauties: "Sleeping beauties",
  beautiesHint: "hardly cited for years, then often; B of Ke et al. 2015, within these papers",
  beauty: (year: number, b: number) => `awake in ${year} · B ${weight(b)}`,
} as const;
