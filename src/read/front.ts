import type { Source } from "../model/collection.ts";
import type { Monitor } from "../model/progress.ts";
import { type Drafted, draftPaper } from "./clean/record.ts";
import { type Origin, recordFields } from "./columns/hand-over.ts";
import type { RawField, RawRecord, Warn } from "./record.ts";
import type { Hash } from "./source.ts";
import { type Flow, type ReadResult, readText } from "./text-source.ts";

/** What the front half of reading finds in a source, in the order of the text. */
export type Finding = Told | Handed;

/** Something is wrong with the source. */
export interface Told {
  readonly message: string;
  readonly where?: Parameters<Warn>[1];
}

/** A record, cleaned. */
export interface Handed {
  /** Absent where there is nothing to know the record by. */
  readonly drafted?: Drafted;
  /** What it says beside its paper. */
  readonly fields: readonly RawField[];
  readonly line?: number;
  /** Its own id, as it stands there, else what its reader calls it; "" where there is neither. */
  readonly called: string;
  /** Whether it has an id of its own. */
  readonly hasId: boolean;
  readonly place?: readonly [x: number, y: number];
}

/** How a source is read. */
export interface FrontOptions {
  readonly columns?: ReadonlyMap<string, string>;
  readonly encoding?: string;
  readonly amongOthers: boolean;
  readonly origin: Origin;
}

/** Who wants to know what is found. */
export interface FrontListener {
  take(finding: Finding): void;
  /** Told how many stored bytes have been read. */
  onBytes(count: number): void;
}

/**
 * The front half of reading: bytes → text → records → drafts of papers, which needs to know nothing of other sources.
 * Where there are threads it runs on one of its own, while the calling one merges.
 */
export type ReadFront = (
  source: Source,
  options: FrontOptions,
  listener: FrontListener,
  signal?: AbortSignal,
) => Promise<ReadResult>;

/**
 * Reads on this thread.
 * @param createHash a faster sha256, where the platform has one
 * @param leavesAbstract asked at each record whether its abstract is left to whoever takes it (`withCleanAbstract`)
 */
export function readHere(createHash?: () => Hash, flow?: Flow, leavesAbstract = () => false): ReadFront {
  return (source, { origin, ...options }, { take, onBytes }, signal) => {
    const emit = (raw: RawRecord) => take(handedOver(raw, origin, leavesAbstract()));
    const warn: Warn = (message, where) => take(where === undefined ? { message } : { message, where });
    const monitor: Monitor = signal === undefined ? {} : { signal };
    const given = { ...options, ...(createHash ? { createHash } : {}), ...(flow ? { flow } : {}) };
    return readText(source, emit, warn, given, monitor, onBytes);
  };
}

function handedOver(raw: RawRecord, origin: Origin, leavesAbstract: boolean): Handed {
  const drafted = draftPaper(raw, leavesAbstract);
  const { line, place, id } = raw;
  const handed: { -readonly [K in keyof Handed]: Handed[K] } = {
    fields: drafted === undefined ? [] : recordFields(raw, drafted.draft, origin),
    called: id || raw.record || "",
    hasId: Boolean(id),
  };
  if (drafted !== undefined) handed.drafted = drafted;
  if (line !== undefined) handed.line = line;
  if (place !== undefined) handed.place = place;
  return handed;
}
