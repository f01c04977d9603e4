import type { Source } from "./collection.ts";

/** A file's content as a source of papers: text, bytes, or a File of a browser. @param name tells the format where the content does not */
export function sourceOf(name: string, content: string | Uint8Array | Blob): Source {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes instanceof Uint8Array ? bytes.length : bytes.size,
    async *chunks() {
      if (bytes instanceof Uint8Array) yield bytes;
      else yield new Uint8Array(await bytes.arrayBuffer());
    },
  };
}
