import { plural, weight } from "../../view/numbers.ts";

const list = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** The words of windows of years; loaded with them. */
export const windowTexts = {
  waiting: "Clustering each window of years…",
  cancel: "Cancel",
  cancelled: "The windows were not computed.",
  again: "Compute them",
  none: "There are too few papers or years for windows.",
  label: (windows: number, events: number) =>
    `Topics of ${plural(windows, "window")} of years, and what leads from one to the next; ${plural(events, "event")}, listed beside it.`,
  years: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
  topic: (name: string, papers: number, marks: readonly string[]) =>
    [`${name}: ${plural(papers, "paper")}`, ...marks].join(" · "),
  events: (n: number) => plural(n, "event"),
  carried: (n: number) => `${plural(n, "paper")} that carried it`,
  trend: (ratio: number, low: number, high: number) =>
    `share × ${weight(ratio)} (${weight(low)} to ${weight(high)})`,
  marks: {
    birth: "new",
    growth: "grows",
    split: "splits",
    merge: "merged",
    decline: "declines",
    death: "ends",
  },
  event: {
    birth: (_: readonly string[], after: readonly string[]) => `${list(after)} is born`,
    growth: (_: readonly string[], after: readonly string[]) => `${list(after)} grows`,
    split: (before: readonly string[], after: readonly string[]) =>
      `${list(before)} splits into ${list(after)}`,
    merge: (before: readonly string[], after: readonly string[]) =>
      `${list(before)} merge into ${list(after)}`,
    decline: (before: readonly string[]) => `${list(before)} declines`,
    death: (before: readonly string[]) => `${list(before)} ends`,
  } as const satisfies Record<string, (before: readonly string[], after: readonly string[]) => string>,
  note: "Each window of years is clustered by itself; windows share half of their years, and topics are matched by the papers and terms they share. A topic without a next step stays.",
} as const;
