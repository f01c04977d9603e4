/** Whether bytes begin as a gzip member (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head.length >= 3 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

const MOST_KEPT = 1 << 23;
const LAST_BYTES = 1 << 17;

/**
 * Unpacks gzip as it comes. Bytes behind the last member (padding, for one) cost nothing of what stands before them:
 * the platform's stream drops its last output because of them, so that the end is fed to another one byte by byte.
 * @throws Error once the packed data is damaged, cut off or at an end; what came before has then been yielded
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const kept: Uint8Array[] = [];
  let size = 0;
  const noting = async function* () {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size <= MOST_KEPT) kept.push(chunk);
      yield chunk;
    }
  };
  let given = 0;
  try {
    for await (const part of inflate(noting())) {
      given += part.length;
      yield part;
    }
  } catch (error) {
    if (size > MOST_KEPT) throw error;
    let again = 0;
    for await (const part of inflate(slowly(kept, size - LAST_BYTES))) {
      again += part.length;
      if (again > given) yield part.subarray(Math.max(0, part.length - (again - given)));
    }
  }
}

/** The chunks, byte by byte from `whole` on. */
async function* slowly(chunks: readonly Uint8Array[], whole: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const chunk of chunks) {
    // Files come in pieces of a megabyte: only the end of one is worth its bytes.
    const begin = Math.max(0, Math.min(chunk.length, whole - at));
    if (begin > 0) yield chunk.subarray(0, begin);
    for (let i = begin; i < chunk.length; i++) yield chunk.subarray(i, i + 1);
    at += chunk.length;
  }
}

/** By the platform's DecompressionStream (browsers, Node ≥ 18). */
async function* inflate(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  const pump = (async () => {
    try {
      for await (const chunk of chunks) await writer.write(chunk as Uint8Array<ArrayBuffer>);
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
    }
  })();
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    await pump;
  }
}
