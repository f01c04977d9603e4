import { EDGE_KINDS, type EdgeKind, type EdgeList, isDirected, NO_LABEL } from "./edges.ts";
import { TopographError } from "./errors.ts";
import { type Entries, edgeName } from "./map.ts";
import { isPlainEdge } from "./plain-edge.ts";
import { asNumber, field } from "./take.ts";

const NONE: readonly never[] = [];

/** One edge of a saved map. */
interface Edge {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
  readonly evidence: readonly { readonly term: string; readonly share: number }[];
  readonly mention?: { readonly name: string; readonly sentence: string };
  readonly rest: Entries;
}

/** Collects the edges of a saved map, in any order, and makes columns of them. */
export function createEdgeReader() {
  const byKind = new Map<EdgeKind, Edge[]>(EDGE_KINDS.map((kind) => [kind, []]));
  /** Ends are kept as keys until all nodes are known. */
  const ends: { readonly where: string; readonly source: string; readonly target: string }[] = [];
  const read: { readonly kind: EdgeKind; readonly edge: Omit<Edge, "source" | "target"> }[] = [];

  return {
    /** @throws TopographError (input): an unknown kind, a weight that is not above 0 */
    add(value: unknown, index: number): void {
      if (isPlainEdge(value)) {
        const { key, source, target, attributes } = value;
        const { kind, weight, evidence = NONE, name, sentence = "" } = attributes;
        ends.push({ where: `edge ${key}`, source, target });
        const mention = name === undefined ? {} : { mention: { name, sentence } };
        read.push({ kind, edge: { weight, evidence, ...mention, rest: NONE } });
        return;
      }
      const outer = field(value, `edge ${index + 1}`);
      const where = `edge ${outer.text("key") ?? index + 1}`;
      ends.push({ where, source: outer.needText("source"), target: outer.needText("target") });
      const inner = field(outer.take("attributes"), where);
      const kind = inner.needText("kind") as EdgeKind;
      if (!EDGE_KINDS.includes(kind)) throw inner.error("kind", EDGE_KINDS.join(", "), kind);
      const weight = inner.needNumber("weight");
      if (weight <= 0) throw inner.error("weight", "a number above 0", weight);
      const evidence = inner.list("evidence").flatMap((item) => {
        const term = field(item, `${where}: evidence`);
        return { term: term.needText("term"), share: asNumber(term.take("share")) ?? 0 };
      });
      const name = inner.text("name");
      const sentence = inner.text("sentence") ?? "";
      read.push({
        kind,
        edge: {
          weight,
          evidence,
          ...(name === undefined ? {} : { mention: { name, sentence } }),
          rest: inner.rest(),
        },
      });
    },

    /** @throws TopographError (input): an edge to a node that is not in the map, or to itself */
    finish(keys: ReadonlyMap<string, number>): { lists: EdgeList[]; extras: Map<string, Entries> } {
      for (const [i, { where, source, target }] of ends.entries()) {
        const [from, to] = [keys.get(source), keys.get(target)];
        if (from === undefined || to === undefined)
          throw new TopographError(
            "input",
            `${where}: there is no node ${JSON.stringify(from === undefined ? source : target)}`,
          );
        if (from === to)
          throw new TopographError("input", `${where}: links ${JSON.stringify(source)} to itself`);
        const { kind, edge } = read[i];
        const turn = !isDirected(kind) && from > to;
        byKind.get(kind)?.push({ ...edge, source: turn ? to : from, target: turn ? from : to });
      }
      const extras = new Map<string, Entries>();
      const lists: EdgeList[] = [];
      for (const [kind, edges] of byKind) {
        if (edges.length === 0) continue;
        const sorted = distinct(edges.sort((a, b) => a.source - b.source || a.target - b.target));
        lists.push(columns(kind, sorted));
        for (const edge of sorted)
          if (edge.rest.length > 0) extras.set(edgeName(kind, edge.source, edge.target), edge.rest);
      }
      return { lists, extras };
    },
  };
}

/** Of edges between the same two papers the first (`sort` is stable: the first of the file). */
function distinct(sorted: readonly Edge[]): Edge[] {
  return sorted.filter(
    (edge, i) => i === 0 || edge.source !== sorted[i - 1].source || edge.target !== sorted[i - 1].target,
  );
}

function columns(kind: EdgeKind, edges: readonly Edge[]): EdgeList {
  return {
    kind,
    directed: isDirected(kind),
    source: Uint32Array.from(edges, (edge) => edge.source),
    target: Uint32Array.from(edges, (edge) => edge.target),
    weight: Float32Array.from(edges, (edge) => edge.weight),
    ...(edges.some((edge) => edge.evidence.length > 0) ? { readout: readoutOf(edges) } : {}),
    ...(edges.some((edge) => edge.mention)
      ? { mentions: edges.map((edge) => edge.mention ?? { name: "", sentence: "" }) }
      : {}),
  };
}

function readoutOf(edges: readonly Edge[]): NonNullable<EdgeList["readout"]> {
  const ids = new Map<string, number>();
  const label = new Uint32Array(3 * edges.length).fill(NO_LABEL);
  const share = new Float32Array(3 * edges.length);
  for (const [e, { evidence }] of edges.entries())
    for (const [slot, item] of evidence.slice(0, 3).entries()) {
      const id = ids.get(item.term) ?? ids.size;
      ids.set(item.term, id);
      label[3 * e + slot] = id;
      share[3 * e + slot] = item.share;
    }
  return { labels: [...ids.keys()], label, share };
}
