import { count, plural } from "../../view/numbers.ts";

/** The words of the years that papers cite; loaded with them. */
export const citedTexts = {
  none: "No reference of these papers says a year.",
  label: (peaks: readonly number[]) =>
    `References by the year of the works they cite. Years that stand out: ${peaks.join(", ")}`,
  year: (year: number, references: number, deviation: number) =>
    `${year}: ${plural(references, "reference")}, ${deviation >= 0 ? "+" : "−"}${count(Math.abs(deviation))} from the median of five years`,
  note: (from: "references" | "links", before: number, first: number) =>
    `Cited years (RPYS, Marx et al. 2014): bars are references${from === "links" ? " to papers of this map, by the years of these: the references themselves say none" : ""}; the line is how far a year lies from the median of itself and two years on either side.${before > 0 ? ` ${plural(before, "reference")} to works before ${first} not drawn.` : ""}`,
  undated: (n: number) => `${plural(n, "reference")} without a year.`,
} as const;
