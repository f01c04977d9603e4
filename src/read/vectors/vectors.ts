import type { Collection, Source } from "../../model/collection.ts";
import { TopographError } from "../../model/errors.ts";
import type { Warning } from "../../model/report.ts";
import type { Vectors } from "../../model/vectors.ts";
import { isGzip } from "../gzip.ts";
import { createSha256, type Hash, openText } from "../source.ts";
import { warningList } from "../warnings.ts";
import { wholeBytes } from "../whole.ts";
import { matchRows } from "./match.ts";
import { isNpy, readNpy } from "./npy.ts";
import { gatherRows, type VectorRows } from "./rows.ts";
import { vectorColumns } from "./table.ts";
import { textVectors } from "./text.ts";

/** Vectors and what was odd about them. */
export interface VectorsRead {
  readonly vectors: Vectors;
  /** At most 20. */
  readonly warnings: readonly Warning[];
  readonly warningCount: number;
}

export interface VectorOptions {
  /** Of several, the column that holds them. */
  readonly column?: string;
  /** Keys of the rows of a file without, in order. */
  readonly keys?: readonly string[];
  readonly createHash?: () => Hash;
}

/**
 * Reads vectors of papers: NumPy's `.npy`, Parquet, JSON Lines or CSV, known by content. Rows find their papers by key,
 * DOI or order. Rows that cannot be used are told of.
 * @throws TopographError (input) that names the file: no vectors, wrong count, keys of other papers
 */
export async function readVectors(
  source: Source,
  { papers, merged }: Pick<Collection, "papers" | "merged">,
  { column, keys, createHash = createSha256 }: VectorOptions = {},
): Promise<VectorsRead> {
  const warnings = warningList(source.name);
  try {
    const { rows, sha256 } = await readRows(source, column, warnings.add, createHash);
    if (rows.count === 0) throw new TopographError("input", `found no row of numbers; expected ${EXPECTED}`);
    const of = matchRows(keys ? withKeys(rows, keys) : rows, papers, merged, warnings.add);
    if (of.value.every((v) => v === 0)) throw new TopographError("input", "no row can be used");
    const name = column === undefined ? source.name : `${source.name}#${column}`;
    return {
      vectors: { name, dimensions: of.dims, sha256, of },
      warnings: warnings.kept,
      warningCount: warnings.count,
    };
  } catch (error) {
    if (!(error instanceof TopographError) || error.message.startsWith("cannot open")) throw error;
    const told = warnings.kept[0];
    const first = told ? ` (${told.line === undefined ? "" : `line ${told.line}: `}${told.message})` : "";
    throw new TopographError(error.kind, `vectors: ${source.name}: ${error.message}${first}`);
  }
}

const EXPECTED = "NumPy's .npy, Parquet, JSON Lines or CSV";

type Add = ReturnType<typeof warningList>["add"];

async function readRows(source: Source, column: string | undefined, warn: Add, createHash: () => Hash) {
  const gathered = gatherRows(warn);
  const head = await headOf(source);
  if (isNpy(head) || isParquet(head)) {
    const bytes = await wholeBytes(source);
    const hash = createHash();
    hash.update(bytes);
    if (isNpy(head)) {
      const matrix = readNpy(bytes);
      for (let i = 0; i < matrix.rows; i++) gathered.add(matrix.row(i), []);
    } else await fromParquet(bytes, column, gathered.add);
    return { rows: gathered.rows(), sha256: hash.hex() };
  }
  if (isZip(head)) throw new TopographError("input", `this is a ZIP archive (.npz?); expected ${EXPECTED}`);
  const text = openText(source, warn, undefined, () => undefined, createHash);
  let parser: ReturnType<typeof textVectors> | undefined;
  for await (const piece of text.pieces()) {
    parser ??= textVectors(piece, column, gathered.add, warn);
    parser.push(piece);
  }
  parser?.end();
  if (text.refusal !== undefined) throw new TopographError("input", `found no text: ${text.refusal}`);
  return { rows: gathered.rows(), sha256: text.sha256 };
}

async function fromParquet(
  bytes: Uint8Array<ArrayBuffer>,
  column: string | undefined,
  add: ReturnType<typeof gatherRows>["add"],
): Promise<void> {
  const { readParquet } = await import("../parquet.ts");
  let take: ReturnType<typeof vectorColumns> | undefined;
  try {
    await readParquet(bytes.buffer, (names, values) => {
      take ??= vectorColumns(names, values, column, add);
      take(values);
    });
  } catch (error) {
    if (error instanceof TopographError) throw error;
    throw new TopographError("input", `the Parquet file cannot be read: ${(error as Error).message}`);
  }
}

/** Rows of a file without keys, with the keys that lie beside it. @throws TopographError (input) where they are more or fewer */
function withKeys(rows: VectorRows, keys: readonly string[]): VectorRows {
  if (rows.keys.some((own) => own.length > 0)) return rows;
  if (keys.length !== rows.count)
    throw new TopographError(
      "input",
      `found ${rows.count} rows and ${keys.length} keys beside them; expected as many`,
    );
  return { ...rows, keys: keys.map((key) => [key]) };
}

function isParquet(head: Uint8Array): boolean {
  return String.fromCharCode(...head.subarray(0, 4)) === "PAR1";
}

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && !isGzip(head);
}

async function headOf(source: Source): Promise<Uint8Array> {
  for await (const chunk of source.chunks()) if (chunk.length > 0) return chunk.subarray(0, 16);
  return new Uint8Array(0);
}
