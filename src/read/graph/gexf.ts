import type { DrawnNode } from "../../model/drawing.ts";
import type { Warn } from "../record.ts";
import type { XmlHandler } from "../xml.ts";
import { colorOf, type GraphHandler, numberOf } from "./graph.ts";

type Attributes = Readonly<Record<string, string>>;
type Open = { -readonly [K in keyof DrawnNode]: DrawnNode[K] } & { values: [string, string][] };

interface Declared {
  readonly title: string;
  fallback?: string;
}

/**
 * Reads GEXF (https://gexf.net) of any version as nodes and links, while it arrives. Of dynamic attributes the last value
 * counts; nodes within nodes are nodes like others.
 */
export function gexfReader(handler: GraphHandler, warn: Warn): XmlHandler {
  const declared = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() };
  let of: "node" | "edge" = "node";
  let attribute: Declared | undefined;
  let inDefault = false;
  let isDirected = false;
  const nodes: Open[] = [];
  let edge: { source: string; target: string; directed: boolean; kind?: string; line: number } | undefined;

  const take = ({ for: id = "", ...own }: Attributes) => {
    const name = id || own.id || "";
    const value = own.value ?? "";
    if (value === "") return;
    if (edge) {
      if ((declared.edge.get(name)?.title ?? name) === "kind") edge.kind = value;
    } else nodes.at(-1)?.values.push([declared.node.get(name)?.title ?? name, value]);
  };
  const openNode = (own: Attributes, line: number) => {
    const { id, label } = own;
    if (id === undefined) warn("found a node without an id, expected one; it was left out", { line });
    nodes.push({ id: id ?? "", line, values: [], ...(label === undefined ? {} : { label }) });
  };
  const openEdge = (own: Attributes, line: number) => {
    const { source, target, type, kind } = own;
    if (source === undefined || target === undefined)
      return warn("found a link without source or target, expected both; it was left out", { line });
    const directed = type === undefined ? isDirected : type !== "undirected";
    edge = { source, target, directed, line, ...(kind === undefined ? {} : { kind }) };
  };
  const closeNode = () => {
    const node = nodes.pop();
    if (!node || node.id === "") return;
    const known = new Set(node.values.map(([name]) => name));
    for (const { title, fallback } of declared.node.values())
      if (fallback !== undefined && !known.has(title)) node.values.push([title, fallback]);
    handler.node(node);
  };
  return {
    open(name, own, line) {
      const node = nodes.at(-1);
      if (name === "graph")
        isDirected = own.defaultedgetype !== "undirected" && own.defaultedgetype !== undefined;
      else if (name === "attributes") of = own.class === "edge" ? "edge" : "node";
      else if (name === "attribute") {
        attribute = { title: own.title || own.id || "" };
        if (own.id !== undefined) declared[of].set(own.id, attribute);
      } else if (name === "default") inDefault = true;
      else if (name === "node") openNode(own, line);
      else if (name === "edge") openEdge(own, line);
      else if (name === "attvalue") take(own);
      else if (node && !edge && name === "position") {
        const [x, y] = [numberOf(own.x), numberOf(own.y)];
        if (x !== undefined && y !== undefined) Object.assign(node, { x, y });
      } else if (node && !edge && name === "color") {
        const color = own.hex?.toLowerCase() ?? colorOf([own.r, own.g, own.b]);
        if (color !== undefined && /^#[0-9a-f]{6}$/.test(color)) node.color = color;
      }
    },
    text(text) {
      if (inDefault && attribute && text.trim() !== "")
        attribute.fallback = (attribute.fallback ?? "") + text;
    },
    close(name) {
      if (name === "default") inDefault = false;
      else if (name === "attribute") attribute = undefined;
      else if (name === "node") closeNode();
      else if (name === "edge" && edge) {
        handler.edge(edge);
        edge = undefined;
      }
    },
  };
}
