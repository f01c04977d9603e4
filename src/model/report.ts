import type { Gaps } from "./gaps.ts";

/** One problem with one record, as a value. Never an exception: bad input takes no good input with it. */
export interface Warning {
  /** Base name of the file. */
  readonly file: string;
  /** 1-based line where it stands, where there are lines. */
  readonly line?: number;
  /** Key, id or ordinal of the record. */
  readonly record?: string;
  /** What was found, what was expected, what was done: one line of text. */
  readonly message: string;
}

/** What was read from one file. */
export interface FileReport {
  readonly name: string;
  /** "bibtex", "scopus-csv" …; "unknown" where nothing could be made of it. */
  readonly format: string;
  readonly encoding: string;
  readonly sha256: string;
  /** What its papers have in the field `group`, if anything. */
  readonly groups?: readonly string[];
  /** Papers read from this file, before merging. */
  readonly papers: number;
  /** Records of this file that were merged into papers read before them; absent in reports of saved maps. */
  readonly merged?: number;
  /** How many of its papers lack each field, before merging; absent in reports of saved maps. */
  readonly gaps?: Gaps;
  /** At most 20 are kept. */
  readonly warnings: readonly Warning[];
  /** All of them, kept or not. */
  readonly warningCount: number;
  /** Why not one paper could be read; absent when at least one was. */
  readonly refusal?: string;
}

/** A remark on the map itself (not on a record), shown with it. */
export interface Note {
  readonly level: "info" | "warning";
  readonly message: string;
}
