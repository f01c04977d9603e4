import type { Passage } from "../explain/passages.ts";
import { type Explanation, explainLink, type LinkFound } from "../explain/why.ts";
import type { TopicMap } from "../model/map.ts";
import { textEvidence } from "../worker/evidence.ts";
import type { Command } from "./command.ts";
import { findPaper } from "./find-paper.ts";
import { oneLine } from "./messages.ts";
import { loadMap } from "./saved-map.ts";
import { writeAll } from "./streams.ts";

const TERMS = 10;
const WORKS = 5;

/** `topograph why`. */
export async function why(command: Extract<Command, { name: "why" }>): Promise<number> {
  const map = await loadMap(command.input);
  const [i, j] = command.papers.map((word) => findPaper(map, word));
  writeAll(1, explanationText(map, explainLink(map, textEvidence(map), i, j)));
  return 0;
}

/** The evidence as plain text: links, terms with their share, concepts, sentences with the shared words in [brackets]. */
export function explanationText(map: TopicMap, explanation: Explanation): string {
  const { papers, cosine, links, terms, concepts, references, citers, passages, agrees } = explanation;
  const lines = papers.map((i) => `p${i + 1}  ${map.papers[i].title}`);
  lines.push("");
  if (links.length === 0) lines.push("The map has no link between them.");
  for (const link of links) {
    const direction =
      link.from === undefined ? "" : ` (p${link.from + 1} → p${other(papers, link.from) + 1})`;
    lines.push(`${link.kind}${direction}  weight ${link.weight.toPrecision(3)}${said(link)}`);
  }
  if (!agrees)
    lines.push(
      "The map's keyword weight differs from what its texts give now: it was made from other texts.",
    );
  lines.push("", `Similarity of the texts (cosine): ${cosine.toFixed(3)}`);
  if (terms.length === 0) lines.push("They share no term.");
  for (const { term, share } of terms.slice(0, TERMS))
    lines.push(`  ${`${Math.round(100 * share)} %`.padStart(5)}  ${term}`);
  if (terms.length > TERMS) lines.push(`         and ${terms.length - TERMS} more`);
  if (concepts.length > 0) lines.push("", `Shared concepts: ${concepts.map(({ name }) => name).join(", ")}`);
  if (references.length > 0) {
    lines.push("", `Both cite ${references.length} ${references.length === 1 ? "work" : "works"}:`);
    for (const { paper, reference } of references.slice(0, WORKS))
      lines.push(`  ${paper === undefined ? reference : `p${paper + 1}  ${map.papers[paper].title}`}`);
    if (references.length > WORKS) lines.push(`  and ${references.length - WORKS} more`);
  }
  if (citers.length > 0)
    lines.push("", `${citers.length} ${citers.length === 1 ? "paper" : "papers"} of the map cite both.`);
  for (const pair of passages) {
    lines.push("");
    for (const passage of pair.passages) lines.push(`p${passage.paper + 1}  ${marked(map, passage)}`);
  }
  return `${lines.map(oneLine).join("\n")}\n`;
}

function said({ kind, name, sentence }: LinkFound): string {
  if (name === undefined) return "";
  return kind === "semantic" ? `  by the vectors of ${name}` : ` “${name}”: ${sentence ?? ""}`;
}

function other([a, b]: readonly [number, number], from: number): number {
  return from === a ? b : a;
}

function marked(map: TopicMap, { paper, field, start, end, marks }: Passage): string {
  const text = map.papers[paper][field];
  let at = start;
  let out = "";
  for (const mark of marks) {
    out += `${text.slice(at, mark.start)}[${text.slice(mark.start, mark.end)}]`;
    at = mark.end;
  }
  return out + text.slice(at, end);
}
