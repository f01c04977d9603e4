import { plural, weight } from "../../view/numbers.ts";

/** The words of the thematic map; loaded with it. */
export const thematicTexts = {
  label: (themes: readonly string[]) => `Thematic map. ${themes.join("; ")}`,
  motor: "Motor themes",
  niche: "Niche themes",
  basic: "Basic themes",
  emerging: "Emerging or declining",
  centrality: "Centrality →",
  density: "Density →",
  theme: (name: string, papers: number, centrality: number, density: number, quadrant: string) =>
    `${name}: ${plural(papers, "paper")}, centrality ${weight(centrality)}, density ${weight(density)}; ${quadrant}`,
  formula:
    "Callon’s centrality 10 · Σ e(i, h), i in the topic and h in another; density 100 · Σ e(i, j) ∕ w, both in it; e is the weight of a link, w the number of papers. Topics stand by rank, the lines are the medians.",
  until: (year: number | undefined) =>
    year === undefined ? "Play moves it through the years." : `As it was in ${year}.`,
} as const;
