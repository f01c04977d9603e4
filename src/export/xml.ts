/** What XML 1.0 cannot hold, even as a reference. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const SPECIAL = /[&<>"\t\n\r]/g;
const RARE = /[\0-\x1f\ud800-\udfff\ufffe\uffff]/;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * Text for an attribute value or for element content: markup, tab and line ends as references (a parser would turn
 * them into spaces), lone surrogates replaced by U+FFFD, characters that XML forbids dropped.
 */
export function xml(text: string): string {
  if (!needsWork(text)) return text;
  return text
    .toWellFormed()
    .replace(FORBIDDEN, "")
    .replace(SPECIAL, (character) => REFERENCES[character]);
}

/** Most texts need none. Single characters are found an order of magnitude quicker than one of a class. */
function needsWork(text: string): boolean {
  return (
    text.includes("&") || text.includes("<") || text.includes(">") || text.includes('"') || RARE.test(text)
  );
}
