import type { Warning } from "../model/report.ts";

/** Warnings kept per file; the rest are only counted. */
const MOST_WARNINGS = 20;
const LONGEST_MESSAGE = 400;

/** Collects the warnings of one file: keeps the first 20, counts all, and makes their text safe for a terminal. */
export interface WarningList {
  readonly kept: readonly Warning[];
  readonly count: number;
  add(message: string, where?: { readonly line?: number; readonly record?: string }): void;
}

export function warningList(file: string): WarningList {
  const kept: Warning[] = [];
  let count = 0;
  return {
    kept,
    get count() {
      return count;
    },
    add(message, where = {}) {
      count++;
      if (kept.length >= MOST_WARNINGS) return;
      kept.push({
        file: printable(file),
        ...(where.line === undefined ? {} : { line: where.line }),
        ...(where.record === undefined ? {} : { record: printable(where.record, 80) }),
        message: printable(message, LONGEST_MESSAGE),
      });
    },
  };
}

/** One line of text without control characters, cut at `length`: what may be shown of hostile input. */
function printable(text: string, length = 200): string {
  const cut = text.length > length ? `${text.slice(0, length - 1)}…` : text;
  return cut
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
