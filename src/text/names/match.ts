/**
 * Whether the letters of a short form can be read off a long form, word by word: the first letter begins the first
 * word, each further letter stands later in the same word or begins a later one, and every telling word gives at
 * least its first letter. Stricter than Schwartz and Hearst (PSB 2003), who let words go unread.
 * @param letters lower case, at least one
 * @param parts lower case words of the long form; compounds split
 * @param optional 1 for parts that may go unread: stop words and later parts of a compound
 */
export function readsOff(letters: string, parts: readonly string[], optional: readonly number[]): boolean {
  return read(letters, 0, parts, optional, 0);
}

function read(
  letters: string,
  from: number,
  parts: readonly string[],
  optional: readonly number[],
  at: number,
): boolean {
  if (at === parts.length) return from === letters.length;
  const part = parts[at];
  if (from < letters.length && part[0] === letters[from]) {
    // Greedy first: as few letters as possible from this word, then more.
    let next = from + 1;
    let unit = 1;
    for (;;) {
      if (read(letters, next, parts, optional, at + 1)) return true;
      if (next >= letters.length) break;
      while (unit < part.length && part[unit] !== letters[next]) unit++;
      if (unit >= part.length) break;
      unit++;
      next++;
    }
  }
  return optional[at] === 1 && at > 0 && read(letters, from, parts, optional, at + 1);
}
