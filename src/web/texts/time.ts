import type { Trend } from "../../time/trends.ts";
import { count, plural, weight } from "../../view/numbers.ts";
import type { TimeMeasure, TimeMode, TimeShape } from "../../view/time-look.ts";

const amount = (value: number) =>
  value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0, useGrouping: true });

/** The words of topics over years; loaded with them. */
export const timeTexts = {
  label: "Topics over years",
  close: "Close topics over years",
  mode: "What is shown of time",
  modes: [
    ["topics", "Topics over years"],
    ["windows", "Windows of years"],
    ["bursts", "Bursts and trends"],
    ["thematic", "Thematic map"],
    ["cited", "Cited years"],
  ] as const satisfies readonly (readonly [TimeMode, string])[],
  shape: "How topics are drawn",
  shapes: [
    ["stream", "Stream"],
    ["stacked", "Stacked"],
    ["lanes", "Lanes, largest first"],
    ["table", "Table"],
  ] as const satisfies readonly (readonly [TimeShape, string])[],
  measure: "What is counted",
  measures: [
    ["papers", "Papers"],
    ["share", "Share of the year"],
    ["citations", "Citations"],
  ] as const satisfies readonly (readonly [TimeMeasure, string])[],
  mean: "Mean of 3 years",
  meanHint: "Each year as the mean of itself and the years beside it; off, every year is as it is",
  counted: (papers: number, from: number, to: number, undated: number) =>
    [
      `${plural(papers, "paper")}, ${from === to ? from : `${from} to ${to}`}`,
      ...(undated > 0
        ? [`${plural(undated, "paper")} without a year ${undated === 1 ? "is" : "are"} not drawn`]
        : []),
    ].join(" · "),
  citedInside: "Citations are those among these papers.",
  citedBefore:
    "Citations are those that a paper of the year has had to this day: late years had less time to collect them.",
  meanOf: "Each point is the mean of three years.",
  partial: "Hatched years are not complete.",
  trend: ({ kind, ratio, isSmall }: Trend) =>
    `${kind === "emerging" ? "↗" : "↘"} × ${weight(ratio)}${isSmall ? " (few)" : ""}`,
  trends:
    "↗ and ↘ mark topics whose share of the last years’ papers surely differs from that before (95 % interval).",
  ownScale: "Each lane has its own scale: the number is its peak.",
  noTopic: "No topic",
  cell: (name: string, year: number, papers: number, share: number, citations: number | undefined) =>
    [
      `${name}, ${year}`,
      `${plural(papers, "paper")}, ${amount(share * 100)} % of the year`,
      ...(citations === undefined ? [] : [`cited ${count(citations)} ${citations === 1 ? "time" : "times"}`]),
    ] as const,
  open: "Click for its papers",
  picture: (names: readonly string[]) =>
    `Topics over years; largest: ${names.join(", ")}. Arrow keys go from topic to topic and from year to year, Enter shows only those papers.`,
  isPartial: "incomplete",
  empty: "No paper in view has a year.",
  year: "Year",
  all: "All",
  unit: { papers: "papers", share: "", citations: "citations" } satisfies Record<TimeMeasure, string>,
  amount,
  percent: (share: number) => `${amount(share * 100)} %`,
  play: {
    open: "Play",
    openHint: "Play the map through the years (K)",
    label: "The map through the years",
    run: "Play (Space)",
    pause: "Pause (Space)",
    back: "A year back (←)",
    on: "A year on (→)",
    close: "All years at once (Esc)",
    year: "Year",
    span: "How long papers stay",
    spans: [
      [0, "Growing"],
      [1, "Each year alone"],
      [3, "Last 3 years"],
      [5, "Last 5 years"],
      [10, "Last 10 years"],
    ] as const,
    fresh: (n: number) => `${count(n)} new`,
    soFar: (n: number) => `${plural(n, "paper")} so far`,
    last: (n: number, years: number) => (years === 1 ? "" : `${plural(n, "paper")} of ${years} years`),
    undated: (n: number) => `${plural(n, "paper")} without a year not shown`,
    happened: {
      begins: (name: string, papers: string) => `${name} begins, ${papers}`,
      appears: (name: string, papers: string) => `${name} appears, ${papers}`,
      burst: (name: string, papers: string) => `${name} bursts, ${papers}`,
    },
    openPapers: "Its papers",
    more: "Take it along",
    film: "Film (WebM)",
    filmHint: "The years as they are seen here, with caption and year drawn in",
    filming: "Filming; the page has to stay in sight",
    stop: "Cancel",
    noFilm: "this browser does not record",
    filmFailed: "The film could not be made:",
    everyStop: "Every year a stop of the tour",
    everyStopHint:
      "Adds a stop for each year with papers: the map until then, its caption, the papers that are new",
    added: (n: number) => `${plural(n, "stop")} added to the tour`,
    stopTitle: (year: string) => year,
  },
  peak: (value: string, year: number) => `${value} in ${year}`,
} as const;
