import { closeSync, openSync, readSync, statSync } from "node:fs";

/** Bytes of a file on disk. */
export function diskBytes(path: string) {
  const { size } = statSync(path);
  return {
    byteLength: size,
    slice(start: number, end = size): ArrayBuffer {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const descriptor = openSync(path, "r");
      try {
        for (let at = 0; at < bytes.length; ) {
          const read = readSync(descriptor, bytes, at, bytes.length - at, start + at);
          if (read === 0) break;
          at += read;
        }
      } finally {
        closeSync(descriptor);
      }
      return bytes.buffer;
    },
  };
}
