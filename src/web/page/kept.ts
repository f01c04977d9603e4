/** A text kept in this browser under a name; undefined where there is none, or none may be kept. */
export function keptText(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text, or forgets it (undefined). Where the browser keeps nothing for this page it holds until it is closed. */
export function keepText(name: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // As said.
  }
}
