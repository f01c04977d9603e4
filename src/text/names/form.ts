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

/** Whether a word is a name of six letters or more with small letters and an inner capital: no word, no abbreviation. */
export function isMixedName(word: string): boolean {
  return word.length >= 6 && /\p{Ll}.*\p{Lu}|\p{Lu}.*\p{Ll}/u.test(word.slice(1)) && isName(word);
}

/** Whether a word may be a name although it is written like any other at the head of a title: "Reformer". */
export function isPlainName(word: string): boolean {
  return /^\p{Lu}\p{Ll}{4,}$/u.test(word);
}

/** "BERT-based", "GPU-accelerated": the name without the ordinary words that hang on it. */
export function nameRoot(word: string): string {
  return word.replace(/(?:-\p{Ll}{3,})+$/u, "");
}

/** "ResNets", "GANs": one of them; not "DenseBus". */
export function singularName(name: string): string {
  return /(?:\p{Lu}|\p{Lu}\p{Ll}+)s$/u.test(name) && !/(?:ss|us|is)$/.test(name) ? name.slice(0, -1) : name;
}

/** What spellings of one name share: "ResNet-50" and "ResNet50", "ResNets" and "ResNet". */
export function nameKey(word: string): string {
  return singularName(nameRoot(word))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, "");
}

/** Sizes, settings and years behind a name: EfficientNet-B7, ResNet-50, BERT-large, EfficientNetV2-S. */
const SIZE =
  /^(.*\p{L}{3}(?=-?B?\p{N}+\p{L}?$)|.*(?:\p{L}{3}|\p{N})(?=-))-?(?:B?\p{N}+\p{L}?|(?<=-)(?:base|large|small|tiny|[XSML]))$/u;

/** The name without its size, or the name. "MobileNetV2" is another system than MobileNet. */
export function withoutSize(name: string): string {
  const root = SIZE.exec(name)?.[1];
  return root === undefined || /[vV]$/.test(root) ? name : root;
}
