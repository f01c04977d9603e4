import type { Paper } from "../model/paper.ts";
import { BREAK, type TermMatrix, type Tokens } from "../model/text.ts";
import { type Range, sentences } from "../prose/sentences.ts";
import { type FieldName, locateTokens, type Place } from "./locate.ts";
import type { SharedColumn } from "./shared-columns.ts";

/** A sentence of a paper (its title counts as one) with the shared terms in it; ranges are of the field's own text. */
export interface Passage extends Range {
  readonly paper: number;
  readonly field: FieldName;
  /** Ascending, not overlapping: where to highlight. */
  readonly marks: readonly Range[];
}

/** What two papers say of the same thing. */
export interface PassagePair {
  readonly passages: readonly [Passage, Passage];
  /** The terms that stand in both, surface forms, the heaviest first. */
  readonly terms: readonly string[];
}

interface Sentence extends Range {
  readonly field: FieldName;
  readonly marks: Range[];
  /** Shared terms in it: positions in the list of shared terms, which is sorted by weight. */
  readonly terms: Set<number>;
}

const PAIRS = 3;
/** Terms beyond these add little and cost time in long texts. */
const TERMS = 50;

/** Pairs of sentences that hold the same shared terms, the heaviest pair first; no sentence is shown twice. */
export function sharedPassages(
  papers: readonly Paper[],
  tokens: Tokens,
  matrix: TermMatrix,
  shared: readonly SharedColumn[],
  i: number,
  j: number,
): PassagePair[] {
  const terms = shared.slice(0, TERMS);
  const keys = new Map(terms.map(({ column }, rank) => [matrix.key[column], rank]));
  const left = sentencesWith(papers[i], tokens, keys, i);
  const right = sentencesWith(papers[j], tokens, keys, j);
  const pairs = left.flatMap((a) =>
    right.map((b) => {
      const both = [...a.terms].filter((rank) => b.terms.has(rank)).sort((x, y) => x - y);
      return { a, b, both, weight: both.reduce((sum, rank) => sum + terms[rank].product, 0) };
    }),
  );
  pairs.sort((p, q) => q.weight - p.weight); // stable: earlier sentences first
  const used = new Set<Sentence>();
  const best: PassagePair[] = [];
  for (const { a, b, both } of pairs) {
    if (best.length === PAIRS || both.length === 0) break;
    if (used.has(a) || used.has(b)) continue;
    used.add(a).add(b);
    best.push({
      passages: [passage(i, a), passage(j, b)],
      terms: both.map((rank) => matrix.surface[terms[rank].column]),
    });
  }
  return best;
}

function passage(paper: number, { field, start, end, marks }: Sentence): Passage {
  const merged: { start: number; end: number }[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else merged.push({ ...mark });
  }
  return { paper, field, start, end, marks: merged };
}

/** The sentences of a paper that hold a shared term, in the order of the text. */
function sentencesWith(
  paper: Paper,
  tokens: Tokens,
  keys: ReadonlyMap<string, number>,
  i: number,
): Sentence[] {
  const places = locateTokens(tokens, paper, i);
  const all: Sentence[] = (["title", "abstract"] as const).flatMap((field) =>
    (field === "title" ? [{ start: 0, end: paper.title.length }] : sentences(paper.abstract)).map(
      (range) => ({
        ...range,
        field,
        marks: [],
        terms: new Set<number>(),
      }),
    ),
  );
  const first = tokens.start[i];
  const stemAt = (t: number) => tokens.stems[tokens.stem[tokens.token[t]]];
  const note = (rank: number | undefined, from: Place | undefined, to: Place | undefined) => {
    if (rank === undefined || !from || !to) return;
    const sentence = all.find((s) => s.field === from.field && s.start <= from.start && to.end <= s.end);
    sentence?.terms.add(rank);
    sentence?.marks.push({ start: from.start, end: to.end });
  };
  for (let t = first; t < tokens.start[i + 1]; t++) {
    if (tokens.token[t] === BREAK) continue;
    const here = places[t - first];
    note(keys.get(stemAt(t)), here, here);
    const next = t + 1;
    if (next < tokens.start[i + 1] && tokens.token[next] !== BREAK)
      note(keys.get(`${stemAt(t)} ${stemAt(next)}`), here, places[next - first]);
  }
  return all.filter((sentence) => sentence.terms.size > 0);
}
