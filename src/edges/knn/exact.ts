import type { Kernel } from "../../kernel/executor.ts";
import { createTopK, type TopK } from "../../kernel/topk.ts";
import { emptyOutput, type KnnBlock, type KnnInput, type KnnOutput, keep } from "./output.ts";

/** The k rows of highest cosine for each row of a block, by summing the whole inverted index; ties go to the lower row. */
export const exactKernel: Kernel<KnnInput, KnnBlock, KnnOutput> = {
  name: "knnExact",
  run(input, { from, to }) {
    const { start, column, value, listStart, listRow, listValue, k } = input;
    const score = new Float32Array(start.length - 1);
    const best = createTopK(k);
    const output = emptyOutput(to - from, k);
    for (let i = from; i < to; i++) {
      if (start[i] === start[i + 1]) continue;
      for (let at = start[i]; at < start[i + 1]; at++) {
        const v = value[at];
        const last = listStart[column[at] + 1];
        for (let p = listStart[column[at]]; p < last; p++) score[listRow[p]] += v * listValue[p];
      }
      score[i] = 0;
      keepBest(score, best);
      keep(output, i - from, best);
    }
    return output;
  },
};

/** Takes the best scores above 0 and leaves zeros. */
function keepBest(score: Float32Array, best: TopK): void {
  best.clear();
  let bar = 0;
  for (let j = 0; j < score.length; j++) {
    const s = score[j];
    score[j] = 0;
    if (s <= bar) continue;
    best.add(j, s);
    bar = Math.max(0, best.least());
  }
}
