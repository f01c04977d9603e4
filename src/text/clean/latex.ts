import { simpleFormula } from "./markup.ts";

/**
 * As Pandoc reads dollars: no space inside the opening or the closing one, no digit after, since "$5 and $10" is money;
 * else around what only a formula holds, however it is spaced ("$ \sigma $-set", "P$<$0.7"). One expression, so that
 * dollars pair from left to right.
 */
const DOLLARS =
  /\$\$([^$]{1,2000})\$\$|(?<!\\)\$(?!\s)((?:[^$\\]|\\.){1,400}?)(?<!\s)\$(?!\d)|(?<!\\)\$(?=[^$]{0,200}[\\^_<>])([^$]{1,400})\$/gs;
const BRACKETED = /\\\(([\s\S]{1,400}?)\\\)|\\\[([\s\S]{1,2000}?)\\\]/g;
const ENVIRONMENT = /\\begin\{([a-z]+\*?)\}[\s\S]{0,4000}?\\end\{\1\}/g;
const ACCENTS = new Map([
  ["'", "\u0301"],
  ["`", "\u0300"],
  ["^", "\u0302"],
  ['"', "\u0308"],
  ["~", "\u0303"],
  ["=", "\u0304"],
  [".", "\u0307"],
  ["u", "\u0306"],
  ["v", "\u030c"],
  ["H", "\u030b"],
  ["c", "\u0327"],
  ["k", "\u0328"],
  ["r", "\u030a"],
]);
const ACCENT = /\{?\\(?:(['`^"~=.])\s?|([uvHckr])(?=[\s{]))\s?(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))\}?/g;
const LETTERS = new Map([
  ["ss", "ß"],
  ["o", "ø"],
  ["O", "Ø"],
  ["l", "ł"],
  ["L", "Ł"],
  ["ae", "æ"],
  ["AE", "Æ"],
  ["oe", "œ"],
  ["OE", "Œ"],
  ["aa", "å"],
  ["AA", "Å"],
  ["i", "ı"],
]);
const LETTER = /\{?\\(ss|o|O|l|L|ae|AE|oe|OE|aa|AA|i)(?![A-Za-z])\s?(?:\{\})?\}?/g;
/** Commands whose argument is not text. */
const SILENT =
  /\\(?:cite[a-z]*|ref|eqref|autoref|cref|label|footnote|url|href|includegraphics|vspace|hspace)\*?(?:\[[^\]]*\])*(?:\{[^{}]*\})?/gi;
/** Names that stand for themselves inside a formula: \alpha, \ell. Any other command is style or structure. */
const NAMED =
  /\\(?:var)?(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega|ell)(?![a-z])/gi;
const STYLE =
  /\\(?:math(?:rm|bf|it|cal|bb|sf|tt|frak|scr)|text(?:rm|bf|it|sf|tt|sc|normal)?|emph|operatorname|mbox|hbox|rm|bf|it|em|cal|bm|boldsymbol|underline|hat|tilde|bar)(?![a-z])\*?\s?/gi;
const COMMAND = /\\[A-Za-z]+\*?/g;
const ESCAPED = /\\([%&$#_{}])/g;

/** LaTeX as plain text: formulas that are one short name stay (k, epsilon), others go; accents become letters. */
export function plainLatex(text: string): string {
  let t = text;
  if (t.includes("$") || t.includes("\\"))
    t = t
      .replace(ENVIRONMENT, " , ")
      .replace(DOLLARS, (_all, block?: string, inline?: string, loose?: string) =>
        formula(block ?? inline ?? loose ?? ""),
      )
      .replace(BRACKETED, (_all, inline?: string, block?: string) => formula(inline ?? block ?? ""));
  if (t.includes("\\"))
    t = t
      .replace(ACCENT, accent)
      .replace(LETTER, (_all, name: string) => LETTERS.get(name) ?? name)
      .replace(SILENT, " ")
      .replace(ESCAPED, "$1")
      .replace(NAMED, "$1")
      .replace(STYLE, "")
      .replace(COMMAND, " ")
      .replaceAll("\\", " ");
  return t.includes("{") || t.includes("}") ? t.replace(/[{}]/g, "") : t;
}

function formula(tex: string): string {
  return simpleFormula(
    tex
      .replace(NAMED, "$1")
      .replace(STYLE, "")
      .replace(/\\[,;:! ]/g, ""),
  );
}

function accent(all: string, sign?: string, letterSign?: string, braced?: string, bare?: string): string {
  const mark = ACCENTS.get(sign ?? letterSign ?? "");
  const base = braced ?? bare;
  return mark === undefined || base === undefined ? all : (base + mark).normalize("NFC");
}
