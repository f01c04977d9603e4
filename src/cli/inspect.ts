import type { Collection } from "../model/collection.ts";
import { countGaps, GAP_FIELDS, type Gaps } from "../model/gaps.ts";
import { collect, completeChoices, isRefused, warningCount } from "./collect.ts";
import type { Command } from "./command.ts";
import { fieldSummary } from "./inspect-fields.ts";
import { inspectText } from "./inspect-text.ts";
import { terminalProgress } from "./progress.ts";
import { temporaryStore } from "./spill.ts";
import { writeAll } from "./streams.ts";
import { tellUnknown } from "./unknown.ts";

/** `topograph inspect`. */
export async function inspect(command: Extract<Command, { name: "inspect" }>): Promise<number> {
  // On a terminal the table of rejects says what the warnings say.
  const both = !command.json && process.stdout.isTTY === true && process.stderr.isTTY === true;
  const store = temporaryStore();
  const choices = await completeChoices(command);
  const collection = await collect(command, choices, terminalProgress(command.quiet), !both, store).finally(
    () => store?.close(),
  );
  const unknown = tellUnknown(command, choices.keepApart ?? [], collection);
  const { gaps = countGaps(collection.papers) } = collection;
  writeAll(1, command.json ? asJson(collection, gaps) : inspectText(collection, gaps));
  return isRefused(command, warningCount(collection) + unknown) ? 3 : 0;
}

function asJson(
  { papers, files, merged, matches = [], fields = [], leftOut = [] }: Collection,
  gaps: Gaps,
): string {
  const report = {
    files: files.map((file) => ({
      name: file.name,
      format: file.format,
      encoding: file.encoding,
      papers: file.papers,
      merged: file.merged,
      missing: file.gaps,
      warnings: file.warnings.map(({ line, record, message }) => ({ line, record, message })),
      warningCount: file.warningCount,
      refusal: file.refusal,
    })),
    papers: papers.length,
    duplicates: merged,
    matches: matches.map(({ record, from, into, paper, because, shared, gave, merged: isMerged }) => ({
      record,
      ...from,
      into: { ...into, identity: papers[paper].identity },
      because,
      ...(shared === "" ? {} : { shared }),
      merged: isMerged,
      ...(isMerged ? { gave } : {}),
    })),
    missing: Object.fromEntries(GAP_FIELDS.map((field) => [field, gaps[field]])),
    fields: fields.map((field) => fieldSummary(field, papers.length)),
    leftOut,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
