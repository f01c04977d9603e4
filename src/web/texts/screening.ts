import type { Decision } from "../../model/decision.ts";
import { count, percent, plural, weight } from "../../view/numbers.ts";

/** Words of screening. */
export const screeningTexts = {
  title: "Decision",
  decisions: { included: "Include", excluded: "Exclude", maybe: "Maybe", unseen: "Unseen" } satisfies Record<
    Decision,
    string
  >,
  keys: { included: "I", excluded: "E", maybe: "M", unseen: "U" } satisfies Record<Decision, string>,
  counted: { included: "included", excluded: "excluded", maybe: "maybe", unseen: "unseen" } satisfies Record<
    Decision,
    string
  >,
  counts: (parts: readonly string[], share: number | undefined) =>
    `${parts.join(" · ")}${share === undefined ? "" : `: ${percent(share)} of those decided on are included`}`,
  part: (n: number, word: string) => `${count(n)} ${word}`,
  failed: "The papers could not be ranked.",
  waiting: "Ranking…",
  next: "Unseen, nearest to the included first",
  nextHint:
    "The mean likeness of its terms to those of the included papers; under it, what it shares with them.",
  noSeed: "Include a first paper: open its card and press I. The others are ranked by their nearness to it.",
  allSeen: "No unseen paper shares a term with the included ones.",
  reason: (terms: string, cosine: number, title: string, cited: number) =>
    `${terms} · ${weight(cosine)} to “${title}”${cited > 0 ? ` · cited by or cites ${cited} included` : ""}`,
  pockets: "Topics nobody has looked at",
  unseen: (n: number) => plural(n, "paper"),
  twins: "Nearly the same",
  twinsHint: "Versions and copies that were not merged: decide on them together.",
  compare: "Compare the two",
  save: "Save decisions",
  files: {
    asreview: ["ASReview", "CSV with label_included"],
    ris: ["RIS", "with ASReview’s notes"],
    csv: ["CSV", "all columns"],
    flow: ["Flow", "PRISMA 2020 numbers as SVG"],
  },
} as const;
