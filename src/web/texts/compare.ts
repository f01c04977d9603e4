import { count, percent, plural } from "../../view/numbers.ts";

/** The words of the comparison of two sets of papers, which comes with it. */
export const compareTexts = {
  label: "Compare",
  close: "Close the comparison",
  field: "Field",
  first: "First set",
  second: "Second set",
  rest: "all others",
  swap: "Swap the two sets",
  option: (value: string, papers: number) => `${value} (${count(papers)})`,
  none: "No field of this map says two sets of papers apart.",
  sizes: (first: number, second: number, both: number) =>
    `${count(first)} against ${plural(second, "paper")}${both > 0 ? `, ${count(both)} in both` : ""}`,
  waiting: "Comparing…",
  failed: "The comparison could not be made.",
  topics: "Topics",
  more: (side: string) => `More in ${side}`,
  alike: (n: number) => `${plural(n, "topic")} without a clear difference`,
  only: (side: string) => `only ${side}`,
  share: (papers: number, of: number) =>
    `${count(papers)} (${papers > 0 && papers / of < 0.005 ? "<1 %" : percent(of === 0 ? 0 : papers / of)})`,
  ratio: (logOdds: number) => `${logOdds < 0 ? "−" : "+"}${Math.abs(logOdds).toFixed(2)}`,
  interval: (logOdds: string, low: string, high: string) =>
    `log-odds ratio ${logOdds}, 95 % interval ${low} to ${high}`,
  formula:
    "Log-odds ratio ln((a + ½)(m − c + ½) / ((n − a + ½)(c + ½))), where a of n papers of the first set and c of m of the second are in the topic; lines are 95 % intervals, ± 1.96 √(1/(a + ½) + 1/(n − a + ½) + 1/(c + ½) + 1/(m − c + ½)). Where a line crosses 0, chance may be all there is; of twenty lines, one misses 0 by chance.",
  terms: "Terms that tell them apart",
  termsHint:
    "By log-odds with an informative Dirichlet prior (Monroe et al. 2008), over papers that have the term.",
  termCount: (first: number, second: number) => `${count(first)} : ${count(second)}`,
  termHint: (term: string, first: number, second: number, z: string) =>
    `${term}: in ${count(first)} of the first, ${count(second)} of the second; z ${z}`,
  noTerms: "None.",
  lacking: (side: string) => `What ${side} lacks`,
  never: (n: number) => `${plural(n, "topic")} it never touches`,
  works: "Works nearest to it",
  noWorks: "No work of the other set is linked to it.",
  reason: (share: string, title: string) => `${share} of its links lead there, the strongest to “${title}”`,
  cited: (n: number) => `cited by ${count(n)} there`,
  whyShort: "Why",
  why: (title: string) => `Why it is near “${title}”`,
} as const;
