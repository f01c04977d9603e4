/** Whether text is a JSON string that holds JSON: a program encoded it twice. */
export function isQuotedJson(head: string): boolean {
  return /^\s*"(?:\\[nrt]|\s)*(?:\[(?:\\[nrt]|\s)*)?\{(?:\\[nrt]|\s)*(?:\\"|\})/.test(head.slice(0, 1000));
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
]);
/** An escape, or what may be the beginning of one at the end of a piece. */
const ESCAPE = /\\(?:u([\da-fA-F]{4})|([^u]))|\\u?[\da-fA-F]{0,3}$|"/g;

/** Takes one round of string escapes, and the quotes around them, off text that comes in pieces. */
export function unquoter(): (piece: string) => string {
  let left = "";
  return (piece) => {
    const text = left + piece;
    left = "";
    return text.replace(ESCAPE, (all: string, code?: string, sign?: string) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (sign !== undefined) return SIGNS.get(sign) ?? sign;
      if (all !== '"') left = all;
      return "";
    });
  };
}
