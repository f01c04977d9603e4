import type { Executor } from "../../kernel/executor.ts";
import type { Paper } from "../../model/paper.ts";
import type { Tokens } from "../../model/text.ts";
import { TokenBuilder, type TokenOptions } from "./build.ts";
import { type Cut, cutKernel, cutTexts, type TextBlock, textBlocks } from "./cut.ts";

/**
 * Titles and abstracts, cleaned, as one column of word ids: words with their accents in any script, compounds whole
 * ("state-of-the-art", "ResNet-50", "C++"), Han characters as overlapping pairs, BREAK between phrases and at the end
 * of each title and abstract. Stop words and stems are those of each paper's noticed language.
 */
export function tokenise(
  papers: readonly Paper[],
  options: TokenOptions,
  onProgress?: (done: number) => void,
): Tokens {
  const builder = new TokenBuilder(papers.length, options);
  for (const { texts } of textBlocks(papers)) {
    builder.add(cutTexts(texts));
    onProgress?.(builder.papers / papers.length);
  }
  return builder.tokens();
}

/** So many papers are sure to be work for several threads, which load their code while words are read. */
const LEAST_STARTED = 5_000;
/** Fewer papers are read by the calling thread alone: that every thread makes the code warm for itself costs more than a tenth there. */
const LEAST_PAPERS = 50_000;
/** The calling thread, which numbers the words, keeps up with so many. */
const MOST_THREADS = 4;
/** Blocks of a round for each thread but the calling one. */
const BLOCKS_A_THREAD = 2;
/** Rounds that are handed out ahead, so that no thread waits for the calling one; their texts are in memory. */
const ROUNDS_AHEAD = 1;

/**
 * `tokenise` on threads: these cut blocks of texts into words, the calling thread numbers the words in the order of all texts.
 * @param least papers that threads are asked for
 */
export async function tokeniseOn(
  executor: Executor,
  papers: readonly Paper[],
  options: TokenOptions,
  onProgress?: (done: number) => void,
  least = LEAST_PAPERS,
): Promise<Tokens> {
  if (papers.length >= Math.min(least, LEAST_STARTED)) executor.start?.();
  if (!executor.start || papers.length < least) return tokenise(papers, options, onProgress);
  const builder = new TokenBuilder(papers.length, options);
  const take = (cuts: readonly Cut[]) => {
    for (const cut of cuts) builder.add(cut);
    onProgress?.(builder.papers / papers.length);
  };
  const size = BLOCKS_A_THREAD * Math.max(1, Math.min(MOST_THREADS, executor.threads) - 1);
  const ahead: Promise<Cut[]>[] = [];
  for (const round of rounds(papers, size)) {
    const cuts = executor.run(cutKernel, null, round);
    cuts.catch(() => undefined); // An error is heard where it is awaited.
    ahead.push(cuts);
    if (ahead.length > ROUNDS_AHEAD) take(await ahead.splice(0, 1)[0]);
  }
  for (const cuts of ahead) take(await cuts);
  return builder.tokens();
}

/** So many blocks at a time. */
function* rounds(papers: readonly Paper[], size: number): Generator<TextBlock[]> {
  let round: TextBlock[] = [];
  for (const block of textBlocks(papers)) {
    round.push(block);
    if (round.length < size) continue;
    yield round;
    round = [];
  }
  if (round.length > 0) yield round;
}
