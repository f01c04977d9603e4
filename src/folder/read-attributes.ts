import { TopographError } from "../model/errors.ts";
import { members } from "../model/take.ts";
import type { OpenFolder } from "./open.ts";
import { topicObjects } from "./topic-columns.ts";

/**
 * What a map says of itself, as in the JSON form but without the terms and examples of topics, and without the numbers a
 * paper of the grouping before the edits.
 * @throws TopographError (input) where the table `attributes` is damaged
 */
export async function readAttributes(folder: OpenFolder): Promise<ReadonlyMap<string, unknown>> {
  const { attributes, head } = folder;
  const all = members({ ...attributes, topics: topicObjects(head.topics) }, "map.json: attributes");
  const table = await folder.table("attributes");
  for (let g = 0; table && g + 1 < table.groups.length; g++) {
    const [names, values] = await table.group(g, ["name", "value"]);
    for (let i = 0; i < names.length; i++) all.set(String(names[i]), parsed(String(values[i])));
  }
  return all;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TopographError(
      "input",
      `attributes.parquet is damaged: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
