import type { DrawnNode } from "../../model/drawing.ts";
import { OWN_COLUMNS } from "../columns/known.ts";
import { matchFields } from "../fields.ts";
import { plainRecord } from "../json/plain.ts";
import type { Emit, RawRecord, ReadOptions, Warn } from "../record.ts";
import type { GraphEdge, GraphHandler } from "./graph.ts";

/** Words that the middle label has at least where labels are titles. */
const TITLE_WORDS = 4;
const NO_COLUMNS: ReadonlyMap<string, string> = new Map();
/** Links that name no node are told of so often. */
const MOST_LOOSE = 3;

/** Papers of a graph: gathered until all its links are known, then handed out with the works that they cite. */
export interface GraphPapers extends GraphHandler {
  readonly count: number;
  /** @returns why there are none; undefined where there are */
  end(): string | undefined;
}

/**
 * Nodes of a graph as papers. The title is the attribute of such a name, else the label; directed links are citations, of
 * our own graphs those of that kind only. A graph whose nodes are no papers gives none.
 */
export function graphPapers(emit: Emit, warn: Warn, { columns }: ReadOptions): GraphPapers {
  const nodes: DrawnNode[] = [];
  const index = new Map<string, number>();
  const cited = new Map<number, string[]>();
  const links: GraphEdge[] = [];
  return {
    get count() {
      return nodes.length;
    },
    node(node) {
      if (index.has(node.id))
        return warn(
          `the id ${node.id} is used twice, expected ids of their own; the second node was left out`,
          {
            line: node.line,
            record: node.id,
          },
        );
      index.set(node.id, nodes.length);
      nodes.push(node);
    },
    edge(edge) {
      if (edge.directed && (edge.kind === undefined || edge.kind === "citation")) links.push(edge);
    },
    end() {
      if (nodes.length === 0) return "is a graph without papers: give the collection that it was made of";
      const reason = whyNoPapers(nodes, columns);
      if (reason !== undefined) return reason;
      const records = nodes.map((node) => recordOf(node, columns));
      const known = new Map<string, number>();
      for (const { id = "" } of records) known.set(id, (known.get(id) ?? 0) + 1);
      let loose = 0;
      for (const { source, target, line } of links) {
        const [from, to] = [index.get(source), index.get(target)];
        if (from === undefined || to === undefined) {
          if (++loose <= MOST_LOOSE)
            warn(
              `a link names the node ${from === undefined ? source : target}, which is not there; left out`,
              { line },
            );
          continue;
        }
        const { doi, id = "", title = "" } = records[to];
        const list = cited.get(from);
        // A bare year says nothing as a reference.
        const name = doi ?? ((known.get(id) ?? 0) > 1 || /^\d{4}$/.test(id) ? title : id);
        if (list) list.push(name);
        else cited.set(from, [name]);
      }
      if (loose > MOST_LOOSE) warn(`${loose} links in all name nodes that are not there; left out`);
      for (const [i, record] of records.entries()) {
        const more = cited.get(i);
        emit(more ? { ...record, references: [...(record.references ?? []), ...more] } : record);
      }
      return undefined;
    },
  };
}

function isOwn({ values }: DrawnNode): boolean {
  return values.some(([name]) => name === "identity") && values.some(([name]) => name === "source_id");
}

function recordOf(node: DrawnNode, columns: ReadonlyMap<string, string>): RawRecord {
  const isOurs = isOwn(node);
  const members: (readonly [string, string])[] = [];
  const kept = isOurs ? node.values.filter(([name]) => !OWN_COLUMNS.has(name)) : node.values;
  const names = kept.map(([name]) => name);
  const fields = matchFields(names, columns);
  const label = node.label?.trim() ?? "";
  if (isOurs || !fields.has("title")) members.push(["title", label === "" ? node.id : label]);
  if (isOurs || !fields.has("id"))
    members.push(["id", node.values.find(([name]) => name === "source_id")?.[1] ?? node.id]);
  members.push(...kept.filter(([name]) => name !== "source_id"));
  const record = plainRecord(Object.fromEntries(members), columns) ?? { title: label };
  const { x, y } = node;
  return {
    ...record,
    line: node.line,
    record: node.id,
    ...(x === undefined || y === undefined ? {} : { place: [x, y] as const }),
  };
}

/** Why the nodes are no papers: nothing is said of them that only papers have, and their labels are no titles. */
function whyNoPapers(nodes: readonly DrawnNode[], columns: ReadonlyMap<string, string>): string | undefined {
  const names = new Set(nodes.flatMap(({ values }) => values.map(([name]) => name)));
  const fields = matchFields([...names], columns.size > 0 ? columns : NO_COLUMNS);
  const titled =
    fields.has("title") && ["authors", "year", "abstract", "doi"].some((name) => fields.has(name as "doi"));
  if (titled || columns.size > 0 || fields.has("abstract") || fields.has("doi")) return undefined;
  const labels = nodes
    .map(({ label = "" }) => label.trim().split(/\s+/).filter(Boolean).length)
    .sort((a, b) => a - b);
  const median = labels[labels.length >> 1];
  if (median >= TITLE_WORDS) return undefined;
  const { id, label } = nodes[0];
  return `is a graph, but not of papers: its nodes, such as “${label?.trim() || id}”, have no titles, abstracts or DOIs; give a graph of papers, or the collection that it was made of`;
}
