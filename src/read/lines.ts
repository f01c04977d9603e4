/**
 * Cuts pushed text into lines (LF, CRLF or lone CR), whatever the cuts between pushes.
 * @param onLine told each line without its end, and its 1-based number
 */
export function lineSplitter(onLine: (line: string, number: number) => void): {
  push(text: string): void;
  end(): void;
} {
  // Pieces of an unfinished line: joined once, so that a long line in many chunks stays linear.
  let pieces: string[] = [];
  let number = 0;
  let afterCr = false;
  const finish = (last: string) => {
    number++;
    if (pieces.length === 0) onLine(last, number);
    else {
      pieces.push(last);
      const line = pieces.join("");
      pieces = [];
      onLine(line, number);
    }
  };
  return {
    push(text) {
      let from = 0;
      if (afterCr && text.length > 0) {
        if (text.charCodeAt(0) === 10) from = 1;
        afterCr = false;
      }
      let lf = text.indexOf("\n", from);
      let cr = text.indexOf("\r", from);
      while (lf >= 0 || cr >= 0) {
        const at = cr >= 0 && (lf < 0 || cr < lf) ? cr : lf;
        finish(text.slice(from, at));
        from = at + 1;
        if (at === cr) {
          if (from === text.length) afterCr = true;
          else if (text.charCodeAt(from) === 10) from++;
          cr = text.indexOf("\r", from);
        }
        if (lf >= 0 && lf < from) lf = text.indexOf("\n", from);
      }
      if (from < text.length) pieces.push(text.slice(from));
    },
    end() {
      if (pieces.length > 0) finish("");
    },
  };
}
