/**
 * All that the core may take from its platform beside the language: what browsers, workers and Node have alike.
 * `npm run check` compiles the core against these, without the types of the DOM and of Node.
 */
interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(bytes?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare function btoa(letters: string): string;
declare function atob(base64: string): string;
declare class URLSearchParams {
  constructor(init?: string | Readonly<Record<string, string>>);
  get(name: string): string | null;
  getAll(name: string): string[];
  set(name: string, value: string): void;
  append(name: string, value: string): void;
  toString(): string;
}
declare class Blob {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): ReadableStream<Uint8Array>;
}
interface ReadableStream<T> extends AsyncIterable<T> {
  getReader(): {
    read(): Promise<{ done: true; value: undefined } | { done: false; value: T }>;
    cancel(): Promise<void>;
  };
  pipeThrough<R>(transform: { readable: ReadableStream<R>; writable: WritableStream<T> }): ReadableStream<R>;
}
interface WritableStream<T> {
  getWriter(): {
    write(chunk: T): Promise<void>;
    close(): Promise<void>;
    abort(reason?: unknown): Promise<void>;
    readonly ready: Promise<void>;
  };
}
declare class DecompressionStream {
  constructor(format: "gzip" | "deflate" | "deflate-raw");
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<BufferSource>;
}
type BufferSource = ArrayBufferView<ArrayBuffer> | ArrayBuffer;
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>;
  class Module {
    constructor(bytes: BufferSource);
  }
  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Record<string, unknown>;
  }
  function instantiate(
    bytes: BufferSource,
    imports?: Imports,
  ): Promise<{ instance: Instance; module: object }>;
}
declare module "*&inline" {
  const text: string;
  export default text;
}
