import type { Warn } from "./record.ts";

/**
 * Text as the readers want it, piece by piece: line ends are "\n", no byte-order marks (files that were joined have
 * them in the middle), no NUL characters. What is dropped beyond marks is told of.
 */
export function createNormaliser(warn: Warn): { push(text: string): string; end(): void } {
  let afterCr = false;
  let first = true;
  let nuls = 0;
  return {
    push(piece) {
      let text = piece;
      if (text === "") return text;
      if (first) {
        // A byte-order mark that was taken for windows-1252 and written as UTF-8 once more.
        if (text.startsWith("\u00ef\u00bb\u00bf")) text = text.slice(3);
        first = false;
      }
      if (text.includes("\ufeff")) text = text.replaceAll("\ufeff", "");
      // Line separators of Unicode end no line in any format, but stop a regular expression's dot.
      if (text.includes("\u2028") || text.includes("\u2029")) text = text.replace(/[\u2028\u2029]/g, " ");
      // Record separators before each object: JSON text sequences (RFC 7464).
      if (text.includes("\x1e")) text = text.replace(/\x1e(?=\s*(?:\{|$))/g, "");
      if (text.includes("\0")) {
        const before = text.length;
        text = text.replaceAll("\0", "");
        nuls += before - text.length;
      }
      if (afterCr && text !== "") {
        if (text.charCodeAt(0) === 10) text = text.slice(1);
        afterCr = false;
      }
      if (text.includes("\r")) {
        afterCr = text.endsWith("\r");
        text = text.replace(/\r\n?/g, "\n");
      }
      return text;
    },
    end() {
      if (nuls > 0)
        warn(
          `found ${nuls} NUL ${nuls === 1 ? "character" : "characters"}, expected text; dropped (was the file cut off or written in another encoding?)`,
        );
    },
  };
}
