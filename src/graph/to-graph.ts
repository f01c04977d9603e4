import { MultiGraph } from "graphology";
import { encodeMap } from "../model/encode.ts";
import type { TopicMap } from "../model/map.ts";
import { createSplitter, parsePiece } from "../model/split.ts";

interface Node {
  readonly key: string;
  readonly attributes: object;
}

interface Edge extends Node {
  readonly source: string;
  readonly target: string;
  readonly undirected?: boolean;
}

/**
 * The map as a graphology graph (type mixed): nodes keyed p1 …, edges e1 …, and all attributes of the map, its nodes and
 * its edges those of the JSON, because they are read off it: node by node, so that a large map needs no one text.
 */
export function toGraph(map: TopicMap): MultiGraph {
  const graph = new MultiGraph({ type: "mixed", allowSelfLoops: false });
  const splitter = createSplitter(new Set(["nodes", "edges"]), (piece) => {
    const value = parsePiece(piece);
    if (piece.key === "attributes") graph.replaceAttributes(value as object);
    else if (piece.index === undefined) return;
    else if (piece.key === "nodes") graph.addNode((value as Node).key, (value as Node).attributes);
    else {
      const { key, source, target, undirected, attributes } = value as Edge;
      if (undirected) graph.addUndirectedEdgeWithKey(key, source, target, attributes);
      else graph.addDirectedEdgeWithKey(key, source, target, attributes);
    }
  });
  for (const chunk of encodeMap(map)) splitter.push(chunk);
  splitter.end();
  return graph;
}
