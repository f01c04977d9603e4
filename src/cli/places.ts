import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { type DrawingFile, readDrawing } from "../read/graph/drawing.ts";
import { type Redrawn, redrawn, withDrawing } from "../shape/drawing.ts";
import { openInput } from "./inputs.ts";
import { fileWarnings, oneLine, plural } from "./messages.ts";
import { writeAll } from "./streams.ts";

/** A graph that was read. */
export interface Drawn extends DrawingFile {
  readonly name: string;
}

/** Reads the graph that `--places` names. @throws TopographError (input) where it is none */
export async function readPlaces(path: string): Promise<Drawn> {
  const source = openInput(path);
  return { name: source.name, ...(await readDrawing(source)) };
}

/**
 * The map with what somebody changed of it in Gephi; says what was taken, and which nodes are no paper of the map.
 * @returns the map, and the number of warnings
 * @throws TopographError (input) where no node is a paper of the map
 */
export function takePlaces(
  map: TopicMap,
  { name, nodes, warnings }: Drawn,
  quiet: boolean,
): { readonly map: TopicMap; readonly warnings: number } {
  const found = redrawn(map, nodes);
  if (found.papers === 0)
    throw new TopographError(
      "input",
      `${name}: none of its ${plural(nodes.length, "node")} is a paper of the map, by identity, DOI, id or title; expected the graph that was written of it`,
    );
  for (const { id, line, label = id } of found.unknown)
    warnings.add(`found “${label}”, expected a paper of the map; left out`, { line, record: id });
  for (const { id, line } of found.again)
    warnings.add("a node before it is the same paper; left out", { line, record: id });
  writeAll(2, fileWarnings({ name, warnings: warnings.kept, warningCount: warnings.count }));
  if (!quiet) writeAll(2, `${oneLine(`${name}: ${drawingText(map, found)}`)}\n`);
  return { map: withDrawing(map, found), warnings: warnings.count };
}

/** "318 of 318 papers found; 12 moved, 2 topics of another colour; …". */
function drawingText({ papers }: TopicMap, found: Redrawn): string {
  const taken = found.edits.map((edit) => {
    switch (edit.type) {
      case "place":
        return `${plural(edit.papers.length, "paper")} moved`;
      case "relabel":
        return `${plural(edit.papers.length, "title")} changed`;
      case "recolour":
        return `another colour for “${edit.topic.name}”`;
      case "move":
        return `${plural(edit.papers.length, "paper")} to “${edit.to.name}”`;
      case "rename":
        return `“${edit.topic.name}” is now “${edit.name}”`;
      case "group":
        return `${plural(edit.topics.length, "topic")} of its own`;
      default:
        return edit.type;
    }
  });
  const odd =
    found.oddColors > 0
      ? `; ${plural(found.oddColors, "colour")} of single papers left: dots have the colour of their topic`
      : "";
  return `${found.papers} of ${plural(papers.length, "paper")} found; ${taken.length > 0 ? taken.join(", ") : "all as it was"}${odd}`;
}
