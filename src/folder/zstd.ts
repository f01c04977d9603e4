import { fromBase64 } from "../kernel/base64.ts";

/** What is used of Zstandard (RFC 8878) as WebAssembly: memory and the functions of its C library. */
interface Program {
  readonly HEAPU8: Uint8Array;
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): void;
  init(): void;
  _malloc(bytes: number): number;
  _free(place: number): void;
  _ZSTD_decompress(to: number, length: number, from: number, packed: number): number;
}

interface Zstd {
  readonly program: Program;
  readonly compress: (bytes: Uint8Array, level: number) => Uint8Array;
}

/**
 * Of the levels that take no longer than half of what gzip takes (fflate, level 6) the one whose folders are smallest, and
 * smaller than by gzip (test/bench/RESULTS.md).
 */
const LEVEL = 5;
/** Larger pages are in no folder: a file that says so is damaged, and must not take the memory. */
const LARGEST = 1 << 28;

let starting: Promise<void> | undefined;
let ready: Zstd | undefined;

/** Loads what packs and unpacks the tables of map folders, once. It is one program of WebAssembly: the same bytes on every machine. */
export function startZstd(): Promise<void> {
  starting ??= load().then(
    (zstd) => {
      ready = zstd;
    },
    (error) => {
      // What failed may be tried again.
      starting = undefined;
      throw error;
    },
  );
  return starting;
}

/** Past the package's list of exports, which has another way to its program for every platform. */
async function load(): Promise<Zstd> {
  const [{ Module, waitInitialized }, { compress }, { default: address }] = await Promise.all([
    import("../../node_modules/@bokuweb/zstd-wasm/dist/esm/module.js"),
    import("../../node_modules/@bokuweb/zstd-wasm/dist/esm/simple/compress.js"),
    import("../../node_modules/@bokuweb/zstd-wasm/dist/esm/zstd.wasm?url&inline"),
  ]);
  const program = Module as Program;
  const bytes = fromBase64(address.slice(address.indexOf(",") + 1));
  await new Promise<void>((resolve, reject) => {
    // Its own way there says nothing of a failure, and waits for ever.
    program.instantiateWasm = (imports, receive) => {
      WebAssembly.instantiate(bytes, imports)
        .then(({ instance }) => receive(instance))
        .catch(reject);
    };
    waitInitialized().then(resolve);
    program.init();
  });
  return { program, compress };
}

function started(): Zstd {
  if (!ready) throw new Error("startZstd must have settled before tables of map folders are packed");
  return ready;
}

/** Bytes as one frame. `startZstd` must have settled. */
export function packZstd(bytes: Uint8Array): Uint8Array {
  return started().compress(bytes, LEVEL);
}

/** The bytes of one frame. `startZstd` must have settled. @param length how many there are @throws Error where there are others */
export function unpackZstd(packed: Uint8Array, length: number): Uint8Array {
  const { program } = started();
  const from = program._malloc(packed.length);
  const to = length > LARGEST ? 0 : program._malloc(length);
  try {
    if (from === 0 || to === 0)
      throw new Error(`a page of ${length} bytes is larger than any that is written`);
    program.HEAPU8.set(packed, from);
    const found = program._ZSTD_decompress(to, length, from, packed.length);
    if (found !== length) throw new Error(`a page is no frame of ${length} bytes`);
    return program.HEAPU8.slice(to, to + length);
  } finally {
    program._free(from);
    program._free(to);
  }
}
