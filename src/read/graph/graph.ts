import type { DrawnNode } from "../../model/drawing.ts";

/** A link of a graph. Sources and targets are ids of nodes. */
export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  /** What our own links rest on; absent in other graphs. */
  readonly kind?: string;
  readonly line: number;
}

/** What a reader of graphs hands over, nodes before the links that name them or after. */
export interface GraphHandler {
  node(node: DrawnNode): void;
  edge(edge: GraphEdge): void;
}

/** `#rrggbb` of parts from 0 to 255; undefined where one of them is none. */
export function colorOf(parts: readonly (string | undefined)[]): string | undefined {
  const bytes = parts.map((part) => numberOf(part));
  if (bytes.length !== 3) return undefined;
  let color = "#";
  for (const byte of bytes) {
    if (byte === undefined || byte < 0 || byte > 255) return undefined;
    color += Math.round(byte).toString(16).padStart(2, "0");
  }
  return color;
}

/** A finite number, also with a decimal comma; undefined where the text is none. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const value = Number(text.trim().replace(/^([+-]?\d+),(\d+)$/, "$1.$2"));
  return Number.isFinite(value) ? value : undefined;
}
