/** A node of a graph that another program drew, as its file has it. */
export interface DrawnNode {
  readonly id: string;
  /** 1-based, where it begins in its file. */
  readonly line: number;
  readonly label?: string;
  /** Attributes by their titles, in the order of the file. */
  readonly values: readonly (readonly [name: string, value: string])[];
  /** In units of its own, y upwards. */
  readonly x?: number;
  readonly y?: number;
  /** `#rrggbb`. */
  readonly color?: string;
}
