import { groupBy, prefixSum } from "../kernel/columns.ts";
import { type EdgeList, NO_LABEL } from "../model/edges.ts";
import { edgeName, type TopicMap } from "../model/map.ts";
import { sixDigits } from "../model/number.ts";
import type { RowGroup, Values } from "./parquet-writer.ts";
import { overflow } from "./rest.ts";
import { EDGE_ROWS, edgeColumns } from "./shapes.ts";
import type { Tile } from "./tiles.ts";
import { inOrder, type TableRows } from "./write-papers.ts";

/** The links of a map as a table, and where to find those of a paper. */
export interface EdgeRows extends TableRows {
  /** Of each row group the later row of its first link. */
  readonly firsts: readonly number[];
  /** The row groups that hold links of a row to later rows, ascending. */
  groupsOf(row: number): number[] | null;
}

/**
 * The links of a map in the order of their later rows.
 * @param row paper → row
 * @param isTold whether the evidence of a list is written
 */
export function edgeRows(
  map: TopicMap,
  row: Uint32Array,
  tiles: readonly Tile[],
  isTold: (list: EdgeList) => boolean,
): EdgeRows {
  const lists = map.edges.filter(({ source }) => source.length > 0);
  let count = 0;
  const start = lists.map(({ source }) => {
    count += source.length;
    return count - source.length;
  });
  const [later, earlier] = [new Uint32Array(count), new Uint32Array(count)];
  const weight = new Float32Array(count);
  for (const [k, { source, target, weight: own }] of lists.entries())
    for (let e = 0; e < source.length; e++) {
      const [a, b] = [row[source[e]], row[target[e]]];
      later[start[k] + e] = Math.max(a, b);
      earlier[start[k] + e] = Math.min(a, b);
      weight[start[k] + e] = sixDigits(own[e]);
    }
  const { item, start: ofRow } = groupBy(later, row.length);
  const order = strongestFirst(item, ofRow, start, { earlier, weight });
  const parts = cuts(ofRow, tiles);
  const told = lists.map((list) => list.readout !== undefined && isTold(list));
  const shapes = edgeColumns({
    mentions: lists.some(({ mentions }) => mentions !== undefined),
    evidence: told.includes(true),
    rest: (map.extra?.edges?.size ?? 0) > 0 || lists.some(hasOddMention),
  });
  function* groups(): Generator<RowGroup> {
    for (const { from, to } of parts) {
      const size = to - from;
      const rest = overflow(size);
      const list = new Uint8Array(size);
      const edge = new Uint32Array(size);
      for (let i = 0; i < size; i++) {
        let k = lists.length - 1;
        while (start[k] > order[from + i]) k--;
        list[i] = k;
        edge[i] = order[from + i] - start[k];
      }
      const each = <T>(of: (one: EdgeList, e: number, i: number) => T) =>
        Array.from({ length: size }, (_, i) => of(lists[list[i]], edge[i], i));
      const ends = (of: (one: EdgeList, e: number, i: number) => number) => Int32Array.from(each(of));
      const mention = (name: "name" | "sentence") =>
        each(({ mentions }, e, i) => rest.text(i, name, mentions?.[e][name]));
      const columns = new Map<string, Values>([
        [
          "source",
          ends(({ directed, source }, e, i) => (directed ? row[source[e]] : earlier[order[from + i]])),
        ],
        [
          "target",
          ends(({ directed, target }, e, i) => (directed ? row[target[e]] : later[order[from + i]])),
        ],
        ["kind", each(({ kind }) => kind)],
        ["weight", Float32Array.from({ length: size }, (_, i) => weight[order[from + i]])],
        ["name", mention("name")],
        ["sentence", mention("sentence")],
        ["evidence", each((one, e, i) => (told[list[i]] ? evidenceText(one, e) : null))],
      ]);
      for (let i = 0; map.extra?.edges && i < size; i++) {
        const { kind, source, target } = lists[list[i]];
        rest.extra(i, map.extra.edges.get(edgeName(kind, source[edge[i]], target[edge[i]])));
      }
      columns.set("rest", rest.column());
      yield inOrder(shapes, columns);
    }
  }
  return {
    shapes,
    groups,
    firsts: parts.map(({ row: first }) => first),
    groupsOf: groupFinder(parts, order, earlier, row.length),
  };
}

/**
 * The links of each row by kind, the strongest first: weights that descend take a tenth less. @param item links by row
 * @param ofRow where those of each row begin
 * @param start the first link of each kind
 */
function strongestFirst(
  item: Uint32Array,
  ofRow: Uint32Array,
  start: readonly number[],
  { earlier, weight }: { readonly earlier: Uint32Array; readonly weight: Float32Array },
): Uint32Array {
  const kindOf = (link: number) => start.findLastIndex((first) => first <= link);
  const order = item.slice();
  for (let r = 0; r + 1 < ofRow.length; r++)
    order
      .subarray(ofRow[r], ofRow[r + 1])
      .sort((a, b) => kindOf(a) - kindOf(b) || weight[b] - weight[a] || earlier[a] - earlier[b]);
  return order;
}

/** The links [from, to) of a row group, and the row of the first. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** Cuts links at tiles, and at papers where there are enough. @param ofRow where the links of each row begin */
function cuts(ofRow: Uint32Array, tiles: readonly Tile[]): Part[] {
  const parts: Part[] = [];
  for (const { first, count } of tiles)
    for (let r = first, begin = first; r < first + count; r++) {
      const [from, to] = [ofRow[begin], ofRow[r + 1]];
      if (to - from < EDGE_ROWS && r + 1 < first + count) continue;
      if (to > from) parts.push({ from, to, row: begin });
      begin = r + 1;
    }
  return parts;
}

/** Finds the row groups in which a row is the earlier end. */
function groupFinder(parts: readonly Part[], item: Uint32Array, earlier: Uint32Array, rows: number) {
  const seen = new Int32Array(rows);
  /** Calls back once for each row group and row; groups ascend. */
  const visit = (use: (row: number, group: number) => void) => {
    seen.fill(-1);
    for (const [g, { from, to }] of parts.entries())
      for (let i = from; i < to; i++) {
        const row = earlier[item[i]];
        if (seen[row] === g) continue;
        seen[row] = g;
        use(row, g);
      }
  };
  const counts = new Uint32Array(rows + 1);
  visit((row) => counts[row + 1]++);
  const start = prefixSum(counts);
  const next = start.slice();
  const group = new Uint32Array(start[rows]);
  visit((row, g) => {
    group[next[row]++] = g;
  });
  return (row: number) =>
    start[row] === start[row + 1] ? null : Array.from(group.subarray(start[row], start[row + 1]));
}

function hasOddMention({ mentions = [] }: EdgeList): boolean {
  return mentions.some(({ name, sentence }) => !name.isWellFormed() || !sentence.isWellFormed());
}

/** The terms of a link as JSON; null where it has none. */
function evidenceText({ readout }: EdgeList, e: number): string | null {
  if (!readout) return null;
  const terms: object[] = [];
  for (let slot = 3 * e; slot < 3 * e + 3; slot++) {
    const label = readout.label[slot];
    if (label !== NO_LABEL)
      terms.push({ term: readout.labels[label], share: sixDigits(readout.share[slot]) });
  }
  return terms.length > 0 ? JSON.stringify(terms) : null;
}
