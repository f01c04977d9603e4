/** How many papers push the ends of a link off, each time that it pulls. */
export interface Pushers {
  /** So many of all … */
  readonly far: number;
  /** … and so many of those at most `reach` places away. */
  readonly near: number;
  readonly reach: number;
}

/** What one epoch does. */
export interface Step {
  /** What a pull moves the ends of a link by, as a factor. */
  readonly step: number;
  /** Force of each paper within reach that is drawn, and of each other one. */
  readonly near: number;
  readonly far: number;
  /** No single step is longer, in x or in y. */
  readonly longest: number;
}

/** The columns of a descent, where WebAssembly reads and writes them, and the epochs over them. */
export interface Epochs {
  /** x and y of each paper, one after the other. */
  readonly places: Float32Array;
  /** The ends of each link, what it counts (0 to 1), and how far it is on the way to its next pull (0 to 1). */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly pull: Float32Array;
  readonly due: Float32Array;
  /** Pulls the links that come due, one after the other, and pushes their ends off. */
  run(step: Step): void;
}
