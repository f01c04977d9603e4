const clean = (pieces: readonly string[]) =>
  pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");

/** Keywords in one string: between semicolons, bars or line ends, else commas. */
export function splitList(list: string): string[] {
  if (list.includes(";")) return clean(list.split(";"));
  if (list.includes("|")) return clean(list.split("|"));
  if (list.includes("\n")) return clean(list.split("\n"));
  return clean(list.split(","));
}

/** Between references; not the one in a SICI, which is part of its DOI: "…>3.0.CO;2-O". */
const SEMICOLON = /(?<!\d\.\d\.[a-z]{2});/i;

/**
 * References in one string: between semicolons, bars or line ends. "&amp;" and the like do not end a reference.
 * Without any of these a string whose parts between commas hold no blanks is a list of ids, else one reference.
 */
export function splitReferences(list: string): string[] {
  if (/;\s|;$/.test(list))
    return clean(list.replace(/&([a-z]{2,6}|#\d{1,6});/gi, "&$1\u0001").split(/;(?:\s|$)/)).map((r) =>
      r.replaceAll("\u0001", ";"),
    );
  if (list.includes("\n")) return clean(list.split("\n"));
  if (list.includes("|")) return clean(list.split("|"));
  if (list.includes(";")) return clean(list.split(SEMICOLON));
  const parts = clean(list.split(","));
  return parts.length > 1 && parts.every((part) => !/\s/.test(part)) ? parts : clean([list]);
}
