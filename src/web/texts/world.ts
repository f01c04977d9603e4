import { count, plural } from "../../view/numbers.ts";

/** The words of the map of the world, which comes with it. */
export const worldTexts = {
  label: "Countries",
  close: "Close the map of the world",
  counting: "How papers are counted",
  full: "Papers with any author there",
  fractional: "Fractional: a paper shared among its countries",
  counted: (papers: number, countries: number) =>
    `${plural(papers, "paper")} with a country in view, ${countries === 1 ? "1 country" : `${count(countries)} countries`}`,
  map: (names: readonly string[]) =>
    `Map of the world; most papers: ${names.join(", ")}. The list beside it says the same.`,
  amount: (papers: number) =>
    papers.toLocaleString("en", { maximumFractionDigits: papers < 100 ? 1 : 0, useGrouping: true }),
  papers: (name: string, amount: string) => `${name}: ${amount} papers`,
  only: (name: string) => `Show only papers from ${name}`,
  none: "No paper in view has a country.",
  unplaced: (names: readonly string[]) => `Without a place on the map: ${names.join(", ")}`,
  area: "The area of a circle is the number of papers.",
} as const;
