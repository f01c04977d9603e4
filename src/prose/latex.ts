import { ACCENTS, COMMANDS, LETTERS, SILENT, SUBSCRIPTS, SUPERSCRIPTS } from "./latex-table.ts";

/** A command, an accent with its letter, or an escaped sign. */
const COMMAND = /\\(?:[a-zA-Z]{2,}|[a-zA-Z][{}]|["'`^~=.][a-zA-Z{]|[$&%#_{}(-])/;
/** Whether a text from any source holds LaTeX that is worth translating: a command, or math between dollars. */
export function looksLikeLatex(text: string): boolean {
  if (text.includes("\\") && COMMAND.test(text)) return true;
  for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at + 1))
    if (opensFormula(text, at)) return true;
  return false;
}

/**
 * LaTeX to Unicode text in one pass: accents, letters, symbols, dashes, quotes, math letters, sub- and superscripts;
 * braces and formatting commands go, their contents stay. Linear in the length; nesting costs no stack.
 */
export function latexToText(source: string): string {
  const text = dropPreambles(source);
  if (!/[\\{}$~`']|--|\^|_/.test(text)) return text;
  const out: string[] = [];
  let math = false;
  let i = 0;
  while (i < text.length) {
    // Runs of plain letters in one piece.
    PLAIN.lastIndex = i;
    if (PLAIN.test(text)) {
      out.push(text.slice(i, PLAIN.lastIndex));
      i = PLAIN.lastIndex;
      continue;
    }
    const c = text[i];
    if (c === "\\") {
      i = command(text, i, out);
      continue;
    }
    if (c === "{" || c === "}") i++;
    else if (c === "$") {
      if (math) math = false;
      else if (opensFormula(text, i)) math = true;
      else out.push("$");
      i += text[i + 1] === "$" ? 2 : 1;
    } else if (c === "~") {
      out.push(math || text[i - 1] === "/" ? "~" : " ");
      i++;
    } else if (c === "-" && text[i + 1] === "-") {
      const em = text[i + 2] === "-";
      out.push(em ? "—" : "–");
      i += em ? 3 : 2;
    } else if (c === "`" && text[i + 1] === "`") {
      out.push("“");
      i += 2;
    } else if (c === "'" && text[i + 1] === "'") {
      out.push("”");
      i += 2;
    } else if (math && (c === "^" || c === "_")) i = script(text, i, out);
    else {
      out.push(c);
      i++;
    }
  }
  return out.join("");
}

const PLAIN = /[^\\{}$~\-`'^_]+/y;
const MATH_REACH = 2000;

/** What only formulas hold: \sigma, x^2, a_i; or a sign alone, as in "P$<$0.7". */
const SIGNED = /[\\^_{]|^\s*[<>=+-]+\s*$/;

/**
 * Whether the dollar at `at` opens a formula that another one closes soon. As Pandoc reads dollars: no space inside either,
 * no digit after the second, since "$5 and $10" is money; unless what stands between is signed as a formula.
 */
function opensFormula(text: string, at: number): boolean {
  const from = text[at + 1] === "$" ? at + 2 : at + 1;
  const end = text.indexOf("$", from);
  if (end < 0 || end - from > MATH_REACH || text[end - 1] === "\\") return false;
  const inside = text.slice(from, end);
  return SIGNED.test(inside) || !(/^\s|\s$|^\d.*\s/.test(inside) || /^\d/.test(text.slice(end + 1, end + 2)));
}

/** Springer puts a whole LaTeX preamble before each formula; what counts stands between the dollars. */
function dropPreambles(text: string): string {
  if (!text.includes("\\documentclass")) return text;
  const parts = text.split("\\documentclass");
  return parts
    .map((part, i) => {
      if (i === 0) return part;
      const at = part.indexOf("\\begin{document}");
      return (at < 0 ? part : part.slice(at + 16)).replace("\\end{document}", "");
    })
    .join("");
}

/** The name of a command. */
const WORD = /[a-zA-Z]{1,39}/y;

/** Translates the command at `at`; returns where to go on. */
function command(text: string, at: number, out: string[]): number {
  const c = text[at + 1];
  if (c === undefined) return at + 1;
  if (!/[a-zA-Z]/.test(c)) {
    const mark = ACCENTS.get(c);
    if (mark !== undefined) return accent(text, at + 2, mark, out, c);
    if (c === "\\") out.push(" ");
    else if (c === "-" || c === "/" || c === "(" || c === ")" || c === "[" || c === "]" || c === "!") {
      /* hyphenation points, italic corrections and math brackets leave nothing */
    } else if (c === "," || c === ";" || c === ":" || c === " " || c === "\n") out.push(" ");
    else out.push(c);
    return at + 2;
  }
  WORD.lastIndex = at + 1;
  const name = WORD.exec(text)?.[0] ?? c;
  let end = at + 1 + name.length;
  const mark = name.length === 1 || name === "textcommabelow" ? ACCENTS.get(name) : undefined;
  if (mark !== undefined && /^\s*[\\{a-zA-Z]/.test(text.slice(end, end + 8))) {
    const braced = text[end] === "{" || text[end] === " " || text[end] === "\\";
    if (braced) return accent(text, end, mark, out, "");
  }
  if (name === "hspace" || name === "hskip") {
    out.push(" ");
    return skipGroup(text, text[end] === "*" ? end + 1 : end);
  }
  const known = LETTERS.get(name) ?? COMMANDS.get(name);
  const letter = known !== undefined;
  if (known !== undefined) out.push(known);
  else if (!SILENT.has(name) && !/^[a-z]+$/i.test(name)) out.push(name);
  else if (name === "href") return skipGroup(text, end);
  else if (name === "begin" || name === "end" || name === "cite" || name === "label" || name === "ref")
    return skipGroup(text, end);
  // One blank after a command ends it; "{}" does the same.
  if (text[end] === "{" && text[end + 1] === "}") return end + 2;
  if (letter && LETTERS.has(name)) while (text[end] === " ") end++;
  else if (!letter) while (text[end] === " ") end++;
  return end;
}

/** Puts the accent on the next letter, which may stand in braces or be \i or \j. */
function accent(text: string, from: number, mark: string, out: string[], plain: string): number {
  let i = from;
  while (text[i] === "{" || text[i] === " ") i++;
  let base = String.fromCodePoint(text.codePointAt(i) ?? 32);
  let end = i + base.length;
  if (base === "\\") {
    const name = /^\\([a-zA-Z]+) ?/.exec(text.slice(i, i + 12));
    const letter = name === null ? undefined : LETTERS.get(name[1]);
    if (name === null || letter === undefined) return i;
    base = letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter;
    end = i + name[0].length;
  }
  const letter = (base + mark).normalize("NFC");
  // No letter has these two dots: a quote behind a backslash.
  if (plain === '"' && (letter.length > base.length || (i > from && !/[aeiouyı]/i.test(base)))) {
    out.push(plain);
    return from;
  }
  if (/\p{L}/u.test(base)) out.push(letter);
  else {
    // An accent over nothing: \~ and \^ stand for themselves.
    if (plain === "~" || plain === "^") out.push(plain);
    return i === from ? from : i;
  }
  return end;
}

/** `^` or `_` in math: digits and signs become Unicode scripts where they all have one. */
function script(text: string, at: number, out: string[]): number {
  let end = at + 2;
  let body = text[at + 1] ?? "";
  if (body === "{") {
    const close = text.indexOf("}", at);
    if (close < 0 || close - at > 60) return at + 2;
    body = text.slice(at + 2, close);
    end = close + 1;
  } else if (body === "\\") return at + 1;
  const table = text[at] === "^" ? SUPERSCRIPTS : SUBSCRIPTS;
  const scripts = [...body].map((c) => table.get(c));
  if (body.length <= 6 && scripts.every((c) => c !== undefined)) out.push(scripts.join(""));
  else {
    out.push(text[at]);
    return at + 1;
  }
  return end;
}

function skipGroup(text: string, from: number): number {
  if (text[from] !== "{") return from;
  const end = text.indexOf("}", from);
  return end < 0 || end - from > 500 ? from : end + 1;
}
