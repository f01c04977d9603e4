import { once } from "../kernel/once.ts";
import type { SparseRows } from "../kernel/rows.ts";
import type { KeptBackground } from "../model/map.ts";
import type { Paper } from "../model/paper.ts";
import type { Parameters } from "../model/parameters.ts";
import type { ConceptTable, Mentions, PhraseTable, TermMatrix, Tokens } from "../model/text.ts";
import type { Background } from "./background/background.ts";
import { keptBackground } from "./background/saved.ts";
import { findConcepts } from "./concepts/concepts.ts";
import { findMentions } from "./mentions/mentions.ts";
import { findPhrases } from "./phrases/phrases.ts";
import { buildTermMatrix, termStems } from "./terms/terms.ts";
import { tokenise } from "./tokens/tokens.ts";

/** All that the later stages read from the texts. */
export interface TextAnalysis {
  readonly tokens: Tokens;
  readonly matrix: TermMatrix;
  readonly phrases: PhraseTable;
  readonly concepts: ConceptTable;
  readonly mentions: Mentions;
  /** Forgets the tokens, the largest of all; they are made again where somebody asks for them. */
  letGo(): void;
}

/** The parameters the text stage depends on, and no others. */
export type TextParameters = Pick<
  Parameters,
  "stopWords" | "synonyms" | "language" | "minDocumentFrequency" | "titleWeight"
>;

/**
 * The whole text stage: what a saved map's texts and parameters give again at any time. Phrases, concepts and mentions
 * are found when they are first asked for, once: the search for neighbours can run meanwhile.
 * @param tokens of the papers, where they have been made
 * @param share puts the term rows, which most stages read, where they are at hand for all of them
 */
export function analyseText(
  papers: readonly Paper[],
  parameters: TextParameters,
  background?: Background,
  tokens: Tokens = tokenise(papers, parameters),
  share: (rows: SparseRows) => SparseRows = (rows) => rows,
): TextAnalysis {
  let held: Tokens | undefined = tokens;
  const all = () => {
    held ??= tokenise(papers, parameters);
    return held;
  };
  const own = buildTermMatrix(all(), parameters, background);
  const matrix = { ...own, rows: share(own.rows) };
  const phrases = once(() => findPhrases(all(), matrix));
  const concepts = once(() => findConcepts(papers, all(), phrases()));
  const mentions = once(() => findMentions(papers, all(), matrix));
  return {
    matrix,
    get tokens() {
      return all();
    },
    get phrases() {
      return phrases();
    },
    get concepts() {
      return concepts();
    },
    get mentions() {
      return mentions();
    },
    letGo() {
      held = undefined;
    },
  };
}

/** The term rows alone: what `analyseText` gives as `matrix.rows`. */
export function termRows(
  papers: readonly Paper[],
  parameters: TextParameters,
  background?: Background,
): SparseRows {
  return buildTermMatrix(tokenise(papers, parameters), parameters, background).rows;
}

/** The background of a saved map, as far as it has kept it; undefined where it was made without. */
export function backgroundOf({
  papers,
  parameters,
  background,
}: {
  readonly papers: readonly Paper[];
  readonly parameters: TextParameters;
  readonly background?: KeptBackground;
}): Background | undefined {
  return background && keptBackground(background, () => termStems(tokenise(papers, parameters), parameters));
}
