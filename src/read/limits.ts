/**
 * Bounds on what one file may ask for, far beyond what papers need: what is beyond is told of and left out, and the
 * rest is read. The help of the command line states them.
 */

/** Characters of one field; the rest of it is cut off. */
export const LONGEST_FIELD = 10_000_000;
/** Characters without a record ending: so long a record is cut there. */
export const LONGEST_RECORD = 64_000_000;
/** Records of that length, one behind the other, after which nothing more is expected of a file. */
export const MOST_ENDLESS = 4;
/** How many times gzip may expand what it packs; text is packed 3 to 20 times. */
export const MOST_EXPANSION = 200;
/** Unpacked bytes from which on that is asked. */
export const EXPANSION_FROM = 64_000_000;
/** Characters of a listing that was pasted. */
export const LONGEST_LISTING = 20_000_000;
