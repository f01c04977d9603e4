import { createHash } from "node:crypto";

/** Node's own sha256, several times faster than the portable one; the digests are the same. */
export function nativeSha256() {
  const hash = createHash("sha256");
  return { update: (bytes: Uint8Array) => void hash.update(bytes), hex: () => hash.digest("hex") };
}
