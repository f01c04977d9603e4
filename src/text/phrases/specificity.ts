import { isName } from "../names/form.ts";
import { headType } from "../words/heads.ts";

/** Nouns that make a phrase no more specific: "pruning method" says "pruning". */
const EMPTY_HEADS =
  /^(?:abilit|accurac|algorithm|analys|application|approach|architecture|area|article|aspect|author|capabilit|case|challenge|cost|data|dataset|datasets|effect|effort|experiment|framework|issue|level|literature|mechanism|method|methodolog|metric|model|paper|parameter|performance|pipeline|problem|process|program|project|propert|quality|result|scheme|setting|solution|stage|strateg|stud|survey|system|task|technique|time|tool|trade-off|gain|drop|count|speed-up|value|variant|work)(?:s|es|is|y|ies)?$/;
const ADJECTIVE = /(?:[^aeiou]al|ive|ous|ary|ed|ible|able|ic|ian|ish|ent|ant)$/;
/** "stitchable neural networks (SN-Net)": the acronym is the name of one system. */
const ONE_SYSTEM = /\([^()]*(?:\p{Ll}\p{Lu}|\p{Lu}\p{Ll}{2}|[\p{N}-])[^()]*\)$/u;

/**
 * What a phrase weighs for its form, beside 1 for a phrase of several words that names a subject. Chosen by reading names of
 * topics. On 39 labelled areas of arXiv (cs15_dev and sci24_dev, their names and first five terms: 234), each of them a fifth
 * to a half lower or higher hits as many of the areas' words (.82 and .27, twice .02 more) and changes 0 to 31 of the 234;
 * only WORD, which weighs words against phrases, changes 63 to 93.
 */
const OF_SYSTEM = 0.6;
/** "top-1 accuracy", "ImageNet dataset": what is measured, and on what. */
const OF_MEASURE = 0.6;
const WITH_EMPTY_HEAD = 0.7;
/** "ResNet-50 training": how one system fares. */
const WITH_NAME = 0.75;
/** The same of single words: "ResNet", "3-manifolds", "method", "accuracy" or "semantic", "pruning". */
const NAME = 0.55;
const MIXED = 0.8;
const EMPTY = 0.3;
const MEASURE_OR_ADJECTIVE = 0.55;
const WORD = 0.9;

/** How specific a phrase is by its form, 0 to 1: less for what measures, lists or names one thing. */
export function specificity(surface: string): number {
  const words = surface.replace(/ \([^()]*\)$/, "").split(" ");
  const last = words[words.length - 1].toLowerCase();
  const type = headType(last)?.type;
  const isMeasure = type === "metric" || type === "dataset";
  if (words.length > 1)
    return (
      (ONE_SYSTEM.test(surface) ? OF_SYSTEM : 1) *
      (isMeasure ? OF_MEASURE : 1) *
      (EMPTY_HEADS.test(last) && !surface.endsWith(")") ? WITH_EMPTY_HEAD : 1) *
      (words.some(isName) ? WITH_NAME : 1)
    );
  if (isName(words[0])) return NAME;
  if (/[\d\p{Lu}]/u.test(surface.slice(1))) return MIXED;
  if (EMPTY_HEADS.test(last)) return EMPTY;
  return isMeasure || type === "task" || ADJECTIVE.test(last) ? MEASURE_OR_ADJECTIVE : WORD;
}
