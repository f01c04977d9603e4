/** A name by its form: an inner capital (ImageNet), all capitals (BERT), or letters with a digit (ResNet-50, p53). */
const NAME =
  /^(?=.*\p{L})(?:[\p{L}\p{N}-]*[\p{Ll}\p{N}]\p{Lu}[\p{L}\p{N}-]*|\p{Lu}[\p{Lu}\p{N}&+-]*\p{Lu}[\p{L}\p{N}&+-]*|\p{Lu}[\p{L}-]+-?\p{N}+[\p{L}\p{N}-]*|\p{L}+\p{N}+[\p{L}\p{N}-]*)$/u;
/** Not names: ordinals, dimensions, factors (2D, 3x, 10th), numerals (II, XIV), quantities with a unit (5ms, 100K). */
const NO_NAME =
  /^(?:\p{N}.*|[IVX]+|(?:19|20)\p{N}{2}s?|(?:top|rank|type|phase|level|stage|step|day|week|part|task|order|non|anti|sub|multi|semi|pre|post|inter|self|cross|real|time|track|team|at)-.*)$/iu;
/** Units: mL, kHz, MeV. */
const UNIT = /^[numkMGTµμ]?(?:L|A|V|W|Hz|Pa|eV|Da|Wh|IU|B|bps|mol)$/u;
/** A capitalised compound of ordinary words, as titles write them: "Self-Supervised". */
const TITLE_COMPOUND = /^\p{Lu}?\p{Ll}+(?:-\p{Lu}?\p{Ll}+)+$/u;

/** Whether a word is a name by its form. */
export function isName(word: string): boolean {
  return (
    word.length >= 2 &&
    word.length <= 30 &&
    NAME.test(word) &&
    !NO_NAME.test(word) &&
    !UNIT.test(word) &&
    !TITLE_COMPOUND.test(word)
  );
}

/** "BERT-based", "GPU-accelerated": the name without the ordinary words that hang on it. */
export function nameRoot(word: string): string {
  return word.replace(/(?:-\p{Ll}{3,})+$/u, "");
}

/** What spellings of one name share: "ResNet-50" and "ResNet50", "ResNets" and "ResNet". */
export function nameKey(word: string): string {
  return nameRoot(word)
    .replace(/(\p{Lu}|\p{Lu}\p{Ll}+)s$/u, (all, root: string) => (/ss$|us$|is$/.test(all) ? all : root))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, "");
}

/** A name key without the number of a size or version: "resnet50", "efficientnetb7"; V2 is another system. */
export function unsizedKey(key: string): string | undefined {
  const root = /^(\p{L}*?\p{L}{3})b?\p{N}+\p{L}?$/u.exec(key)?.[1];
  return root === undefined || root.endsWith("v") ? undefined : root;
}
