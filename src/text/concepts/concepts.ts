import { log } from "../../kernel/numeric.ts";
import { RowBuilder, transpose } from "../../kernel/rows.ts";
import type { Paper } from "../../model/paper.ts";
import type { ConceptTable, ConceptType, PhraseTable, Tokens } from "../../model/text.ts";
import { findPhrases } from "../phrases/phrases.ts";
import { candidateConcepts } from "./candidates.ts";

/** Concepts in a larger share of the papers than this do not discriminate between them; chosen by reading concepts. */
const CAP = 0.15;
/** In a small collection, a concept may stand in so many papers. */
const SMALL = 6;

/**
 * Named concepts of each paper: acronyms with their expansions, names (inner capital, digit, all capitals), and phrases
 * whose last noun names a method, data set, metric or task; merged across spellings. Author keywords count as text.
 * In at least 2 and at most 15 % of the papers; rows are idf weights, L2-normalised.
 * @param phrases of the same tokens, where they are at hand
 */
export function findConcepts(
  papers: readonly Paper[],
  tokens: Tokens,
  phrases: PhraseTable = findPhrases(tokens),
): ConceptTable {
  const candidates = candidateConcepts(phrases);
  const n = papers.length;
  const present = presence(papers, phrases, candidates);
  const byConcept = transpose(present);
  const most = Math.max(CAP * n, Math.min(SMALL, Math.ceil(n / 2)));
  const kept = new Int32Array(candidates.names.length).fill(-1);
  const idf: number[] = [];
  const name: string[] = [];
  const type: ConceptType[] = [];
  for (const [c, candidate] of candidates.names.entries()) {
    const df = byConcept.start[c + 1] - byConcept.start[c];
    if (df < 2 || df > most) continue;
    kept[c] = name.length;
    name.push(candidate);
    type.push(candidates.types[c]);
    idf.push(log((n + 1) / (df + 1)) + 1);
  }
  const rows = new RowBuilder(n, present.column.length, name.length);
  for (let paper = 0; paper < n; paper++) {
    let sum = 0;
    for (let e = present.start[paper]; e < present.start[paper + 1]; e++) {
      const c = kept[present.column[e]];
      if (c >= 0) sum += idf[c] * idf[c];
    }
    const length = Math.sqrt(sum);
    for (let e = present.start[paper]; e < present.start[paper + 1]; e++) {
      const c = kept[present.column[e]];
      if (c >= 0) rows.push(c, idf[c] / length);
    }
    rows.endRow(paper);
  }
  return { rows: rows.sorted(), name, type };
}

/** The names of each paper's concepts, rarest first. */
export function conceptNames({ rows, name }: ConceptTable): string[][] {
  return Array.from({ length: rows.start.length - 1 }, (_, paper) =>
    Array.from({ length: rows.start[paper + 1] - rows.start[paper] }, (_, k) => rows.start[paper] + k)
      .sort((a, b) => rows.value[b] - rows.value[a] || a - b)
      .map((e) => name[rows.column[e]]),
  );
}

/** Papers × candidates, 1 where the text or a keyword of the paper holds it. */
function presence(
  papers: readonly Paper[],
  { rows, surface }: PhraseTable,
  { concept, names }: ReturnType<typeof candidateConcepts>,
) {
  const byForm = new Map<string, number>();
  for (const [phrase, c] of concept.entries())
    if (c >= 0) for (const form of formsOf(surface[phrase])) if (!byForm.has(form)) byForm.set(form, c);
  const out = new RowBuilder(papers.length, rows.column.length >> 1, names.length);
  const last = new Int32Array(names.length).fill(-1);
  for (const [i, paper] of papers.entries()) {
    const add = (c: number | undefined) => {
      if (c === undefined || c < 0 || last[c] === i) return;
      last[c] = i;
      out.push(c, 1);
    };
    for (let e = rows.start[i]; e < rows.start[i + 1]; e++) add(concept[rows.column[e]]);
    for (const keyword of paper.keywords) for (const form of formsOf(keyword.trim())) add(byForm.get(form));
    out.endRow(i);
  }
  return out.sorted();
}

/** "neural networks (NN)" → the phrase and the acronym, as keywords are looked up. */
function formsOf(surface: string): string[] {
  const parts = /^(.+) \(([^()]+)\)$/.exec(surface);
  return parts
    ? [parts[1].toLowerCase(), parts[2]]
    : [/\p{Lu}{2}/u.test(surface) ? surface : surface.toLowerCase()];
}
