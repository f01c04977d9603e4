const WIDE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60`;
/** What no line begins with: marks that close or follow, small kana, the mark that lengthens a vowel. */
const NOT_FIRST =
  "、。，．・：；？！）」』】〕〉》｝］’”ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ—―‥·～〜,.:;?!)]}%…";
/** What no line ends with: marks that open. */
const NOT_LAST = "（「『【〔〈《｛［‘“([{";
const BETWEEN = new RegExp(`(?<=[${WIDE}])(?=[^\\s])|(?<=\\S)(?=[${WIDE}])`, "gu");

/**
 * A text in the pieces between which a line may end, each with the blank behind it: words, and in Chinese and Japanese
 * single letters, which have no blanks. Korean breaks at its blanks.
 */
export function pieces(text: string): string[] {
  return text.split(/(?<=\s)(?=\S)/u).flatMap((word) => {
    const parts: string[] = [];
    let from = 0;
    for (const { index } of word.matchAll(BETWEEN)) {
      const [before, after] = [word[index - 1] ?? "", word[index]];
      if (index === 0 || NOT_FIRST.includes(after) || NOT_LAST.includes(before)) continue;
      parts.push(word.slice(from, index));
      from = index;
    }
    return [...parts, word.slice(from)];
  });
}

const WIDE_LETTER = new RegExp(`[${WIDE}\\p{Script=Hangul}]`, "u");

/**
 * How much of a title's room a letter takes: 1½ of a Latin one's in Chinese, Japanese and Korean. They are nearly twice as
 * wide, but a title is seldom longer than 25 of them.
 */
export function roomOf(letter: string): number {
  return WIDE_LETTER.test(letter) ? 1.5 : 1;
}
