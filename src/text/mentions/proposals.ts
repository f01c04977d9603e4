import { BREAK, type Tokens } from "../../model/text.ts";
import { shortForm, stemsOf } from "../names/acronyms.ts";
import { isName } from "../names/form.ts";
import { longFormAt } from "../names/long-form.ts";

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
  "approach architecture algorithm benchmark corpus dataset framework method model network system toolkit treebank".split(
    " ",
  ),
);
/** Tokens between "our" and "called". */
const OWN_REACH = 6;
/** "The development of NAME". */
const MAKING = new Set("building construction creation development".split(" "));
/** Words between "we present the" and a name that its kind follows: "the Turkish IMST-UD Treebank". */
const MODIFIERS = 2;

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
const IS_MAKING = 9;
/**
 * Calls back with every name that the authors of a paper give in its abstract: "we propose NAME", "which we call NAME",
 * "we present a model called NAME", "our model, named NAME", "we build NAME, a …", "we present the NAME corpus", "we describe
 * the development of NAME", "we propose the long form (NAME)", and a mixed-case name of what the title spells out.
 * @param plain names that are written like words, by the papers whose titles claim them: taken only there
 */
export function eachProposal(
  tokens: Tokens,
  plain: ReadonlyMap<string, ReadonlyMap<number, unknown>>,
  claim: (name: string, paper: number) => void,
): void {
  const { token, start, body, words, stop } = tokens;
  const role = Uint8Array.from(words, (word) => {
    if (word.length > 3 && word.length < 25 && isName(word)) return IS_NAME;
    const lower = word.toLowerCase();
    if (CALLED.has(lower)) return IS_CALLED;
    if (PROPOSE.has(lower)) return IS_PROPOSE;
    if (AUTHORS.has(lower)) return IS_AUTHORS;
    if (NAMING.has(lower)) return IS_NAMING;
    if (MAKE.has(lower)) return IS_MAKE;
    if (OWN.has(lower)) return IS_OWN;
    if (MAKING.has(lower)) return IS_MAKING;
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
      const word = words[token[i]];
      if (role[token[i]] === OTHER ? !plain.get(word)?.has(paper) : role[token[i]] !== IS_NAME) continue;
      // "We propose BERT models" is not about who made BERT.
      if (stop[token[i + 1]] === 0) {
        if (isThing(i + 1)) claim(word, paper);
        continue;
      }
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
        (isMaking(at) && proposedBefore(at - 1)) ||
        (bracketed && (inBrackets(i) || isTitle(i)));
      if (said) claim(word, paper);
    }

    /** "We present the Turkish IMST-UD Treebank, …": at the word behind the name. */
    function isThing(at: number): boolean {
      if (!THINGS.has(words[token[at]].toLowerCase()) || stop[token[at + 1]] === 0) return false;
      for (let k = at - 2; k >= Math.max(from, at - 2 - MODIFIERS) && token[k] !== BREAK; k--)
        if (words[token[k]] === "the") return role[token[k - 1]] === IS_PROPOSE && byAuthors(k - 1);
      return false;
    }
    /** "The development of NAME": at the word before the name. */
    function isMaking(at: number): boolean {
      return words[token[at]] === "of" && role[token[at - 1]] === IS_MAKING;
    }
    /** Whether the title, or a part of it, is what a bracketed name in mixed case stands for. */
    function isTitle(i: number): boolean {
      const name = words[token[i]];
      if (!/\p{Ll}/u.test(name.slice(0, -1))) return false;
      const long = longFormAt(tokens, shortForm(name) || name, i, from);
      if (long < 0) return false;
      const key = stemsOf(tokens, long, i - 1);
      for (let begin = start[paper], end = begin; end <= from; end++) {
        if (end < from && token[end] !== BREAK) continue;
        if (stemsOf(tokens, begin, end) === key) return true;
        begin = end + 1;
      }
      return false;
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
