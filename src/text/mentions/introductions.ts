import type { Paper } from "../../model/paper.ts";
import type { Tokens } from "../../model/text.ts";
import { isMixedName, isName, isPlainName } from "../names/form.ts";
import { titleContractions } from "./contraction.ts";
import { eachProposal } from "./proposals.ts";

/** The paper that introduced a system. */
export interface Introduction {
  readonly name: string;
  readonly paper: number;
  /** The name heads the paper's title. */
  readonly inTitle: boolean;
  /** The abstract says so too. */
  readonly confirmed: boolean;
}

/** How a paper claims a name: its authors say so, its title says so, or both. */
const SAYS = 1;
const TITLE = 2;

/** "NAME: …", "The NAME corpus: …", "NAME – …", or the name alone. */
const HEAD =
  /^\s*["“'‘]?(?:the\s|introducing\s)?([\p{L}\p{N}][\p{L}\p{N}+&-]{3,24})["”'’]?(?:\s(?:corpus|corpora|dataset|data set|toolkit|system|treebank|benchmark|framework))?\s*(?::|$|\s[–—-]\s)/iu;

/** "A Dataset of Peer Reviews (PeerRead): …", "… (PeerRead)". */
const BRACKETED = /\s\(([\p{L}\p{N}+&-]{4,25})\)\s*(?::|$)/u;

/**
 * Systems with the one paper that introduces each: `NAME: …` in a title, a title of one word, "we propose NAME",
 * "which we call NAME" and the like (`eachProposal`); a name in mixed case in the brackets of a title; and names that
 * contract a title. A name that two papers claim is no one's. Names have 4 letters or more.
 */
export function findIntroductions(papers: readonly Paper[], tokens: Tokens): Introduction[] {
  const claims = new Map<string, Map<number, number>>();
  const claim = (name: string, paper: number, kind: number) => {
    if (/(?:19|20)\p{N}\p{N}$/u.test(name)) return;
    const known = claims.get(name) ?? new Map<number, number>();
    claims.set(name, known.set(paper, kind | (known.get(paper) ?? 0)));
  };
  for (const [i, { title }] of papers.entries()) {
    const [head = "", name] = HEAD.exec(title) ?? [];
    // "Racah – Wigner symbols" introduces no Racah: a dash makes a name only of what has the form of one.
    const isNamed = name !== undefined && (isName(name) || (isPlainName(name) && !/[–—-]\s$/.test(head)));
    if (isShouted(title)) continue;
    if (isNamed) claim(name, i, TITLE);
    const bracketed = BRACKETED.exec(title)?.[1];
    if (bracketed !== undefined && isMixedName(bracketed)) claim(bracketed, i, TITLE);
  }
  for (const [name, paper] of titleContractions(tokens)) claim(name, paper, TITLE);
  const plain = [...claims].filter(([name]) => isPlainName(name));
  eachProposal(tokens, new Map(plain), (name, paper) => claim(name, paper, SAYS));
  const out: Introduction[] = [];
  for (const [name, by] of claims) {
    if (by.size !== 1) continue;
    const [paper, kind] = [...by][0];
    out.push({ name, paper, inTitle: (kind & TITLE) !== 0, confirmed: (kind & SAYS) !== 0 });
  }
  return out;
}

/** A title in capitals makes a name of every word. */
function isShouted(title: string): boolean {
  const rest = title.replace(/^[^:]*:/, "");
  return /\p{Lu}{3}/u.test(rest) && !/\p{Ll}{2}/u.test(rest);
}
