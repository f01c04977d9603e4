import { sharedColumns } from "../explain/shared-columns.ts";
import { mostSimilar } from "../explain/similar.ts";
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
  const i = findPaper(map, command.paper);
  const { matrix } = textEvidence(map);
  const lines = [`p${i + 1}  ${map.papers[i].title}`, ""];
  for (const { paper, similarity } of mostSimilar(matrix.rows, i, command.count)) {
    const terms = sharedColumns(matrix.rows, i, paper)
      .sort((a, b) => b.product - a.product || a.column - b.column)
      .slice(0, TERMS)
      .map(({ column }) => matrix.surface[column]);
    lines.push(
      `${similarity.toFixed(3)}  p${paper + 1}  ${map.papers[paper].title}${terms.length > 0 ? `  (${terms.join(", ")})` : ""}`,
    );
  }
  if (lines.length === 2) lines.push("No paper is like it.");
  writeAll(1, `${lines.map(oneLine).join("\n")}\n`);
  return 0;
}
