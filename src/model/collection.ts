import type { Field, LeftOut } from "./field.ts";
import type { Gaps } from "./gaps.ts";
import type { Edit, MapInput, TourStop } from "./map.ts";
import type { Match } from "./match.ts";
import type { Paper } from "./paper.ts";
import type { FileReport } from "./report.ts";
import type { Vectors } from "./vectors.ts";

/** Bytes with a name: a file on disk, a dropped file, standard input. `chunks` may be called more than once. */
export interface Source {
  /** Base name; never a path. */
  readonly name: string;
  /** Bytes, where known; for progress only. */
  readonly size?: number;
  /** What its papers have in the field `group`; absent: they have none. */
  readonly groups?: readonly string[];
  chunks(): AsyncIterable<Uint8Array>;
  /** A part of its bytes, where it can be read anywhere: formats that are read from their end take it. */
  slice?(start: number, end: number): Promise<ArrayBuffer>;
}

/** What `readPapers` made of its sources. */
export interface Collection {
  /** In the order of the sources (by base name, then digest) and of the records in them; each paper once. */
  readonly papers: readonly Paper[];
  /** One per source, in reading order. */
  readonly files: readonly FileReport[];
  /** Records that were merged into another record of the same paper. */
  readonly merged: number;
  /** Which records those were and why, and what was kept apart; in reading order. Absent where nothing was read. */
  readonly matches?: readonly Match[];
  /** How many of the papers lack each field; absent in collections that were not read. */
  readonly gaps?: Gaps;
  /** What the sources say of the papers beside what every paper has; absent where nothing. */
  readonly fields?: readonly Field[];
  /** Fields and values that were not kept, and why; absent where there are none. */
  readonly leftOut?: readonly LeftOut[];
  /** What a user had changed in a saved map among the sources. */
  readonly edits: readonly Edit[];
  /** The tour of a saved map among the sources. */
  readonly tour: readonly TourStop[];
  /** Where a drawing among the sources has the papers, y upwards, in units of its own; NaN for those it has not. */
  readonly places?: { readonly x: Float32Array; readonly y: Float32Array };
  /** What else says how alike the papers are. */
  readonly vectors?: Vectors;
}

/**
 * The title of a map that got none: the first input's name without its endings (how it was wrapped is no matter), as
 * words: "resnet_papers_page.txt" is "Resnet papers page". One word stays as it is: "refs.bib.gz" is "refs".
 */
export function titleOf(files: readonly Pick<FileReport, "name">[]): string {
  const name = files[0]?.name.replace(/(?:\.gz)+$/i, "").replace(/(?<=.)\.[a-z]{2,8}$/i, "");
  if (name === undefined || name === "stdin") return "Untitled";
  const words = name.split(/[\s_-]+/u).filter(Boolean);
  if (words.length < 2) return words[0] ?? name;
  const [first, ...rest] = words.join(" ");
  return first.toUpperCase() + rest.join("");
}

/** Where papers came from, as a map says it. */
export function inputsOf(files: readonly FileReport[]): MapInput[] {
  return files.map(({ name, format, sha256, papers, groups }) => ({
    name,
    format,
    sha256,
    papers,
    ...(groups === undefined ? {} : { groups }),
  }));
}
