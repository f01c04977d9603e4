import type { MapChanges } from "../model/changes.ts";
import { oneLine } from "./messages.ts";

const MOST = 10;

/** What is other than in the map that was continued, in a few lines for people. */
export function continuityText(changes: MapChanges | undefined): string {
  if (!changes) return "since the base: nothing has changed\n";
  const { newPapers, gonePapers, movedPapers, idleEdits, drift, since } = changes;
  const lines = [
    `since the base (${since.papers} papers): ${newPapers.length} new, ${gonePapers.length} gone, ${movedPapers.length} in another topic; known papers moved by ${(drift * 100).toFixed(1)} % of the width (median)`,
    list("new topics", changes.newTopics),
    list("topics gone", changes.goneTopics),
    list(
      "split",
      changes.splitTopics.map(({ from, into }) => `${from} into ${into.join(" and ")}`),
    ),
    list(
      "merged",
      changes.mergedTopics.map(({ from, into }) => `${from.join(" and ")} into ${into}`),
    ),
    idleEdits.length > 0
      ? `corrections without effect here: ${idleEdits.map((k) => `number ${k + 1}`).join(", ")}`
      : "",
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `${oneLine(line)}\n`)
    .join("");
}

function list(what: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const more = items.length > MOST ? `; and ${items.length - MOST} more` : "";
  return `${what}: ${items.slice(0, MOST).join("; ")}${more}`;
}
