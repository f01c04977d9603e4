import { transpose } from "../kernel/rows.ts";
import type { PhraseTable } from "../model/text.ts";
import { type Burst, type BurstOptions, burstsOf } from "./bursts.ts";
import type { Years } from "./years.ts";

/** Terms in which papers: what trends are told of. */
export interface TermColumns {
  /** Papers of each term, ascending: those of term t are paper[start[t] … start[t+1]). */
  readonly start: Uint32Array;
  readonly paper: Uint32Array;
  /** As people read it, and its stems, by which terms are compared. */
  readonly name: readonly string[];
  readonly stems: readonly (readonly string[])[];
  /** Of what texts: titles alone where abstracts are there in some years only, since a term cannot rise with them. */
  readonly read: "titles" | "texts";
}

/** Papers with an abstract, as a share of all, from which whole texts are compared. */
const WITH_ABSTRACT = 0.95;
/** Terms that are less specific by their form (empty heads, metrics) say nothing of a field. */
const LEAST_SPECIFIC = 0.5;
/** Terms of fewer papers make no trend. */
const FEWEST = 3;

/** The phrases of a collection by paper. O(entries of the table). */
export function termColumns(
  phrases: Pick<PhraseTable, "rows" | "titles" | "surface" | "key" | "specificity">,
  papers: readonly { readonly abstract: string }[],
): TermColumns {
  const whole = papers.filter(({ abstract }) => abstract !== "").length >= WITH_ABSTRACT * papers.length;
  const byTerm = transpose(whole ? phrases.rows : phrases.titles);
  const kept = Array.from(phrases.surface.keys()).filter(
    (t) => byTerm.start[t + 1] - byTerm.start[t] >= FEWEST && phrases.specificity[t] >= LEAST_SPECIFIC,
  );
  const start = new Uint32Array(kept.length + 1);
  for (const [k, t] of kept.entries()) start[k + 1] = start[k] + byTerm.start[t + 1] - byTerm.start[t];
  const paper = new Uint32Array(start[kept.length]);
  for (const [k, t] of kept.entries())
    paper.set(byTerm.column.subarray(byTerm.start[t], byTerm.start[t + 1]), start[k]);
  return {
    start,
    paper,
    name: kept.map((t) => phrases.surface[t]),
    stems: kept.map((t) => phrases.key[t].split(" ")),
    read: whole ? "texts" : "titles",
  };
}

/** A burst of one term. */
export interface TermBurst extends Burst {
  /** Place in `TermColumns`. */
  readonly term: number;
  readonly name: string;
  /** Papers that hold it in the burst, ascending, and how many do in all years. */
  readonly papers: readonly number[];
  readonly all: number;
}

/** Bursts with fewer papers are accidents, whatever they weigh. */
const FEWEST_IN_BURST = 4;
/** A term of the same papers says the same: this share of the burst of the weaker one. */
const SAME = 0.6;

/** The bursts of all terms, strongest first; of terms that share words and most papers the strongest. O(entries + bursts²). */
export function termBursts(terms: TermColumns, years: Years, options: BurstOptions = {}): TermBurst[] {
  const { start, paper, name, stems } = terms;
  const relevant = new Uint32Array(years.count);
  const found: TermBurst[] = [];
  for (let t = 0; t < name.length; t++) {
    const own = paper.subarray(start[t], start[t + 1]);
    relevant.fill(0);
    let all = 0;
    for (const i of own)
      if (years.of[i] >= 0) {
        relevant[years.of[i]]++;
        all++;
      }
    if (all < FEWEST_IN_BURST) continue;
    for (const burst of burstsOf(relevant, years.papers, options)) {
      const papers = Array.from(own).filter((i) => years.of[i] >= burst.from && years.of[i] <= burst.to);
      if (papers.length >= FEWEST_IN_BURST) found.push({ ...burst, term: t, name: name[t], papers, all });
    }
  }
  found.sort((a, b) => b.strength - a.strength || a.term - b.term || a.from - b.from);
  return withoutEchoes(found, stems);
}

/** Leaves out bursts whose papers are mostly those of a stronger one that shares a word. */
function withoutEchoes(bursts: readonly TermBurst[], stems: readonly (readonly string[])[]): TermBurst[] {
  /** Kept bursts of each word. */
  const byWord = new Map<string, { readonly papers: ReadonlySet<number> }[]>();
  return bursts.filter(({ term, papers }) => {
    const near = new Set(stems[term].flatMap((word) => byWord.get(word) ?? []));
    const isEcho = [...near].some(
      (kept) => papers.filter((i) => kept.papers.has(i)).length >= SAME * papers.length,
    );
    if (isEcho) return false;
    const own = { papers: new Set(papers) };
    for (const word of stems[term]) byWord.set(word, [...(byWord.get(word) ?? []), own]);
    return true;
  });
}
