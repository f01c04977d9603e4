const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** Replaces lone surrogates by U+FFFD, as `String.prototype.toWellFormed` does (which Node 20 has and its types lack). */
export function wellFormed(text: string): string {
  return text.replace(SURROGATES, (found) => (found.length === 2 ? found : "\ufffd"));
}
