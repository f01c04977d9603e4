import { count, percent, plural, weight } from "../../view/numbers.ts";

/** The words of the citation view; loaded with it. */
export const citationTexts = {
  citations: {
    summary: (arcs: number, inferred: number, papers: number) =>
      [
        arcs > 0 || inferred === 0 ? plural(arcs, "citation") : "",
        inferred > 0 ? `${plural(inferred, "mention")} by name` : "",
        `among ${plural(papers, "paper")}`,
      ]
        .filter(Boolean)
        .join(", ")
        .replace(/, among/, " among"),
    apart: (n: number) =>
      `${plural(n, "paper")} neither ${n === 1 ? "cites" : "cite"} nor ${n === 1 ? "is" : "are"} cited here; not drawn.`,
    time: "Left to right: by year. Lanes are topics. An arrow leads from the citing to the cited paper.",
    order: "These papers bear no years: each stands to the right of all it cites. Lanes are topics.",
    loops: (n: number) =>
      `${plural(n, "citation")} closed a circle and ${n === 1 ? "is" : "are"} left out of order and main path.`,
    mentions: "Mentions by name, dashed",
    mentionsHint: "inferred: the text names the other's method, no reference says so",
    inferred: "inferred",
    undated: "no year",
    step: (n: number) => (n === 1 ? "first" : `step ${n}`),
    flow: (before: number, after: number) =>
      `It builds on ${plural(before, "paper")} here, directly or through others; ${plural(after, "paper")} ${after === 1 ? "builds" : "build"} on it.`,
    legend: { before: "what it builds on", after: "what builds on it", main: "main path", path: "path" },
  },
  main: {
    title: "Main path",
    hint: "the chain of citations that most ways through the field lead over (search path count)",
    start: "Walk the main path",
    end: "Leave the path",
    next: "Next step",
    previous: "Previous step",
    step: (k: number, n: number) => `Step ${k} of ${n}`,
    share: (share: number) =>
      `${share >= 0.995 ? "all" : share < 0.01 ? "under 1 %" : percent(share)} of the ways lead over this step`,
    none: "There is no path: none of these papers cites another.",
    live: (k: number, n: number, title: string) => `Step ${k} of ${n}: ${title}`,
  },
  path: {
    title: "From one paper to another",
    from: "From",
    to: "To",
    pick: "Search a paper",
    find: "Find the shortest path",
    clear: "Clear the path",
    hint: "Choose two papers: here, or on a paper’s card.",
    start: "Path from here",
    end: "Path to here",
    steps: (n: number, by: string) => `${plural(n, "step")} ${by}`,
    by: ["by citations", "by citations and mentions", "by links of any kind"] as const,
    none: "No chain of links leads from one to the other.",
    same: "That is the same paper.",
    cites: "cites",
    citedBy: "is cited by",
    mentions: "names the method of (inferred)",
    mentionedBy: "has its method named by (inferred)",
    other: (names: string) => `is linked to by ${names}`,
    why: "Why?",
  },
  gaps: {
    title: "What is odd or missing",
    similar: "Similar, not citing",
    similarHint:
      "texts this alike, but the later paper does not cite the earlier one; only papers that list references",
    atLeast: (value: number) => `similarity of at least ${weight(value)}`,
    dissimilar: "Citing, dissimilar",
    dissimilarHint: "a citation between texts that share little: a method borrowed, or a stray reference",
    atMost: (value: number) => `similarity of at most ${weight(value)}`,
    missing: "Missing works",
    missingHint: "cited most by these papers, but not among them",
    noMissing: "No work outside the collection is cited by two of its papers.",
    noneSimilar: "No pair is that alike without citing.",
    noneDissimilar: "Every citation joins texts more alike than that.",
    pairs: (n: number) => plural(n, "pair"),
    more: (n: number) => `Show ${count(n)} more`,
    cited: (n: number) => `cited by ${plural(n, "paper")} here`,
    lookUp: "Look it up",
    waiting: "Comparing the texts of all citations…",
  },
} as const;
