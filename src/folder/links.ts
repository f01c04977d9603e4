import { EDGE_KINDS, type EdgeKind, isDirected } from "../model/edges.ts";
import { TopographError } from "../model/errors.ts";
import type { OpenFolder } from "./open.ts";
import type { Cells } from "./parquet-reader.ts";
import { textIn } from "./points.ts";

/** A link of a paper. */
export interface RowLink {
  /** The row of the paper at the other end. */
  readonly other: number;
  readonly kind: EdgeKind;
  readonly weight: number;
  /** Of directed kinds: whether it leads from this paper to the other (this one cites it). */
  readonly isOut?: boolean;
  /** Of mentions. */
  readonly name?: string;
  readonly sentence?: string;
}

/** A link by the rows of its ends; of directed kinds `source` cites `target`. */
export interface LinkOfRows extends Omit<RowLink, "other" | "isOut"> {
  readonly source: number;
  readonly target: number;
}

/** Links by columns; ends are rows, `source` cites `target` in directed kinds. */
export interface RowLinks {
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Places in EDGE_KINDS. */
  readonly kind: Uint8Array;
  readonly weight: Float32Array;
}

/** Where a link stands. */
export interface LinkRow {
  readonly kind: EdgeKind;
  /** Its row in `edges`. */
  readonly link: number;
}

const COLUMNS = ["source", "target", "kind", "weight"] as const;

/** Reads links by rows. */
export function linkReader(folder: OpenFolder) {
  const { head, tiles } = folder;

  /** The row groups of links under the rows first … last − 1. */
  const groupsOf = (first: number, last: number): number[] => {
    const { edgeGroups } = head;
    const groups: number[] = [];
    for (let g = 0; g < edgeGroups.length && edgeGroups[g] < last; g++)
      if (g + 1 === edgeGroups.length || edgeGroups[g + 1] > first) groups.push(g);
    return groups;
  };

  const linksIn = async (groups: readonly number[]): Promise<RowLinks[]> => {
    const edges = await folder.need("edges");
    return (await edges.several(groups, COLUMNS)).map(([source, target, kind, weight]) => ({
      source: ends(source),
      target: ends(target),
      kind: Uint8Array.from(kind, kindNumber),
      weight: Float32Array.from(weight, Number),
    }));
  };

  /** Names and sentences of the mentions of a row group, where the table has them. */
  const mentionsIn = async (group: number): Promise<readonly Cells[]> => {
    const edges = await folder.need("edges");
    return edges.has("name") ? edges.group(group, ["name", "sentence"]) : [[], []];
  };

  const ends = (rows: Cells) => {
    const wrong = Array.prototype.find.call(rows, (row) => !isRow(row, head.papers));
    if (wrong !== undefined) throw new TopographError("input", `edges.parquet: there is no row ${wrong}`);
    return Int32Array.from(rows, Number);
  };

  return {
    /** The links under the rows of a tile: those to papers of this tile and of tiles before it. */
    async ofTile(tile: number): Promise<RowLinks> {
      const { first, count } = tiles[tile];
      return joined(await linksIn(groupsOf(first, first + count)));
    },

    /** The links between papers: each stands under the later of its rows. */
    async among(rows: readonly number[]): Promise<LinkOfRows[]> {
      const wanted = new Set(rows);
      const groups = [...new Set(rows.flatMap((row) => groupsOf(row, row + 1)))].sort((a, b) => a - b);
      const [parts, mentions] = await Promise.all([linksIn(groups), Promise.all(groups.map(mentionsIn))]);
      return parts.flatMap(({ source, target, kind, weight }, k) => {
        const [names, sentences] = mentions[k];
        const links: LinkOfRows[] = [];
        for (let e = 0; e < source.length; e++)
          if (wanted.has(source[e]) && wanted.has(target[e]))
            links.push({
              source: source[e],
              target: target[e],
              kind: EDGE_KINDS[kind[e]],
              weight: weight[e],
              ...mentionAt(names, sentences, e),
            });
        return links;
      });
    },

    /** The rows in `edges` of the links between two papers. */
    async between(a: number, b: number): Promise<LinkRow[]> {
      const edges = await folder.need("edges");
      const groups = groupsOf(Math.max(a, b), Math.max(a, b) + 1);
      return (await linksIn(groups)).flatMap(({ source, target, kind }, k) => {
        const found: LinkRow[] = [];
        for (let e = 0; e < source.length; e++)
          if ((source[e] === a && target[e] === b) || (source[e] === b && target[e] === a))
            found.push({ link: edges.groups[groups[k]] + e, kind: EDGE_KINDS[kind[e]] });
        return found;
      });
    },

    /** All links of one paper, the strongest first. */
    async ofRow(row: number): Promise<RowLink[]> {
      const texts = await folder.need("texts");
      const block = groupAt(texts.groups, row);
      const [beside] = await texts.group(block, ["edgeGroups"]);
      const listed = beside[row - texts.groups[block]];
      const isGroup = (g: unknown): g is number =>
        Number.isInteger(g) && Number(g) >= 0 && Number(g) < head.edgeGroups.length;
      const groups = new Set([
        ...groupsOf(row, row + 1),
        ...(Array.isArray(listed) ? listed.filter(isGroup) : []),
      ]);
      const found = await Promise.all(
        [...groups].map(async (group) => {
          const [{ source, target, kind, weight }] = await linksIn([group]);
          const links: RowLink[] = [];
          const [names, sentences] = await mentionsIn(group);
          for (let e = 0; e < source.length; e++) {
            if (source[e] !== row && target[e] !== row) continue;
            links.push({
              other: source[e] === row ? target[e] : source[e],
              kind: EDGE_KINDS[kind[e]],
              weight: weight[e],
              ...(isDirected(EDGE_KINDS[kind[e]]) ? { isOut: source[e] === row } : {}),
              ...mentionAt(names, sentences, e),
            });
          }
          return links;
        }),
      );
      return found.flat().sort((a, b) => b.weight - a.weight || a.other - b.other);
    },
  };
}

/** Columns one behind the other. */
function joined(parts: readonly RowLinks[]): RowLinks {
  const size = parts.reduce((sum, { source }) => sum + source.length, 0);
  const all: RowLinks = {
    source: new Int32Array(size),
    target: new Int32Array(size),
    kind: new Uint8Array(size),
    weight: new Float32Array(size),
  };
  let at = 0;
  for (const { source, target, kind, weight } of parts) {
    all.source.set(source, at);
    all.target.set(target, at);
    all.kind.set(kind, at);
    all.weight.set(weight, at);
    at += source.length;
  }
  return all;
}

function mentionAt(names: Cells, sentences: Cells, e: number): Pick<RowLink, "name" | "sentence"> {
  const [name, sentence] = [textIn(names[e]), textIn(sentences[e])];
  return { ...(name === undefined ? {} : { name }), ...(sentence === undefined ? {} : { sentence }) };
}

/** Whether a value is the number of a row. */
export function isRow(value: unknown, count: number): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < count;
}

/** Which row group holds a row. @param groups where each begins; behind the last the number of rows */
export function groupAt(groups: Uint32Array, row: number): number {
  let [low, high] = [0, groups.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (groups[middle] <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

function kindNumber(kind: unknown): number {
  const at = (EDGE_KINDS as readonly unknown[]).indexOf(kind);
  if (at < 0)
    throw new TopographError("input", `edges.parquet: there is no kind of link ${JSON.stringify(kind)}`);
  return at;
}
