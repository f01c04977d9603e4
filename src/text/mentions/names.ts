/** A name that speaks for itself: an inner capital (WideResNet), all capitals (BERT), a capital with a digit (Word2Vec). */
const DISTINCT =
  /^(?=.*\p{L}.*\p{L})(?:[\p{L}\p{N}-]*[\p{Ll}\p{N}]\p{Lu}[\p{L}\p{N}+-]*|\p{Lu}[\p{Lu}\p{N}&-]*\p{Lu}[\p{L}\p{N}&+-]*|\p{L}[\p{L}-]+\p{N}+\p{L}[\p{L}\p{N}-]*)$/u;
const COMPOUND = /^\p{Lu}?\p{Ll}+(?:-\p{Lu}?\p{Ll}+)+$/u;
/** Sizes and settings behind a name: EfficientNet-B7, ResNet-50, BERT-large. V2 is another system. */
const SIZE = /^(.*\p{L}{2})-?(?:B?\p{N}{1,3}|base|large|small|tiny|[XSML])$/u;

/** Whether a word is a system's name by its form alone. */
export function isDistinct(word: string): boolean {
  return DISTINCT.test(word) && !COMPOUND.test(word);
}

/** Whether a word may be a name although it is written like any other at the head of a title: "Reformer". */
export function isPlainName(word: string): boolean {
  return /^\p{Lu}\p{Ll}{4,}$/u.test(word);
}

/** "BERT-based", "BERTs": the name itself. "ResNet-50" stays: sizes are another matter. */
export function withoutTail(word: string): string {
  const root = word.replace(/(?:-\p{Ll}{3,})+$/u, "");
  return /\p{Lu}s$/u.test(root) && root.length > 4 ? root.slice(0, -1) : root;
}

/** The name without its size, or the name. */
export function withoutSize(name: string): string {
  const root = SIZE.exec(name)?.[1];
  return root === undefined || /[vV]$/.test(root) ? name : root;
}
