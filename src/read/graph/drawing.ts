import type { Source } from "../../model/collection.ts";
import type { DrawnNode } from "../../model/drawing.ts";
import { TopographError } from "../../model/errors.ts";
import { openText } from "../source.ts";
import { type WarningList, warningList } from "../warnings.ts";
import { xmlParser } from "../xml.ts";
import { gexfReader } from "./gexf.ts";
import type { GraphHandler } from "./graph.ts";
import { graphmlReader } from "./graphml.ts";

/** The nodes of a graph that another program drew, and what was wrong in its file. */
export interface DrawingFile {
  readonly nodes: readonly DrawnNode[];
  readonly warnings: WarningList;
}

/**
 * Reads what Gephi or another program drew, GEXF or GraphML, packed or not.
 * @throws TopographError (input) that names the file where it is none of these or has no nodes
 */
export async function readDrawing(source: Source): Promise<DrawingFile> {
  const { name } = source;
  const warnings = warningList(name);
  const opened = openText(source, warnings.add, undefined, () => undefined);
  const nodes: DrawnNode[] = [];
  const handler: GraphHandler = { node: (node) => nodes.push(node), edge: () => undefined };
  let root = "";
  let reader = gexfReader(handler, warnings.add);
  const parser = xmlParser(
    {
      open(element, attributes, line) {
        if (root === "" && element === "graphml") reader = graphmlReader(handler, warnings.add);
        root ||= element;
        if (root === "gexf" || root === "graphml") reader.open(element, attributes, line);
      },
      text: (text) => reader.text(text),
      close: (element) => reader.close(element),
    },
    warnings.add,
  );
  for await (const piece of opened.pieces()) parser.push(piece);
  parser.end();
  const refuse = (reason: string) => new TopographError("input", `${name}: ${reason}`);
  if (opened.refusal !== undefined) throw refuse(opened.refusal);
  if (root !== "gexf" && root !== "graphml")
    throw refuse(
      `this is no graph${root === "" ? "" : ` (<${root}>)`}; expected GEXF or GraphML as Gephi exports it (File → Export → Graph file)`,
    );
  if (nodes.length === 0) throw refuse("the graph has no nodes; expected one a paper");
  return { nodes, warnings };
}
