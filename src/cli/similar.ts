import { sharedColumns, tellingFirst } from "../explain/shared-columns.ts";
import { mostSimilar, mostSimilarKept } from "../explain/similar.ts";
import type { TopicMap } from "../model/map.ts";
import type { TermMatrix } from "../model/text.ts";
import { textEvidence } from "../worker/evidence.ts";
import type { Command } from "./command.ts";
import { findPaper } from "./find-paper.ts";
import { oneLine } from "./messages.ts";
import { loadMap } from "./saved-map.ts";
import { writeAll } from "./streams.ts";

const TERMS = 4;

/** `topograph similar`: linked or not, by their texts. */
export async function similar(command: Extract<Command, { name: "similar" }>): Promise<number> {
  const map = await loadMap(command.input);
  const lines = similarLines(map, textEvidence(map).matrix, findPaper(map, command.paper), command.count);
  writeAll(1, `${lines.map(oneLine).join("\n")}\n`);
  return 0;
}

/** Paper i, then those most like it, each with the similarity of the texts and the terms that they share. */
export function similarLines(
  map: TopicMap,
  { rows, surface, common }: TermMatrix,
  i: number,
  count: number,
): string[] {
  const lines = [`p${i + 1}  ${map.papers[i].title}`, ""];
  const most = map.withheld ? mostSimilarKept(map, i, count) : mostSimilar(rows, i, count);
  for (const { paper, similarity } of most) {
    const terms = sharedColumns(rows, i, paper)
      .sort(tellingFirst(common))
      .slice(0, TERMS)
      .map(({ column }) => surface[column]);
    const shared = terms.length > 0 ? `  (${terms.join(", ")})` : "";
    lines.push(`${similarity.toFixed(3)}  p${paper + 1}  ${map.papers[paper].title}${shared}`);
  }
  return lines.length > 2 ? lines : [...lines, "No paper is like it."];
}
