/** Letters of scripts written from the right: Hebrew, Arabic, Syriac, Thaana, N'Ko and the like. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_LETTER = /\p{L}/u;

/** Whether a text has letters that are written from the right. */
export function hasRightToLeft(text: string): boolean {
  return FROM_RIGHT.test(text);
}

/** Whether a text as a whole runs from right to left: its first letter says so (Unicode Bidirectional Algorithm, P2). */
export function isRightToLeft(text: string): boolean {
  return FROM_RIGHT.test(FIRST_LETTER.exec(text)?.[0] ?? "");
}
