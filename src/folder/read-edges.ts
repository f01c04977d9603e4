import { groupBy } from "../kernel/columns.ts";
import {
  EDGE_KINDS,
  type EdgeKind,
  type EdgeList,
  type EdgeReadout,
  isDirected,
  NO_LABEL,
} from "../model/edges.ts";
import { TopographError } from "../model/errors.ts";
import { type Entries, edgeName } from "../model/map.ts";
import { isRow } from "./links.ts";
import type { OpenFolder } from "./open.ts";
import { textIn } from "./points.ts";
import { readEvidence } from "./read-evidence.ts";
import { restOf } from "./rest.ts";
import { REST } from "./shapes.ts";

/** What links have beside ends and weight, by their place in the table: few have a mention or anything unknown. */
interface Beside {
  readonly mention: Map<number, { readonly name: string; readonly sentence: string }>;
  readonly evidence: EdgeReadout | undefined;
  readonly extra: Map<number, Entries>;
}

/** The links of a folder as lists by kind, sorted as in a map. @param paperOf row → paper. @throws TopographError (input) for a link that is none */
export async function readEdges(
  folder: OpenFolder,
  paperOf: Uint32Array,
): Promise<{ lists: EdgeList[]; extras: Map<string, Entries> }> {
  const table = await folder.need("edges");
  const count = table.rows;
  const [source, target] = [new Uint32Array(count), new Uint32Array(count)];
  const kind = new Uint8Array(count);
  const weight = new Float32Array(count);
  const beside: Beside = {
    mention: new Map(),
    evidence: await readEvidence(folder),
    extra: new Map(),
  };
  for (let g = 0; g + 1 < table.groups.length; g++) {
    const [sources, targets, kinds, weights, names, sentences, rest] = await table.group(g, [
      "source",
      "target",
      "kind",
      "weight",
      "name",
      "sentence",
      REST,
    ]);
    for (let i = 0; i < sources.length; i++) {
      const e = table.groups[g] + i;
      const [from, to] = [sources[i], targets[i]];
      for (const end of [from, to])
        if (!isRow(end, paperOf.length)) throw fault(e, `there is no row ${JSON.stringify(end)} of papers`);
      const [a, b] = [paperOf[Number(from)], paperOf[Number(to)]];
      if (a === b) throw fault(e, `it links the paper of row ${from} to itself`);
      kind[e] = (EDGE_KINDS as readonly unknown[]).indexOf(kinds[i]);
      if (kind[e] >= EDGE_KINDS.length)
        throw fault(e, `its kind is ${JSON.stringify(kinds[i])}; expected ${EDGE_KINDS.join(", ")}`);
      const turn = !isDirected(EDGE_KINDS[kind[e]]) && a > b;
      source[e] = turn ? b : a;
      target[e] = turn ? a : b;
      weight[e] = Number(weights[i]);
      if (!(weight[e] > 0 && weight[e] < Number.POSITIVE_INFINITY))
        throw fault(e, `its weight is ${weights[i]}; expected a number above 0`);
      const { values, extra } = restOf(rest[i]);
      const name = textIn(values.get("name")) ?? textIn(names[i]);
      if (name !== undefined)
        beside.mention.set(e, {
          name,
          sentence: textIn(values.get("sentence")) ?? textIn(sentences[i]) ?? "",
        });
      if (extra.length > 0) beside.extra.set(e, extra);
    }
  }
  const order = sorted(source, target, folder.head.papers);
  const extras = new Map<string, Entries>();
  const lists = EDGE_KINDS.flatMap((name, k): EdgeList[] => {
    const own = order.filter((e, i) => kind[e] === k && !isRepeated(order, i, source, target, kind));
    if (own.length === 0) return [];
    for (const e of own) {
      const extra = beside.extra.get(e);
      if (extra) extras.set(edgeName(name, source[e], target[e]), extra);
    }
    return [listOf(name, own, { source, target, weight }, beside)];
  });
  return { lists, extras };
}

/** Links in the order of (source, target); of equal ones in the order of the table. Two counting sorts. */
function sorted(source: Uint32Array, target: Uint32Array, papers: number): Uint32Array {
  const byTarget = groupBy(target, papers).item;
  const bySource = groupBy(
    byTarget.map((e) => source[e]),
    papers,
  ).item;
  return bySource.map((i) => byTarget[i]);
}

/** Whether a link of the same kind between the same papers stands before it: the first counts. */
function isRepeated(
  order: Uint32Array,
  i: number,
  source: Uint32Array,
  target: Uint32Array,
  kind: Uint8Array,
): boolean {
  const e = order[i];
  for (let j = i - 1; j >= 0; j--) {
    const other = order[j];
    if (source[other] !== source[e] || target[other] !== target[e]) return false;
    if (kind[other] === kind[e]) return true;
  }
  return false;
}

function listOf(
  kind: EdgeKind,
  own: Uint32Array,
  { source, target, weight }: Pick<EdgeList, "source" | "target" | "weight">,
  { mention, evidence }: Beside,
): EdgeList {
  const readout = evidence && readoutOf(own, evidence);
  const hasMentions = mention.size > 0 && own.some((e) => mention.has(e));
  return {
    kind,
    directed: isDirected(kind),
    source: own.map((e) => source[e]),
    target: own.map((e) => target[e]),
    weight: Float32Array.from(own, (e) => weight[e]),
    ...(readout ? { readout } : {}),
    ...(hasMentions
      ? { mentions: Array.from(own, (e) => mention.get(e) ?? { name: "", sentence: "" }) }
      : {}),
  };
}

/** The evidence of some links, in their order; undefined where none of them has any. */
function readoutOf(
  own: Uint32Array,
  { labels, label: all, share: shares }: EdgeReadout,
): EdgeReadout | undefined {
  const label = new Uint32Array(3 * own.length);
  const share = new Float32Array(3 * own.length);
  let isThere = false;
  for (const [place, e] of own.entries())
    for (let slot = 0; slot < 3; slot++) {
      const number = all[3 * e + slot];
      label[3 * place + slot] = number;
      share[3 * place + slot] = shares[3 * e + slot];
      isThere ||= number !== NO_LABEL;
    }
  return isThere ? { labels, label, share } : undefined;
}

function fault(edge: number, message: string): TopographError {
  return new TopographError("input", `edges.parquet, row ${edge + 1}: ${message}`);
}
