import type { Trend } from "../../time/trends.ts";
import { count, percent, plural, weight } from "../../view/numbers.ts";

/** The words of evidence, bridges, the citation view and the sliders that regroup the map. */
export const understandTexts = {
  topicReason: {
    title: "Why is it in this topic?",
    fit: (fit: number, rival: number, name: string) =>
      `Its text fits its topic by ${weight(fit)}, ${name} by ${weight(rival)}.`,
    fitAlone: (fit: number) => `Its text fits its topic by ${weight(fit)}; no other topic comes near.`,
    links: (inside: number, toRival: number, name: string) =>
      `${percent(inside)} of the weight of its links stays inside, ${percent(toRival)} leads to ${name}.`,
    linksAlone: (inside: number) => `${percent(inside)} of the weight of its links stays inside.`,
    stable: (share: number) => `In repeated runs the topic kept ${percent(share)} of its links together.`,
    here: "Terms that pull it here",
    there: (name: string) => `Terms that pull to ${name}`,
    neighbours: "Neighbours here",
    elsewhere: "Neighbours in other topics",
    share: (share: number) => `${percent(share)} of its links' weight`,
    pull: (here: number, there: number) => `${weight(here)} here, ${weight(there)} there`,
    waiting: "Weighing its terms and links…",
    failed: "That could not be computed.",
  },
  similar: {
    title: "Similar papers",
    unlinked: "Similar, but neither cites the other",
    none: "No other paper is like it.",
    waiting: "Looking for similar papers…",
    ask: "Look for them",
  },
  references: {
    title: (n: number) => `Both cite ${plural(n, "work")}`,
    hint: "the rarer, the more it says",
    citers: (n: number) => `cited by ${plural(n, "paper")} here`,
    more: (n: number) => `and ${plural(n, "more work")}`,
    citing: (n: number) => `${plural(n, "paper")} of the map cite both`,
  },
  bridges: {
    title: "What ties these two topics?",
    pick: (n: number) => (n === 1 ? "First topic" : "Second topic"),
    papers: "Papers with strong links to both",
    papersHint: "by the weaker of the two",
    links: "The strongest links between them",
    between: (n: number, a: string, b: string) => `${plural(n, "link")} between ${a} and ${b}`,
    count: (n: number) =>
      n === 0 ? "No text link leads from one to the other." : `${plural(n, "text link")} between them.`,
    noPapers: "No paper has links to both.",
    waiting: "Looking for what ties them…",
    failed: "That could not be computed.",
    why: (paper: string, other: string) => `Why is ${paper} linked with ${other}?`,
    to: (topic: string) => `to ${topic}`,
    open: (name: string) => `What ties it to ${name}?`,
  },
  topic: {
    years: "Papers by year",
    trend: ({ kind, ratio, low, high, isSmall }: Trend, years: number) =>
      `${kind === "emerging" ? "Rising" : "Falling"}: its share of the last ${years} years’ papers is ${weight(ratio)} times that before (95 % interval ${weight(low)} to ${weight(high)})${isSmall ? "; a small count" : ""}.`,
    yearRange: (from: number, to: number) => (from === to ? `${from}` : `${from} to ${to}`),
    nameHint: "its name rests on these: share of its papers that say it, against the other papers",
    steady: ["falls apart in repeated runs", "shifts in repeated runs", "holds in repeated runs"] as const,
  },
  time: {
    open: "Over years",
    hint: "Topics over years: what grew, what faded (Y)",
    none: "These papers bear no years.",
    failed: "Topics over years could not be shown.",
  },
  views: {
    label: "View",
    map: "Map",
    citations: "Citations",
    citationsHint: "Who cites whom, over time (C)",
    none: "None of these papers cites another.",
    failed: "The citation view could not be opened.",
    live: (papers: number, arcs: number) =>
      `Citation view: ${plural(papers, "paper")}, ${plural(arcs, "citation")}.`,
    back: "Back on the map.",
  },
  tune: {
    title: "Fewer or more topics",
    hint: "Regroups the papers as you move it. The map stays where it is.",
    value: (topics: number) => plural(topics, "topic"),
    mix: "What counts as a link",
    weight: (value: number) => (value === 0 ? "off" : `× ${weight(value)}`),
    moved: (n: number) => (n === 0 ? "No paper moved." : `${plural(n, "paper")} moved to another topic.`),
    links: (came: number, went: number, shifted: number) => {
      const parts = [
        came ? `${count(came)} more` : "",
        went ? `${count(went)} fewer` : "",
        shifted ? `${count(shifted)} weigh otherwise` : "",
      ].filter(Boolean);
      return parts.length ? `Links that count: ${parts.join(", ")}.` : "The same links count.";
    },
    back: "Back to the map’s own topics",
    keep: "Keep",
    keepHint: "works it out in full, as the command line would",
    preview: "Preview",
    waiting: "Regrouping…",
    failed: "The papers could not be regrouped.",
    note: "Other topics, in the places of the map they were tried on: a preview.",
    live: (topics: number, moved: number) => `${plural(topics, "topic")}; ${plural(moved, "paper")} moved.`,
  },
} as const;
