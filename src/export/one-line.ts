/** A value that ends with its line: control characters and line ends as spaces, lone surrogates as U+FFFD. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x1f\x7f\u0085\u2028\u2029]+/g, " ")
    .trim();
}
