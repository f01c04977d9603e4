import type { FrontOptions } from "../read/front.ts";
import type { Parcel } from "../read/parcel.ts";
import type { ReadResult } from "../read/text-source.ts";

/** What that thread begins with. */
export interface FrontData {
  readonly role: "front";
  /** How many of its messages have been taken: seen at once, where it hears of it only between two pieces of a file. */
  readonly taken: Int32Array;
}

/** To the thread that reads: a file; or that one of its messages has been taken. */
export type ToFront = { readonly path: string; readonly options: FrontOptions } | "taken";

/** From that thread: what it found next, then what is known of the file, or why it could not be read. */
export type FromFront =
  | { readonly parcel: Parcel; readonly bytes: number }
  | { readonly result: ReadResult }
  | { readonly error: unknown; readonly isOurs: boolean };

/** Some 60 kB of papers with abstracts: larger messages are given pages of memory of their own by the allocator of builds. */
export const FINDINGS_AT_ONCE = 50;
/** Where fewer of its messages have not been taken, the other thread soon has nothing to do: it is left abstracts to clean. */
export const FEW_UNDER_WAY = 4;
/** The thread waits while so many of its messages have not been taken, so that memory stays bounded. */
export const MOST_UNDER_WAY = 32;
