import type Graph from "graphology";

const NODE = "map";

/**
 * The graph that sigma is given: one stand-in node (without a node sigma does not draw), no edge, never a change. It has
 * what sigma calls of a graphology graph, so that the page need not carry 60 kB of graph for it.
 */
export function oneNode(attributes: Readonly<Record<string, unknown>>): Graph {
  const graph = {
    order: 1,
    size: 0,
    multi: false,
    nodes: () => [NODE],
    edges: () => [],
    hasNode: (node: unknown) => node === NODE,
    hasEdge: () => false,
    forEachNode(visit: (node: string, attributes: Readonly<Record<string, unknown>>) => void) {
      visit(NODE, attributes);
    },
    forEachEdge() {},
    getNodeAttributes: () => attributes,
    on() {},
    removeListener() {},
    // sigma asks for these to tell that it is a graph, and never calls them.
    addUndirectedEdgeWithKey: unchanging,
    dropNode: unchanging,
  };
  return graph as unknown as Graph;
}

function unchanging(): never {
  throw new Error("the stand-in graph does not change");
}
