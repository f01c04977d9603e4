import type { Embedding } from "../kernel/lsa.ts";
import type { EdgeList } from "./edges.ts";

/** What a map says of the vectors that it was made with. */
export interface VectorsName {
  /** Base name of their file, with "#column" where one was named. */
  readonly name: string;
  /** Numbers a row. */
  readonly dimensions: number;
  /** Of the file. */
  readonly sha256: string;
}

/** How alike papers are by what somebody else computed: a sentence encoder, say. */
export interface Vectors extends VectorsName {
  /** A row of each paper, zero where it has none. Of a saved map, which keeps no vectors, the links that they gave. */
  readonly of: Embedding | EdgeList;
}

/** Parameters that name these vectors, and no others. */
export function naming<P extends { readonly vectors?: VectorsName }>(
  parameters: P,
  vectors: VectorsName | undefined,
): Omit<P, "vectors"> & { readonly vectors?: VectorsName } {
  const { vectors: _others, ...rest } = parameters;
  if (!vectors) return rest;
  const { name, dimensions, sha256 } = vectors;
  return { ...rest, vectors: { name, dimensions, sha256 } };
}

/** What people see of the name: "minilm" of "minilm.npy", "specter" of "papers.parquet#specter". */
export function shortName({ name }: VectorsName): string {
  return name.includes("#") ? name.replace(/^.*#/s, "") : name.replace(/(?<=.)\.[a-z]+(?:\.gz)?$/i, "");
}

/** How many papers the vectors say nothing of. */
export function withoutVector({ of }: Vectors, papers: number): number {
  const has = new Uint8Array(papers);
  if ("source" in of) for (const end of [of.source, of.target]) for (const i of end) has[i] = 1;
  else
    for (let i = 0; i < papers; i++)
      if (of.value.subarray(i * of.dims, (i + 1) * of.dims).some((v) => v !== 0)) has[i] = 1;
  return has.reduce((count, h) => count - h, papers);
}
