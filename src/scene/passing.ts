import { clamp } from "../kernel/numeric.ts";

/** A paper that never comes: it has no year. */
export const NEVER = 255;

/** A map while the years go by: places stay, papers come, are new for a year, and step back. */
export interface Passing {
  /** Column of each paper's year, 0 to 254, or NEVER. */
  readonly when: Uint8Array;
  /** Where time stands, in columns: 3 when the papers of column 3 are there, 2.5 while they come. */
  readonly at: number;
  /** How many columns a paper stays in sight; Infinity for good. */
  readonly span: number;
  /** By first-level topic, 0 to 1: how far its name and its ground are there. */
  readonly weights: Float32Array;
  /** Papers that come or are new, small ones first: drawn above the others. */
  readonly fresh: Uint32Array;
}

/**
 * How new papers look beside old ones, as numbers: shaders take them by template. What is left of an old dot's colour,
 * and of the opacity of links between old papers; how much larger a new dot is; how small one begins.
 */
export const PASSING = { old: 0.42, oldLink: 0.5, larger: 0.45, begins: 0.2 } as const;

/** How far a paper of this age (columns since its own) is there, 0 to 1: it comes in the column before, and goes in the last one. */
export function presence(age: number, span: number): number {
  const come = clamp(1 + age, 0, 1);
  return Math.min(come * come * (3 - 2 * come), clamp(span - age, 0, 1));
}

/** How new it is: 1 until its year is over, 0 a year later. */
export function freshness(age: number): number {
  return clamp(1 - age, 0, 1);
}

/** How far paper i is there; 1 where no years go by. */
export function presenceOf(passing: Passing | undefined, i: number): number {
  if (!passing) return 1;
  return passing.when[i] === NEVER ? 0 : presence(passing.at - passing.when[i], passing.span);
}

/** How new paper i is; 1 where no years go by. */
export function freshnessOf(passing: Passing | undefined, i: number): number {
  return passing ? freshness(passing.at - passing.when[i]) : 1;
}

/** What is left of the size of a name, and of the opacity of name and ground, of a topic of this weight. */
export function nameShare(weight: number): { readonly size: number; readonly alpha: number } {
  return { size: 0.62 + 0.38 * weight, alpha: clamp(weight * 3, 0, 1) };
}

/** By how much a dot is smaller or larger that is so far there, and so new. */
export function passingSize(there: number, fresh: number): number {
  return (PASSING.begins + (1 - PASSING.begins) * there) * (1 + PASSING.larger * fresh);
}
