import type { ConceptType } from "../../model/text.ts";

/** Nouns at the end of a phrase that say what kind of thing it names, in the singular; of all fields. */
const HEADS: readonly (readonly [ConceptType, string])[] = [
  [
    "dataset",
    "dataset data-set corpus benchmark database treebank testbed cohort registry wordnet collection-set census archive leaderboard",
  ],
  [
    "metric",
    `accuracy score error rate index precision recall perplexity coefficient entropy divergence auc ratio f1 f1-score
    distance latency throughput complexity sensitivity specificity correlation`,
  ],
  [
    "task",
    `classification detection segmentation recognition retrieval translation summarization answering generation prediction
    forecasting estimation tracking parsing tagging completion disambiguation verification identification clustering
    ranking recommendation planning navigation reconstruction super-resolution registration captioning matching
    extraction inference mining diagnosis screening scheduling routing localization mapping visualization control
    search denoising compression alignment simplification monitoring labeling labelling linking reasoning
    understanding comprehension transcription manipulation grasping allocation rendering interpolation inpainting
    deblurring restoration`,
  ],
  [
    "method",
    `network learning regression transformer machine autoencoder filter kernel descent sampling optimization
    optimisation distillation pruning quantization attention convolution normalization regularization augmentation
    imaging microscopy spectroscopy sequencing chromatography assay tomography therapy decomposition factorization
    programming transform automaton logic interview ethnography encoder decoder embedding grammar bandit gradient
    backpropagation dropout encryption authentication blockchain protocol fine-tuning pretraining pre-training
    prompting adaptation bootstrapping averaging equation scaling thresholding hashing search-tree display
    questionnaire prototyping sensing scanning annealing`,
  ],
];
/** Heads that stand with anything: their phrase must be a set one. */
const LOOSE: readonly (readonly [ConceptType, string])[] = [
  ["method", "model algorithm analysis test process simulation theory code game calculus logic modeling"],
];

const heads = new Map(HEADS.flatMap(([type, words]) => words.split(/\s+/).map((w) => [w, type] as const)));
const loose = new Map(LOOSE.flatMap(([type, words]) => words.split(/\s+/).map((w) => [w, type] as const)));

/** What kind of thing a phrase names by its lower case head noun, singular or plural; undefined where the noun does not say. */
export function headType(word: string): { readonly type: ConceptType; readonly loose: boolean } | undefined {
  for (const form of singulars(word)) {
    const type = heads.get(form);
    if (type !== undefined) return { type, loose: false };
    const vague = loose.get(form);
    if (vague !== undefined) return { type: vague, loose: true };
  }
  return undefined;
}

/** Heads that name a method only behind one of these words: "random forest", but "boreal forest". */
const BOUND: readonly (readonly [string, string])[] = [
  ["tree", "decision regression classification boosted search spanning suffix binary phylogenetic parse"],
  ["forest", "random isolation"],
  ["field", "random radiance vector"],
  ["loss", "contrastive triplet focal hinge cross-entropy adversarial perceptual dice ranking"],
];
const bound = new Set(BOUND.flatMap(([head, words]) => words.split(" ").map((w) => `${w} ${head}`)));
/** Metrics that papers name by acronym without ever saying that they are. */
const METRICS = new Set(
  "auc auroc auprc roc rmse mse mae mape bleu rouge meteor cider wer cer map miou iou psnr ssim fid lpips ndcg mrr mcc f1 perplexity ler ter".split(
    " ",
  ),
);
/** How systems are named that learn. */
const SYSTEM =
  /(?:net|nets|bert|gan|gans|former|gpt|lstm|gru|cnn|rnn|gcn|gnn|mlp|svm|vae|pca|lda|svd|sgd|adam)$/i;

/** Whether two lower case words name a method, though the second alone names none. */
export function isBoundMethod(before: string, head: string): boolean {
  return singulars(head).some((form) => bound.has(`${before} ${form}`));
}

/** The type that a name shows by its own form, or undefined. */
export function nameType(name: string): ConceptType | undefined {
  const root = name.replace(/[-–]?[\p{N}.@]+\p{L}?$/u, "").toLowerCase();
  if (METRICS.has(root) || METRICS.has(name.toLowerCase())) return "metric";
  return SYSTEM.test(root) ? "method" : undefined;
}

/** Whether a lower case head noun is a plural: "recommendations" are no task. */
export function isPlural(word: string): boolean {
  return singulars(word).length > 1;
}

/** A word and what it may be the plural of. */
function singulars(word: string): string[] {
  const out = [word];
  if (word.endsWith("ies")) out.push(`${word.slice(0, -3)}y`);
  else if (word.endsWith("corpora")) out.push("corpus");
  else if (word.endsWith("ses") || word.endsWith("xes"))
    out.push(word.slice(0, -1), word.slice(0, -2), `${word.slice(0, -2)}is`);
  else if (word.endsWith("a") && word.length > 6) out.push(`${word.slice(0, -1)}on`);
  else if (word.endsWith("s") && !word.endsWith("ss")) out.push(word.slice(0, -1));
  return out;
}
