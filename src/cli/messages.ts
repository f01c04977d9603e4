import { TopographError } from "../model/errors.ts";
import type { FileReport, Warning } from "../model/report.ts";
import { reasonOf } from "./reasons.ts";

const CONTROL = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** One line for a terminal: control characters (which could move the cursor or hide text) are shown as escapes. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, (character) =>
    /[\t\n\r]/.test(character) ? " " : `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

/** What records without a key are called. */
const PLACE = /^(?:record|row|line) \d+$/;

/** "warning: refs.bib, line 12, record smith2020: …". */
export function warningLine({ file, line, record, message }: Warning): string {
  const where = [
    file,
    line === undefined ? "" : `line ${line}`,
    record === undefined || record === `line ${line}` ? "" : PLACE.test(record) ? record : `record ${record}`,
  ];
  return `warning: ${oneLine(`${where.filter((part) => part !== "").join(", ")}: ${message}`)}\n`;
}

/** The warnings of one file: those that were kept (at most 20), then how many there were. */
export function fileWarnings(
  report: Pick<FileReport, "name" | "warnings" | "warningCount" | "refusal">,
): string {
  const lines = report.warnings.map(warningLine);
  const more = report.warningCount - report.warnings.length;
  if (more > 0)
    lines.push(
      `warning: ${oneLine(report.name)}: ${report.warningCount} warnings in all; ${more} more are not shown\n`,
    );
  if (report.refusal !== undefined)
    lines.push(`warning: ${oneLine(`${report.name}: no paper could be read: ${report.refusal}`)}\n`);
  return lines.join("");
}

/** What an error says to people; an error that no one foresaw says where to report it, with its stack under DEBUG. */
export function errorText(error: unknown): string {
  if (error instanceof TopographError) return `error: ${oneLine(error.message)}\n`;
  const { message, stack, path } = error as NodeJS.ErrnoException;
  if (process.env.DEBUG && stack) return `error: ${stack}\n`;
  const reason = reasonOf(error);
  if (reason !== undefined) return `error: ${oneLine(path === undefined ? reason : `${path}: ${reason}`)}\n`;
  return `error: Topograph failed: ${oneLine(message ?? String(error))}. This is a bug: please report it with the output of DEBUG=1\n`;
}

/** "1,402 links". */
export function plural(count: number, noun: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ",")} ${noun}${count === 1 ? "" : "s"}`;
}
