import type { Warn } from "../record.ts";
import type { XmlHandler } from "../xml.ts";
import { colorOf, type GraphHandler, numberOf } from "./graph.ts";

interface Key {
  readonly name: string;
  readonly isOfNodes: boolean;
  fallback?: string;
}

interface OpenNode {
  readonly id: string;
  readonly line: number;
  readonly values: [string, string][];
  /** What yEd draws: label and place. */
  label?: string;
  x?: number;
  y?: number;
}

/** Attributes that say how a node is drawn, in lower case; Gephi, yEd and Topograph call them so. */
const DRAWING: ReadonlySet<string> = new Set(["label", "x", "y", "z", "size", "r", "g", "b", "color"]);

/** Reads GraphML (http://graphml.graphdrawing.org) as nodes and links, while it arrives. */
export function graphmlReader(handler: GraphHandler, warn: Warn): XmlHandler {
  const keys = new Map<string, Key>();
  let key: Key | undefined;
  let isDirected = false;
  const nodes: OpenNode[] = [];
  let edge: { source: string; target: string; directed: boolean; kind?: string; line: number } | undefined;
  let data: { readonly key: string; text: string } | undefined;
  let inDefault = false;
  let shown: string | undefined;

  const endData = () => {
    const value = data?.text.trim() ?? "";
    const name = data && (keys.get(data.key)?.name ?? data.key);
    data = undefined;
    if (name === undefined || value === "") return;
    if (!edge) nodes.at(-1)?.values.push([name, value]);
    else if (name === "kind") edge.kind = value;
    else if (name === "directed") edge.directed = value === "true";
  };
  const closeNode = () => {
    const node = nodes.pop();
    if (!node || node.id === "") return;
    const known = new Set(node.values.map(([name]) => name));
    for (const { name, isOfNodes, fallback } of keys.values())
      if (isOfNodes && fallback !== undefined && !known.has(name)) node.values.push([name, fallback]);
    const drawn = new Map(node.values.map(([name, value]) => [name.toLowerCase(), value]));
    const label = drawn.get("label") ?? node.label;
    const [x, y] = [numberOf(drawn.get("x")) ?? node.x, numberOf(drawn.get("y")) ?? node.y];
    const color =
      drawn.get("color")?.toLowerCase() ?? colorOf([drawn.get("r"), drawn.get("g"), drawn.get("b")]);
    handler.node({
      id: node.id,
      line: node.line,
      values: node.values.filter(([name]) => !DRAWING.has(name.toLowerCase())),
      ...(label === undefined ? {} : { label }),
      ...(x === undefined || y === undefined ? {} : { x, y }),
      ...(color !== undefined && /^#[0-9a-f]{6}$/.test(color) ? { color } : {}),
    });
  };
  return {
    open(name, own, line) {
      const node = nodes.at(-1);
      if (name === "key" && own.id !== undefined) {
        key = { name: own["attr.name"] ?? own.id, isOfNodes: own.for === "node" || own.for === "all" };
        keys.set(own.id, key);
      } else if (name === "default") inDefault = true;
      else if (name === "graph") isDirected = own.edgedefault === "directed";
      else if (name === "node") {
        if (own.id === undefined) warn("found a node without an id, expected one; it was left out", { line });
        nodes.push({ id: own.id ?? "", line, values: [] });
      } else if (name === "edge") {
        const { source, target, directed } = own;
        if (source === undefined || target === undefined)
          warn("found a link without source or target, expected both; it was left out", { line });
        else
          edge = {
            source,
            target,
            line,
            directed: directed === undefined ? isDirected : directed === "true",
          };
      } else if (name === "data" && own.key !== undefined) data = { key: own.key, text: "" };
      else if (name === "NodeLabel") shown = "";
      else if (name === "Geometry" && node) {
        const [x, y] = [numberOf(own.x), numberOf(own.y)];
        // Downwards there.
        if (x !== undefined && y !== undefined) Object.assign(node, { x, y: -y });
      }
    },
    text(text) {
      if (shown !== undefined) shown += text;
      else if (data) data.text += text;
      else if (inDefault && key && text.trim() !== "") key.fallback = (key.fallback ?? "") + text.trim();
    },
    close(name) {
      if (name === "data") endData();
      else if (name === "default") inDefault = false;
      else if (name === "key") key = undefined;
      else if (name === "NodeLabel") {
        const node = nodes.at(-1);
        const label = shown?.trim();
        if (node && label) node.label ??= label;
        shown = undefined;
      } else if (name === "node") closeNode();
      else if (name === "edge" && edge) {
        handler.edge(edge);
        edge = undefined;
      }
    },
  };
}
