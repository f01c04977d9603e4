import { BREAK, type Tokens } from "../../model/text.ts";
import { isMixedName, nameRoot, withoutSize } from "../names/form.ts";

/** The parts of a name in mixed case, by its capitals: "WideResNet" → wide, res, net. */
export function camelParts(name: string): string[] {
  return name.split(/(?<=\p{Ll})-?(?=\p{Lu})/u);
}

/**
 * Names that contract a whole title: "Wide Residual Networks" is what others call WideResNet. Every word of the title
 * begins with its part of the name, of two letters at least, in order, and the first is its part: "Pointer Networks" are no
 * PointNet. @returns [name, paper] pairs
 */
export function titleContractions({
  token,
  start,
  body,
  words,
}: Pick<Tokens, "token" | "start" | "body" | "words">) {
  const titles = new Map<string, { readonly paper: number; readonly words: readonly string[] }[]>();
  for (let paper = 0; paper + 1 < start.length; paper++) {
    const title = Array.from(token.subarray(start[paper], body[paper]));
    while (title.at(-1) === BREAK) title.pop();
    if (title.length < 2 || title.length > 5 || title.includes(BREAK)) continue;
    const own = title.map((id) => words[id].toLowerCase());
    const key = keyOf(own);
    const alike = titles.get(key) ?? [];
    alike.push({ paper, words: own });
    titles.set(key, alike);
  }
  const found: [name: string, paper: number][] = [];
  const names = new Set(words.filter(isMixedName).map((word) => withoutSize(nameRoot(word))));
  for (const name of names) {
    const parts = camelParts(name).map((part) => part.toLowerCase());
    if (parts.some((part) => !/^\p{Ll}{2,}$/u.test(part))) continue;
    for (const { paper, words: own } of titles.get(keyOf(parts)) ?? [])
      if (own[0] === parts[0] && own.every((word, k) => word.startsWith(parts[k]))) found.push([name, paper]);
  }
  return found;
}

/** Titles and names that can fit share it. */
function keyOf(words: readonly string[]): string {
  return `${words.length} ${words[0]}`;
}
