/** The words that stems are made of: stem s has parts part[start[s] … start[s+1]), which are ids into `names`. */
export interface StemParts {
  readonly start: Uint32Array;
  readonly part: Uint32Array;
  readonly names: readonly string[];
  /** The parts of one stem. */
  readonly idOf: (stem: number) => Uint32Array;
}

/** Splits stems of compounds ("super resolut") into words; part 0 is "", the stem of BREAK. */
export function stemParts(stems: readonly string[]): StemParts {
  const ids = new Map<string, number>();
  const names: string[] = [];
  const start = new Uint32Array(stems.length + 1);
  const part: number[] = [];
  for (const [s, stem] of stems.entries()) {
    for (const name of stem.includes(" ") ? stem.split(" ") : [stem]) {
      let id = ids.get(name);
      if (id === undefined) {
        id = names.length;
        ids.set(name, id);
        names.push(name);
      }
      part.push(id);
    }
    start[s + 1] = part.length;
  }
  const column = Uint32Array.from(part);
  return { start, part: column, names, idOf: (stem) => column.subarray(start[stem], start[stem + 1]) };
}
