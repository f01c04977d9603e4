import type { Collection } from "../model/collection.ts";
import type { Paper } from "../model/paper.ts";
import { isRefused, plural } from "./build.ts";
import { collect, warningCount } from "./collect.ts";
import type { Command } from "./command.ts";
import { oneLine } from "./messages.ts";
import { terminalProgress } from "./progress.ts";
import { writeAll } from "./streams.ts";

/** Fields whose absence costs the map something, and what. */
const FIELDS: readonly {
  readonly name: string;
  readonly cost: string;
  readonly has: (paper: Paper) => boolean;
}[] = [
  { name: "abstract", cost: "placed by their titles alone", has: (paper) => paper.abstract !== "" },
  { name: "year", cost: "not on the time axis", has: (paper) => paper.year !== undefined },
  { name: "authors", cost: "not found by author", has: (paper) => paper.authors.length > 0 },
  { name: "venue", cost: "not found by venue", has: (paper) => paper.venue !== undefined },
  { name: "doi", cost: "matched by title instead", has: (paper) => paper.doi !== undefined },
  { name: "keywords", cost: "nothing but a facet", has: (paper) => paper.keywords.length > 0 },
  { name: "references", cost: "cite nothing in this map", has: (paper) => paper.references.length > 0 },
];

/** `topograph inspect`. */
export async function inspect(command: Extract<Command, { name: "inspect" }>): Promise<number> {
  const collection = await collect(command, terminalProgress(command.quiet));
  const missing = FIELDS.map(({ name, has, cost }) => ({
    name,
    cost,
    count: collection.papers.filter((paper) => !has(paper)).length,
  }));
  writeAll(1, command.json ? asJson(collection, missing) : asText(collection, missing));
  return isRefused(command, warningCount(collection)) ? 3 : 0;
}

type Missing = readonly { readonly name: string; readonly cost: string; readonly count: number }[];

function asJson({ papers, files, merged }: Collection, missing: Missing): string {
  const report = {
    files: files.map(({ name, format, encoding, papers: count, warnings, warningCount, refusal }) => ({
      name,
      format,
      encoding,
      papers: count,
      warnings: warnings.map(({ line, record, message }) => ({ line, record, message })),
      warningCount,
      refusal,
    })),
    papers: papers.length,
    duplicates: merged,
    missing: Object.fromEntries(missing.map(({ name, count }) => [name, count])),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function asText({ papers, files, merged }: Collection, missing: Missing): string {
  const lines = files.map(({ name, format, encoding, papers: count, warningCount }) => {
    const warnings = warningCount > 0 ? `, ${plural(warningCount, "warning")}` : "";
    return `${oneLine(name)}: ${format}, ${encoding}, ${plural(count, "paper")}${warnings}`;
  });
  lines.push(
    `${plural(papers.length, "paper")} in all${merged > 0 ? `, ${plural(merged, "duplicate")} merged` : ""}`,
  );
  for (const { name, count, cost } of missing)
    if (count > 0) {
      const share = Math.floor((100 * count) / papers.length);
      lines.push(`without ${name.padEnd(11)}${String(count).padStart(7)} ${`(${share} %)`.padEnd(8)}${cost}`);
    }
  return `${lines.join("\n")}\n`;
}
