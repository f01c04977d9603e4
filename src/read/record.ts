import type { Name } from "../model/name.ts";

/** What a record says beside what every paper has. `from`: the tag that it goes back to, such as "ris:C1". */
export type RawField = readonly [name: string, value: string | readonly string[], from?: string | undefined];

/** Begins the `from` of what is kept only where it is asked for by its name; the reason follows, perhaps a tag in a line of its own. */
export const LEFT_OUT = "left out: ";
/** What a database notes for itself, such as when it changed a record. */
export const BOOKKEEPING = `${LEFT_OUT}the database's own bookkeeping`;

/**
 * What a format reader hands over for one record: strings as the source has them. Cleaning, checking and
 * merging happen once, behind the readers, the same for every format.
 */
export interface RawRecord {
  /** 1-based line where the record begins, where there are lines. */
  readonly line?: number;
  /** What to call it in messages; the id where absent. */
  readonly record?: string;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly abstract?: string | undefined;
  /** A year or any date that holds one. */
  readonly year?: string | number | undefined;
  /** Strings in any form, or parts where the source has them. */
  readonly authors?: readonly (string | Name)[] | undefined;
  readonly venue?: string | undefined;
  readonly doi?: string | undefined;
  readonly url?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly references?: readonly string[] | undefined;
  readonly aliases?: readonly (string | undefined)[] | undefined;
  readonly citations?: string | number | undefined;
  readonly language?: string | undefined;
  /** Where it was printed, by which works of one title are told apart. */
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
  /** What the source calls it: "article", "inproceedings", "CONF", "paper-conference" … */
  readonly type?: string | undefined;
  /** Where a drawing of the papers has it, y upwards, in units of its own. */
  readonly place?: readonly [x: number, y: number];
  /** What the reader does not use itself, by the names of fields; absent where there is nothing. */
  readonly fields?: readonly RawField[] | undefined;
}

export type Emit = (record: RawRecord) => void;

/** Tells of a problem: what was found, what was expected, what was done. */
export type Warn = (message: string, where?: { readonly line?: number; readonly record?: string }) => void;

/** Takes text in pieces of any size, cut anywhere; emits records as soon as they are whole. */
export interface Parser {
  push(text: string): void;
  end(): void;
  /** Whether nothing more is taken; never where absent. */
  isFull?(): boolean;
  /** Records that wait for the end of the text; none where absent. */
  held?(): number;
  /** Whether any line goes on with the record above it, rows of a table too; no where absent. */
  readonly takesAnyLine?: boolean;
  /** Whether the text so far ends inside of something that only its own end closes; never where absent. */
  inside?(): boolean;
}

/** What a reader may need to know beside the text. */
export interface ReadOptions {
  /** Column or field name in the file (as it stands there) → field of `RawRecord`. */
  readonly columns: ReadonlyMap<string, string>;
  /** Whether other files are read with this one: text beside them may be notes. */
  readonly amongOthers?: boolean;
  /** Told what a saved map holds beside its papers. */
  readonly onMap?: (attributes: Readonly<Record<string, unknown>>) => void;
}

/** A file format: how to know it and how to read it. */
export interface Format {
  readonly name: string;
  /** Whether a line is surely the first of a record, or of a file, of this format. */
  begins?(line: string): boolean;
  /** How sure `head` (the first 64 K characters) is of this format: 0 no, 1 perhaps, 2 probably, 3 surely. */
  detect(head: string, fileName: string, options: ReadOptions): number;
  create(emit: Emit, warn: Warn, options: ReadOptions, head: string): Parser;
}
