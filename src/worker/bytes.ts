/** The bytes of a stream in the pieces they come in. */
export async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** The bytes of a saved map, unpacked where they are gzip (readers of papers unpack theirs themselves). */
export async function* unpacked(file: Blob): AsyncGenerator<Uint8Array> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  yield* pieces(isPacked ? file.stream().pipeThrough(new DecompressionStream("gzip")) : file.stream());
}
