import type { FileReport } from "./report.ts";

/** By what a record was found to be of a paper that was read before it. */
export type Likeness = "doi" | "id" | "title" | "version";

/** What records have in common, for people. */
export const LIKENESS: Readonly<Record<Likeness, string>> = {
  doi: "the same DOI",
  id: "the same id",
  title: "the same title, year and first author",
  version: "the same title and first author at a conference and in a journal",
};

/** A record where it stands. */
export interface RecordPlace {
  /** Base name. */
  readonly file: string;
  /** 1-based, where there are lines. */
  readonly line?: number;
  readonly id: string;
  readonly title: string;
}

/** A record and the paper that it is of, or may be of: what was merged, and versions and others that were kept apart. */
export interface Match {
  /** The record's own identity, with an ordinal where others before it have the same: what `keepApart` lists. */
  readonly record: string;
  readonly from: RecordPlace;
  /** The record that the paper began with. */
  readonly into: RecordPlace;
  /** The paper's index. */
  readonly paper: number;
  /** "version": the same title and first author at a conference and in a journal. */
  readonly because: Likeness;
  /** What both have: the DOI, the id; "" for titles, which both places say. */
  readonly shared: string;
  /** Fields of the paper that come from this record; none where it was kept apart. */
  readonly gave: readonly string[];
  readonly merged: boolean;
}

export const MERGES = ["works", "versions"] as const;

/** Which records become one paper; saved with the map, so that the same bytes can be made again. */
export interface Merging {
  /** "works" (default): records of one work; "versions": also its conference and its journal version. */
  readonly merge?: (typeof MERGES)[number];
  /** Records (`Match.record`) that are not merged into a paper read before them. */
  readonly keepApart?: readonly string[];
}

/** What was read for a map, as it is shown beside it. */
export interface Reading {
  readonly files: readonly FileReport[];
  /** Records that were merged into another record of the same paper. */
  readonly duplicates: number;
  readonly matches: readonly Match[];
  /** How records were merged. */
  readonly merging: Merging;
}

/** What of the parameters of a map says how records were merged. */
export function mergingOf({ merge, keepApart }: Merging): Merging {
  return { ...(merge ? { merge } : {}), ...(keepApart ? { keepApart } : {}) };
}
