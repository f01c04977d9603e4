import { surname } from "./clean/names.ts";
import { type Printed, printedApart } from "./clean/printed.ts";
import type { Draft } from "./clean/record.ts";
import { foldTitle } from "./identity.ts";

/** Two titles of one work: equal, one begins the other, or half of the words of the shorter stand in the longer. */
export function similarTitles(a: string, b: string): boolean {
  const x = foldTitle(a);
  const y = foldTitle(b);
  if (x === y || (Math.min(x.length, y.length) >= 12 && (x.startsWith(y) || y.startsWith(x)))) return true;
  const words = (title: string) =>
    new Set(
      title
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 2),
    );
  const [few, many] = [words(a), words(b)].sort((p, q) => p.size - q.size);
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return few.size > 0 && shared >= few.size * 0.5;
}

const PREPRINT =
  /^10\.(?:48550|1101|21203|2139|31234|31219|20944|26434|36227|31235|35542|22541|2196\/preprints|14293|33774|7287|12688)\//;
const SHORT_TITLE = 20;
/** A preprint or talk and its paper in a journal are at most so many years apart. */
const VERSION_YEARS = 2;

/** A record, and where it was printed. */
export interface Candidate {
  readonly paper: Draft;
  readonly printed: Printed;
}

/**
 * What two records with the same folded title are: one paper, the conference and the journal version of one work, or
 * different papers. Year and first author must agree where both have them (a year apart is allowed to long titles:
 * online and in print); other volumes, issues or pages mean different papers, other DOIs too, unless one is a
 * preprint's. Short titles ("Editorial") need more: the same year, author and text.
 */
export function compareWorks(
  { paper: a, printed: p }: Candidate,
  { paper: b, printed: q }: Candidate,
): "same" | "versions" | "different" {
  const first = [surname(a.authors[0] ?? ""), surname(b.authors[0] ?? "")];
  const sameFirst = first[0] !== "" && first[0] === first[1];
  if (first[0] !== "" && first[1] !== "" && !sameFirst) return "different";
  const isShort = foldTitle(a.title).length < SHORT_TITLE;
  const apart = a.year === undefined || b.year === undefined ? 0 : Math.abs(a.year - b.year);
  if (p.venue !== "unknown" && q.venue !== "unknown" && p.venue !== q.venue)
    return sameFirst && apart <= VERSION_YEARS && !isShort ? "versions" : "different";
  if (a.doi !== undefined && b.doi !== undefined && a.doi !== b.doi) {
    const preprint = PREPRINT.test(a.doi) !== PREPRINT.test(b.doi);
    return preprint && sameFirst && apart <= VERSION_YEARS && !isShort ? "same" : "different";
  }
  if (printedApart(p, q)) return "different";
  const known = sameFirst && a.year !== undefined && a.year === b.year;
  const texts = sameText(a.abstract, b.abstract);
  if (isShort) {
    const bothBare = first[0] === "" && first[1] === "" && apart === 0;
    return texts === "same" && (known || bothBare) ? "same" : "different";
  }
  return apart <= 1 && (known || texts !== "different") ? "same" : "different";
}

/** "unknown" where one of them is missing. */
function sameText(a: string, b: string): "same" | "different" | "unknown" {
  if (a === "" && b === "") return "same";
  if (a === "" || b === "") return "unknown";
  const x = foldTitle(a.slice(0, 400));
  const y = foldTitle(b.slice(0, 400));
  const n = Math.min(x.length, y.length, 60);
  return x.slice(0, n) === y.slice(0, n) || x.includes(y.slice(0, n)) || y.includes(x.slice(0, n))
    ? "same"
    : "different";
}
