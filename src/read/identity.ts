import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { surname } from "./clean/names.ts";
import type { Draft } from "./clean/record.ts";

/** Letters and digits only, lower case, accents dropped: what titles are compared by. */
export function foldTitle(title: string): string {
  if (!/[^\x00-\x7f]/.test(title)) return title.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return title
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

/**
 * The identity of a paper, stable across maps: `doi:…`, else `hash:` and 16 hexadecimal digits of the sha256 of
 * folded title, year and first author's surname.
 * @param fold the folded title, where it is at hand
 */
export function identityOf(paper: Draft, fold = foldTitle(paper.title)): string {
  // Joined, as one piece: every paper keeps its own.
  if (paper.doi !== undefined) return ["doi", paper.doi].join(":");
  return ["hash", shortHash(`${fold}|${paper.year ?? ""}|${surname(paper.authors[0] ?? "")}`)].join(":");
}

const ENCODER = new TextEncoder();
/** Room for the bytes of any text that is hashed but the longest. */
const BYTES = new Uint8Array(4096);
/** A UTF-16 unit is at most so many bytes of UTF-8. */
const MOST_BYTES = 3;
const FRESH = sha256.create();
const HASH = sha256.create();
const DIGEST = new Uint8Array(HASH.outputLen);

/** The first 16 hexadecimal digits of the sha256 of a short text. One hash serves all: making one takes longer than using it. */
function shortHash(text: string): string {
  const bytes =
    text.length * MOST_BYTES <= BYTES.length
      ? BYTES.subarray(0, ENCODER.encodeInto(text, BYTES).written)
      : ENCODER.encode(text);
  FRESH._cloneInto(HASH).update(bytes).digestInto(DIGEST);
  return bytesToHex(DIGEST.subarray(0, 8));
}

/** Hands out identities, with an ordinal (`…~2`) for further papers under the same one. */
export function identityIssuer(): (identity: string) => string {
  const given = new Map<string, number>();
  return (identity) => {
    const ordinal = (given.get(identity) ?? 0) + 1;
    given.set(identity, ordinal);
    return ordinal === 1 ? identity : `${identity}~${ordinal}`;
  };
}
