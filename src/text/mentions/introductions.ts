import type { Paper } from "../../model/paper.ts";
import { BREAK, type Tokens } from "../../model/text.ts";
import { isName, isPlainName } from "../names/form.ts";

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

const CALLED = new Set("called named dubbed termed coined nicknamed".split(" "));
const NAMING = new Set("call name dub term".split(" "));
const PROPOSE = new Set("propose proposes introduce introduces present presents develop develops".split(" "));
const AUTHORS = new Set("we paper work article".split(" "));
const BETWEEN = new Set("a an the our novel new also further then hereby here first".split(" "));
const INSIDE = new Set("of and".split(" "));
/** Tokens between "we propose" and a name in brackets. */
const REACH = 12;

/** What a word can be in a sentence that introduces a name. */
const OTHER = 0;
const IS_NAME = 1;
const IS_CALLED = 2;
const IS_PROPOSE = 3;
const IS_AUTHORS = 4;
const IS_BETWEEN = 5;
const IS_NAMING = 6;
/** "NAME: …", "NAME – …", or the name alone. */
const HEAD = /^\s*["“'‘]?([\p{L}\p{N}][\p{L}\p{N}+&-]{3,24})["”'’]?\s*(?::|$|\s[–—-]\s)/u;

/**
 * Systems with the one paper that introduces each: `NAME: …` in a title, a title of one word, "we propose NAME",
 * "which we call NAME", "we present a model called NAME", "we propose the long form (NAME)". A name that two
 * papers claim is no one's. Names have 4 letters or more.
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
    if (isNamed && !isShouted(title)) claim(name, i, TITLE);
  }
  eachProposal(tokens, claim);
  const out: Introduction[] = [];
  for (const [name, by] of claims) {
    if (by.size !== IS_NAME) continue;
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

function eachProposal(
  { token, start, body, words, stop }: Tokens,
  claim: (name: string, paper: number, kind: number) => void,
): void {
  const role = Uint8Array.from(words, (word) => {
    if (word.length > 3 && word.length < 25 && isName(word)) return IS_NAME;
    const lower = word.toLowerCase();
    if (CALLED.has(lower)) return IS_CALLED;
    if (PROPOSE.has(lower)) return IS_PROPOSE;
    if (AUTHORS.has(lower)) return IS_AUTHORS;
    if (NAMING.has(lower)) return IS_NAMING;
    return BETWEEN.has(lower) ? IS_BETWEEN : OTHER;
  });
  // Words that cannot stand between "we propose" and the brackets that name it: "a method for the … (NAME)".
  const ends = Uint8Array.from(words, (word, id) => {
    const lower = word.toLowerCase();
    return stop[id] === 1 && !BETWEEN.has(lower) && !INSIDE.has(lower) ? 1 : 0;
  });
  for (let paper = 0; paper + 1 < start.length; paper++) {
    const from = body[paper];
    for (let i = from + 1; i < start[paper + 1]; i++) {
      if (role[token[i]] !== IS_NAME) continue;
      // "We propose BERT models" is not about who made BERT.
      if (stop[token[i + 1]] === 0) continue;
      let at = i - 1;
      while (at > from && role[token[at]] === IS_BETWEEN) at--;
      const verb = role[token[at]];
      const bracketed = token[i - 1] === BREAK && token[i + 1] === BREAK;
      const said =
        ((verb === IS_PROPOSE || verb === IS_NAMING) && byAuthors(at)) ||
        (verb === IS_CALLED && proposedBefore(at)) ||
        (bracketed && inBrackets(i));
      if (said) claim(words[token[i]], paper, SAYS);
    }

    function byAuthors(verb: number): boolean {
      for (let k = verb - 1; k >= Math.max(from, verb - 3) && token[k] !== BREAK; k--)
        if (role[token[k]] === IS_AUTHORS) return true;
      return false;
    }
    function proposedBefore(at: number): boolean {
      for (let k = at - 1; k >= Math.max(from, at - REACH); k--)
        if (role[token[k]] === IS_PROPOSE && byAuthors(k)) return true;
      return false;
    }
    function inBrackets(i: number): boolean {
      const initial = words[token[i]][0].toLowerCase();
      let begins = false;
      for (let k = i - 2; k >= Math.max(from, i - REACH) && token[k] !== BREAK; k--) {
        if (role[token[k]] === IS_PROPOSE && byAuthors(k)) return begins;
        if (ends[token[k]] === 1) return false;
        begins ||= words[token[k]][0].toLowerCase() === initial;
      }
      return false;
    }
  }
}
