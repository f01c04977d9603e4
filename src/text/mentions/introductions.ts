import type { Paper } from "../../model/paper.ts";
import { BREAK, type Tokens } from "../../model/text.ts";
import { isName, isPlainName } from "../names/form.ts";
import { titleContractions } from "./contraction.ts";

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
/** What is made is as good as proposed where the name stands by itself: "we build TACRED, a large …". */
const MAKE = new Set(
  "build builds construct constructs create creates describe describes release releases design designs".split(
    " ",
  ),
);
const AUTHORS = new Set("we paper work article".split(" "));
/** "Our models, named ResNeXt", "the resulting corpus, called …". */
const OWN = new Set("our resulting proposed".split(" "));
const BETWEEN = new Set("a an the novel new also further then hereby here first".split(" "));
const INSIDE = new Set("of and".split(" "));
/** Tokens between "we propose" and a name in brackets. */
const REACH = 12;
/** What a name in brackets may stand behind whatever its letters: "we present a new architecture (VDCNN)". */
const THINGS = new Set(
  "approach architecture algorithm benchmark corpus dataset framework method model network system toolkit".split(
    " ",
  ),
);
/** Tokens between "our" and "called". */
const OWN_REACH = 6;

/** What a word can be in a sentence that introduces a name. */
const OTHER = 0;
const IS_NAME = 1;
const IS_CALLED = 2;
const IS_PROPOSE = 3;
const IS_AUTHORS = 4;
const IS_BETWEEN = 5;
const IS_NAMING = 6;
const IS_MAKE = 7;
const IS_OWN = 8;
/** "NAME: …", "The NAME corpus: …", "NAME – …", or the name alone. */
const HEAD =
  /^\s*["“'‘]?(?:the\s|introducing\s)?([\p{L}\p{N}][\p{L}\p{N}+&-]{3,24})["”'’]?(?:\s(?:corpus|corpora|dataset|data set|toolkit|system|treebank|benchmark|framework))?\s*(?::|$|\s[–—-]\s)/iu;

/**
 * Systems with the one paper that introduces each: `NAME: …` in a title, a title of one word, "we propose NAME",
 * "which we call NAME", "we present a model called NAME", "our model, named NAME", "we build NAME, a …", "we propose the
 * long form (NAME)"; and names that contract a title. A name that two papers claim is no one's. Names have 4 letters or
 * more.
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
  for (const [name, paper] of titleContractions(tokens)) claim(name, paper, TITLE);
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
    if (MAKE.has(lower)) return IS_MAKE;
    if (OWN.has(lower)) return IS_OWN;
    return BETWEEN.has(lower) ? IS_BETWEEN : OTHER;
  });
  // Words that cannot stand between "we propose" and the brackets that name it: "a method for the … (NAME)".
  const ends = Uint8Array.from(words, (word, id) => {
    const lower = word.toLowerCase();
    return stop[id] === 1 && !BETWEEN.has(lower) && !OWN.has(lower) && !INSIDE.has(lower) ? 1 : 0;
  });
  for (let paper = 0; paper + 1 < start.length; paper++) {
    const from = body[paper];
    for (let i = from + 1; i < start[paper + 1]; i++) {
      if (role[token[i]] !== IS_NAME) continue;
      // "We propose BERT models" is not about who made BERT.
      if (stop[token[i + 1]] === 0) continue;
      let at = i - 1;
      while (at > from && (role[token[at]] === IS_BETWEEN || role[token[at]] === IS_OWN)) at--;
      // A name in quotes.
      if (token[at] === BREAK && role[token[at - 1]] === IS_CALLED) at--;
      const verb = role[token[at]];
      const bracketed = token[i - 1] === BREAK && token[i + 1] === BREAK;
      const said =
        ((verb === IS_PROPOSE || verb === IS_NAMING) && byAuthors(at)) ||
        (verb === IS_MAKE && token[i + 1] === BREAK && byAuthors(at)) ||
        (verb === IS_CALLED && (proposedBefore(at) || isOwn(at))) ||
        (bracketed && inBrackets(i));
      if (said) claim(words[token[i]], paper, SAYS);
    }

    function byAuthors(verb: number): boolean {
      for (let k = verb - 1; k >= Math.max(from, verb - 3) && token[k] !== BREAK; k--)
        if (role[token[k]] === IS_AUTHORS) return true;
      return false;
    }
    function isOwn(at: number): boolean {
      for (let k = at - 1; k >= Math.max(from, at - OWN_REACH); k--)
        if (role[token[k]] === IS_OWN) return true;
      return false;
    }
    function proposedBefore(at: number): boolean {
      for (let k = at - 1; k >= Math.max(from, at - REACH); k--)
        if ((role[token[k]] === IS_PROPOSE || role[token[k]] === IS_MAKE) && byAuthors(k)) return true;
      return false;
    }
    function inBrackets(i: number): boolean {
      const initial = words[token[i]][0].toLowerCase();
      let begins = THINGS.has(words[token[i - 2]]);
      for (let k = i - 2; k >= Math.max(from, i - REACH) && token[k] !== BREAK; k--) {
        if (role[token[k]] === IS_PROPOSE && byAuthors(k)) return begins;
        if (ends[token[k]] === 1) return false;
        begins ||= words[token[k]][0].toLowerCase() === initial;
      }
      return false;
    }
  }
}
