import { signal } from "@preact/signals-core";
import type { TopicMap } from "../../model/map.ts";
import type { Measures } from "../../model/measures.ts";
import { messageOf, tell } from "../page/actions.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { askWorker } from "./client.ts";

/** What was measured on this page, with the links it is of: a preview and a corrected map have the same. */
const made = signal<{ readonly edges: TopicMap["edges"]; readonly measures: Measures } | undefined>(
  undefined,
);
let asked: TopicMap["edges"] | undefined;

/** The measures of a map's graph, where it came with them or somebody has asked. */
export function measuresOf(map: TopicMap): Measures | undefined {
  return map.measures ?? (made.value?.edges === map.edges ? made.value.measures : undefined);
}

/** Has the graph of the map on the page measured, once; `measuresOf` then knows them. */
export async function measurePapers({ edges, measures: known }: TopicMap): Promise<void> {
  if (known || asked === edges) return;
  asked = edges;
  tell(texts.measures.busy);
  try {
    const measures = await askWorker("measures", {});
    made.value = { edges, measures };
    tell(texts.measures.done);
  } catch (error) {
    asked = undefined;
    state.sizeBy.value = "score";
    tell(`${texts.measures.failed} ${messageOf(error)}`);
  }
}
