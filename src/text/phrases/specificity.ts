import { isName } from "../names/form.ts";
import { headType } from "../words/heads.ts";

/** Nouns that make a phrase no more specific: "pruning method" says "pruning". */
const EMPTY_HEADS =
  /^(?:abilit|accurac|algorithm|analys|application|approach|architecture|area|article|aspect|author|capabilit|case|challenge|cost|data|dataset|datasets|effect|effort|experiment|framework|issue|level|literature|mechanism|method|methodolog|metric|model|paper|parameter|performance|pipeline|problem|process|program|project|propert|quality|result|scheme|setting|solution|stage|strateg|stud|survey|system|task|technique|time|tool|trade-off|gain|drop|count|speed-up|value|variant|work)(?:s|es|is|y|ies)?$/;
const ADJECTIVE = /(?:[^aeiou]al|ive|ous|ary|ed|ible|able|ic|ian|ish|ent|ant)$/;

/** How much a phrase says about what papers are about, by its form: 1, less for what measures, lists or names one thing. */
export function specificity(surface: string): number {
  const words = surface.replace(/ \([^()]*\)$/, "").split(" ");
  const last = words[words.length - 1].toLowerCase();
  const type = headType(last)?.type;
  if (words.length > 1) {
    // "top-1 accuracy", "ResNet-50 training": what is measured, and how one system fares.
    const system = /\([^()]*(?:\p{Ll}\p{Lu}|\p{Lu}\p{Ll}{2}|[\p{N}-])[^()]*\)$/u.test(surface) ? 0.6 : 1;
    const kind = type === "metric" || type === "dataset" ? 0.6 : 1;
    return (
      system *
      kind *
      (EMPTY_HEADS.test(last) && !surface.endsWith(")") ? 0.7 : 1) *
      (words.some(isName) ? 0.75 : 1)
    );
  }
  if (isName(words[0])) return 0.55;
  if (/[\d\p{Lu}]/u.test(surface.slice(1))) return 0.8;
  if (EMPTY_HEADS.test(last)) return 0.3;
  return type === "metric" || type === "dataset" || type === "task" || ADJECTIVE.test(last) ? 0.55 : 0.9;
}
