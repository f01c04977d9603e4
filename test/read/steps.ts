/** Methods of strings that look at text, and how much of it: by their receiver, arguments and result. */
const COUNTED: Readonly<Record<string, (text: string, args: readonly unknown[], result: unknown) => number>> =
  {
    charCodeAt: () => 1,
    codePointAt: () => 1,
    at: () => 1,
    indexOf: (text, [what, from], found) => scanned(text, Number(from ?? 0), Number(found), String(what)),
    includes: (text, [what, from], found) => (found ? String(what).length : text.length - Number(from ?? 0)),
    split: (text) => text.length,
    trim: (text, _args, result) => text.length - String(result).length + 1,
    trimEnd: (text, _args, result) => text.length - String(result).length + 1,
    trimStart: (text, _args, result) => text.length - String(result).length + 1,
    toLowerCase: (text) => text.length,
    normalize: (text) => text.length,
    replaceAll: (text) => text.length,
  };

const scanned = (text: string, from: number, found: number, what: string) =>
  found < 0 ? Math.max(0, text.length - from) : found - from + what.length;

/**
 * Counts the characters that are looked at while work is done: one a look of our own loops, the stretch from where a
 * search or a pattern begins to where it ends. Does not see how often one run of a pattern goes back: the clock of
 * `npm run fuzz` does.
 */
export async function countSteps(work: () => Promise<unknown>): Promise<number> {
  let steps = 0;
  const prototype = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const kept = Object.keys(COUNTED).map((name) => [name, prototype[name]] as const);
  const { exec } = RegExp.prototype;
  for (const [name, method] of kept)
    prototype[name] = function (this: string, ...args: unknown[]) {
      const result = Reflect.apply(method, this, args);
      steps += COUNTED[name](this, args, result);
      return result;
    };
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = Reflect.apply(exec, this, [text]);
    const end = match === null ? text.length : match.index + match[0].length;
    const fixed = this.sticky || (this.source.startsWith("^") && !this.multiline);
    steps += fixed && match === null ? 1 : Math.max(1, end - from);
    return match;
  };
  try {
    await work();
  } finally {
    for (const [name, method] of kept) prototype[name] = method;
    RegExp.prototype.exec = exec;
  }
  return steps;
}
