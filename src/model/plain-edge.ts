import { EDGE_KINDS, type EdgeKind, isDirected } from "./edges.ts";

/** An edge just as `encodeMap` writes it, without anything unknown or out of the ordinary. */
export interface PlainEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: {
    readonly kind: EdgeKind;
    readonly weight: number;
    readonly evidence?: readonly { readonly term: string; readonly share: number }[];
    readonly name?: string;
    readonly sentence?: string;
  };
}

const KNOWN: ReadonlySet<string> = new Set(["kind", "weight", "evidence", "name", "sentence"]);

/** Whether an edge can be taken as it is: nearly all are, and they are many; the others are read with care for messages. */
export function isPlainEdge(value: unknown): value is PlainEdge {
  const edge = value as Partial<Record<"key" | "source" | "target" | "attributes", unknown>> | null;
  if (typeof edge !== "object" || edge === null) return false;
  if (typeof edge.key !== "string" || typeof edge.source !== "string" || typeof edge.target !== "string")
    return false;
  const inner = edge.attributes as Record<string, unknown> | null;
  if (typeof inner !== "object" || inner === null) return false;
  for (const key in inner) if (!KNOWN.has(key)) return false;
  const { kind, weight, evidence, name, sentence } = inner;
  if (!EDGE_KINDS.includes(kind as EdgeKind)) return false;
  if (!(typeof weight === "number" && weight > 0 && weight < Number.POSITIVE_INFINITY)) return false;
  if (isDirected(kind as EdgeKind) ? evidence !== undefined : name !== undefined) return false;
  if ((name === undefined) !== (sentence === undefined)) return false;
  if (name !== undefined && (typeof name !== "string" || typeof sentence !== "string")) return false;
  return evidence === undefined || (Array.isArray(evidence) && evidence.every(isTerm));
}

function isTerm(item: unknown): boolean {
  const term = item as Partial<Record<"term" | "share", unknown>> | null;
  return typeof term === "object" && typeof term?.term === "string" && Number.isFinite(term.share);
}
