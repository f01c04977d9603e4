import { seededRandom } from "../../src/kernel/random.ts";
import type { Source } from "../../src/model/collection.ts";

const THEMES = [
  ["glacier", "ice", "melting", "snow", "polar", "albedo", "runoff", "moraine", "crevasse", "sea level"],
  [
    "protein",
    "folding",
    "enzyme",
    "residue",
    "binding",
    "peptide",
    "kinase",
    "ligand",
    "receptor",
    "mutation",
  ],
  [
    "orbit",
    "planet",
    "telescope",
    "transit",
    "stellar",
    "exoplanet",
    "dust",
    "spectra",
    "habitable",
    "comet",
  ],
] as const;
const CONCEPTS = [
  "polar albedo index (PAI)",
  "peptide folding score (PFS)",
  "transit depth ratio (TDR)",
] as const;
const VENUES = ["Journal of Ice", "Protein Letters", "Annals of Planets"] as const;

/** One paper of the made-up field. */
export interface Record {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly year: number;
  readonly authors: readonly string[];
  readonly venue: string;
  readonly doi: string;
  readonly citations: number;
  readonly references: readonly string[];
}

/** n papers on three themes, with years 2001 to 2010, venues and citations of earlier papers. The same on every call. */
export function field(n = 60, seed = 1): Record[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  return Array.from({ length: n }, (_, i) => {
    const theme = THEMES[i % 3];
    const words = (count: number) => Array.from({ length: count }, () => pick(theme)).join(" ");
    return {
      id: `w${i}`,
      title: `${words(3)} in study ${String.fromCharCode(65 + (i % 26))}${i}`,
      abstract: `We measure ${words(6)}. The ${words(5)} changes with ${words(4)}. A new method for ${words(3)} is shown${i % 9 < 3 ? `, by the ${CONCEPTS[i % 3]}` : ""}.`,
      year: 2001 + (i % 10),
      authors: [`Ada ${pick(["Byrne", "Costa", "Dumas"])}`, "Émile Été"],
      venue: VENUES[i % 3],
      doi: `10.5555/field.${i}`,
      citations: (i * 37) % 101,
      references: i >= 3 ? [`10.5555/field.${i - 3}`] : [],
    };
  });
}

/** The records as a file that the readers take. */
export function asLines(records: readonly object[]): string {
  return records.map((record) => JSON.stringify(record)).join("\n");
}

/** A text as a source. */
export function textSource(name: string, text: string): Source {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}
