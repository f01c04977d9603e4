import type { EdgeKind, EdgeList } from "../model/edges.ts";
import { edgeName, type MapExtra } from "../model/map.ts";
import { groupFinder, type LinkOrder } from "./link-order.ts";
import { overflow } from "./rest.ts";
import { edgeColumns } from "./shapes.ts";
import type { RowGroup, Values } from "./values.ts";
import { inOrder, type TableRows } from "./write-papers.ts";

/** The links of a map as a table, and where to find those of a paper. */
export interface EdgeRows extends TableRows {
  /** Of each row group the later row of its first link. */
  readonly firsts: readonly number[];
  /** The row groups that hold links of a row to later rows, ascending. */
  groupsOf(row: number): number[] | null;
}

/**
 * The links of a map as rows of `edges`.
 * @param row paper → row
 * @param extra what links have that this version does not know, by `edgeName`
 */
export function edgeRows(
  { lists, links, order, parts }: LinkOrder,
  row: Uint32Array,
  extra: MapExtra["edges"],
): EdgeRows {
  const { earlier } = links;
  const shapes = edgeColumns({
    mentions: lists.some(({ mentions }) => mentions !== undefined),
    rest: (extra?.size ?? 0) > 0 || lists.some(hasOddMention),
  });
  function* groups(): Generator<RowGroup> {
    for (const { from, to } of parts) {
      const size = to - from;
      const rest = overflow(size);
      const [source, target, weight] = [new Int32Array(size), new Int32Array(size), new Float32Array(size)];
      const [kind, name, sentence] = [
        new Array<EdgeKind>(size),
        new Array<string | null>(size).fill(null),
        new Array<string | null>(size).fill(null),
      ];
      for (let i = 0; i < size; i++) {
        const link = order[from + i];
        const k = links.list[link];
        const list = lists[k];
        const e = link - links.start[k];
        source[i] = list.directed ? row[list.source[e]] : earlier[link];
        target[i] = list.directed ? row[list.target[e]] : links.later[link];
        weight[i] = links.weight[link];
        kind[i] = list.kind;
        const mention = list.mentions?.[e];
        name[i] = rest.text(i, "name", mention?.name);
        sentence[i] = rest.text(i, "sentence", mention?.sentence);
        if (extra) rest.extra(i, extra.get(edgeName(list.kind, list.source[e], list.target[e])));
      }
      const columns = new Map<string, Values>(
        Object.entries({ source, target, kind, weight, name, sentence, rest: rest.column() }),
      );
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

function hasOddMention({ mentions = [] }: EdgeList): boolean {
  return mentions.some(({ name, sentence }) => !name.isWellFormed() || !sentence.isWellFormed());
}
