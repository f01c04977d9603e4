import type { FrontOptions } from "../read/front.ts";
import type { Parcel } from "../read/parcel.ts";
import type { ReadResult } from "../read/text-source.ts";

/** To the thread that reads: a file; or that one of its messages has been taken. */
export type ToFront = { readonly path: string; readonly options: FrontOptions } | "taken";

/** From that thread: what it found next, then what is known of the file, or why it could not be read. */
export type FromFront =
  | { readonly parcel: Parcel; readonly bytes: number }
  | { readonly result: ReadResult }
  | { readonly error: unknown; readonly isOurs: boolean };

/** Some 60 kB of papers with abstracts: larger messages are given pages of memory of their own by the allocator of builds. */
export const FINDINGS_AT_ONCE = 50;
/** The thread waits while so many of its messages have not been taken, so that memory stays bounded. */
export const MOST_UNDER_WAY = 32;
