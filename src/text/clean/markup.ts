const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["thinsp", " "],
  ["ensp", " "],
  ["emsp", " "],
  ["ndash", "–"],
  ["mdash", "—"],
  ["minus", "−"],
  ["hyphen", "-"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["hellip", "…"],
  ["middot", "·"],
  ["times", "×"],
  ["plusmn", "±"],
  ["deg", "°"],
  ["micro", "µ"],
  ["copy", "©"],
  ["reg", "®"],
  ["trade", "™"],
  ["szlig", "ß"],
  ["aelig", "æ"],
  ["AElig", "Æ"],
  ["oslash", "ø"],
  ["Oslash", "Ø"],
  ["eth", "ð"],
  ["thorn", "þ"],
]);
const GREEK =
  /^(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|omicron|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)$/i;
const ACCENTS = new Map([
  ["acute", "\u0301"],
  ["grave", "\u0300"],
  ["circ", "\u0302"],
  ["uml", "\u0308"],
  ["tilde", "\u0303"],
  ["cedil", "\u0327"],
  ["ring", "\u030a"],
  ["caron", "\u030c"],
]);

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
const ACCENTED = /^([A-Za-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)$/;

/** Elements that separate phrases; any other known element stands inside a word or phrase (H<sub>2</sub>O). */
const BLOCK =
  /^(?:p|div|br|hr|title|sec|section|abstract|label|list|list-item|ul|ol|li|dl|dt|dd|h[1-6]|table|tr|td|th|tbody|thead|blockquote|body|html)$/;
const INLINE =
  /^(?:i|b|u|s|a|em|strong|sub|sup|span|small|big|tt|code|font|italic|bold|sc|underline|monospace|roman|inline-formula|disp-formula|tex-math|alternatives|math|m[a-z]+|xref|ext-link|named-content|styled-content|inf|img|scp|abstracttext|semantics|annotation)$/;
const TAG = /<(\/?)\s*(?:[a-z][a-z0-9]*:)?([a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>/gi;
const COMMENT = /<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>/g;
/** Whole elements that say nothing: headings of the abstract, TeX twins of MathML, scripts. */
const DROPPED =
  /<(?:[a-z]+:)?(title|tex-math|annotation|script|style)(?:\s[^<>]*)?>[\s\S]{0,4000}?<\/(?:[a-z]+:)?\1\s*>/gi;
const MATH = /<(?:mml:)?math(?:\s[^<>]*)?>([\s\S]{0,8000}?)<\/(?:mml:)?math\s*>/gi;

/** HTML, JATS and MathML as plain text; entities (also doubly escaped ones) as their characters. "a < b" stays. */
export function plainMarkup(text: string): string {
  let t = text;
  if (t.includes("&")) {
    t = t.replace(ENTITY, entity);
    if (t.includes("&") && t !== text) t = t.replace(ENTITY, entity);
  }
  if (!t.includes("<")) return t;
  return t
    .replace(COMMENT, " ")
    .replace(DROPPED, " . ")
    .replace(MATH, (_all, inner: string) => simpleFormula(inner.replace(TAG, "")))
    .replace(TAG, (all, _slash, name: string) => {
      const n = name.toLowerCase();
      return BLOCK.test(n) ? " . " : INLINE.test(n) ? "" : all;
    });
}

/** A formula that is one short name (k, H2O, α) stays as a word; any other is a gap between phrases. */
export function simpleFormula(formula: string): string {
  const name = formula.replace(/[\s{}_^]/g, "");
  return /^[\p{L}\p{N}]{1,12}$/u.test(name) ? name : " , ";
}

function entity(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name === undefined) {
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number.parseInt(decimal, 10);
    if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return " ";
    return String.fromCodePoint(code);
  }
  const known = ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase());
  if (known !== undefined) return known;
  if (GREEK.test(name)) return name;
  const accented = ACCENTED.exec(name);
  if (accented === null) return all;
  return (accented[1] + (ACCENTS.get(accented[2]) ?? "")).normalize("NFC");
}
