import { TopographError } from "../model/errors.ts";

/** Bytes that can be read from anywhere in them: what hyparquet calls an AsyncBuffer. */
export interface Bytes {
  readonly byteLength: number;
  slice(start: number, end?: number): ArrayBuffer | Promise<ArrayBuffer>;
}

/** Where the files of a map folder lie. */
export interface FolderSource {
  /** The whole of a small file; undefined where there is none. */
  whole(name: string): Promise<ArrayBuffer | undefined>;
  /** A file of which parts are read. @param size its bytes, as `map.json` says. undefined where there is none */
  open(name: string, size: number): Promise<Bytes | undefined>;
}

/** What is needed of a `File` or `Blob` of a browser. */
export interface Slices {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** What is needed of `fetch`. */
export type Fetch = (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>> },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}>;

/** Told once for each file that a host sends whole, because it gives no byte ranges. */
export type OnWhole = (name: string, bytes: number) => void;

/**
 * A folder under an address. Parts come by range requests; a host that answers one with the whole file is taken at its
 * word, and the file is kept: `onWhole` hears of it.
 * @param base with a slash at its end; a query in it (a token) goes with every request
 */
export function urlSource(base: string, fetch: Fetch, onWhole?: OnWhole): FolderSource {
  const [path, query] = base.split("?");
  const url = (name: string) => `${path}${name}${query === undefined ? "" : `?${query}`}`;
  const get = async (name: string, range?: string) => {
    const response = await fetch(url(name), { headers: range ? { Range: range } : {} }).catch((error) => {
      throw fault(
        `${url(name)} cannot be reached: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    if (response.status === 404) return undefined;
    if (response.status !== 200 && response.status !== 206)
      throw fault(`${url(name)}: the host answers ${response.status}; expected the file`);
    return response;
  };
  return {
    whole: async (name) => (await get(name))?.arrayBuffer(),
    async open(name, size) {
      let all: Promise<ArrayBuffer> | undefined;
      /** The first request, whose answer says whether the host gives ranges: until then no other is made. */
      let first: Promise<unknown> | undefined;
      const ask = async (start: number, end: number): Promise<ArrayBuffer> => {
        const asked = get(name, `bytes=${start}-${end - 1}`);
        first ??= asked.catch(() => {
          first = undefined;
        });
        const response = await asked;
        if (!response) throw fault(`${url(name)}: there is no such file, though ${"map.json"} names it`);
        if (response.status === 206) {
          const total = /\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "")?.[1];
          if (total !== undefined) checkSize(name, Number(total), size);
          return response.arrayBuffer();
        }
        all = response.arrayBuffer();
        // What failed may be tried again.
        all.catch(() => {
          all = undefined;
        });
        const bytes = await all;
        checkSize(name, bytes.byteLength, size);
        onWhole?.(name, size);
        return bytes.slice(start, end);
      };
      return {
        byteLength: size,
        async slice(start, end = size) {
          if (first) await first;
          return all ? (await all).slice(start, end) : ask(start, end);
        },
      };
    },
  };
}

/**
 * One file under an address, such as an archive, of which parts are read; its size is asked of the host, by a range of
 * one byte. A host that gives no ranges sends all of it, once: `onWhole` hears of it.
 * @throws TopographError (input) where it cannot be reached, or is not there
 */
export async function urlBytes(url: string, fetch: Fetch, onWhole?: OnWhole): Promise<Bytes> {
  const ask = async (range: string) => {
    const response = await fetch(url, { headers: { Range: range } }).catch((error) => {
      throw fault(`${url} cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (response.status !== 200 && response.status !== 206)
      throw fault(`${url}: the host answers ${response.status}; expected the file`);
    return { bytes: await response.arrayBuffer(), response };
  };
  const { bytes: first, response } = await ask("bytes=0-0");
  const total = /\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "")?.[1];
  if (response.status === 200 || total === undefined) {
    onWhole?.(url.split(/[?#]/)[0].split("/").pop() ?? url, first.byteLength);
    return { byteLength: first.byteLength, slice: (start, end) => first.slice(start, end) };
  }
  const size = Number(total);
  return {
    byteLength: size,
    slice: async (start, end = size) =>
      end > start ? (await ask(`bytes=${start}-${end - 1}`)).bytes : first.slice(1),
  };
}

/** The files of a folder that a user chose or dropped, by their base names. */
export function filesSource(files: Iterable<Slices & { readonly name: string }>): FolderSource {
  const named = new Map([...files].map((file) => [file.name, file]));
  return {
    whole: async (name) => {
      const file = named.get(name);
      return file?.slice(0, file.size).arrayBuffer();
    },
    async open(name, size) {
      const file = named.get(name);
      if (!file) return undefined;
      checkSize(name, file.size, size);
      return bytesOf(file);
    },
  };
}

/** A file of a browser as bytes. */
export function bytesOf(file: Slices): Bytes {
  return {
    byteLength: file.size,
    slice: (start, end = file.size) => file.slice(start, end).arrayBuffer(),
  };
}

/** @throws TopographError (input) where a file is of another map, or cut off */
export function checkSize(name: string, found: number, expected: number): void {
  if (found !== expected)
    throw fault(
      `${name} has ${found} bytes, but map.json was written with one of ${expected}: the files are of different maps, or one is cut off; copy the whole folder again`,
    );
}

function fault(message: string): TopographError {
  return new TopographError("input", message);
}
