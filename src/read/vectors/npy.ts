import { TopographError } from "../../model/errors.ts";

/** A matrix as NumPy saves it. */
export interface Matrix {
  readonly rows: number;
  readonly dims: number;
  row(i: number): Float64Array;
}

/** Whether a file begins as NumPy's format does. */
export function isNpy(head: Uint8Array): boolean {
  return head[0] === 0x93 && String.fromCharCode(...head.subarray(1, 6)) === "NUMPY";
}

const HOW = 'save it by numpy.save(file, vectors.astype("float32"))';

/**
 * Reads NumPy's `.npy` (format 1 to 3): two dimensions of little-endian float32 or float64, in C or Fortran order.
 * @throws TopographError (input) for anything else, without the name of the file
 */
export function readNpy(bytes: Uint8Array): Matrix {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = bytes[6] > 1;
  const start = wide ? 12 : 10;
  const size = bytes.length < start ? 0 : wide ? view.getUint32(8, true) : view.getUint16(8, true);
  if (bytes.length < start + size || size === 0)
    throw fault("the file is cut off in its header; copy it again");
  const header = new TextDecoder("latin1").decode(bytes.subarray(start, start + size));
  const type = /'descr':\s*'([^']*)'/.exec(header)?.[1];
  const shape = /'shape':\s*\(([\d,\s]*)\)/
    .exec(header)?.[1]
    .split(",")
    .map((part) => part.trim());
  if (type !== "<f4" && type !== "<f8")
    throw fault(`found numbers of type ${type ?? "unknown"}, expected float32 or float64; ${HOW}`);
  const [rows, dims, ...more] = (shape ?? []).filter((part) => part !== "").map(Number);
  // Rows of no numbers take no bytes: a billion of them would be read one by one.
  if (dims === undefined || dims === 0 || more.length > 0)
    throw fault(
      `found the shape (${shape?.join(", ")}), expected two dimensions: papers and numbers a paper; ${HOW}`,
    );
  const width = type === "<f4" ? 4 : 8;
  const first = start + size;
  if (bytes.length - first < rows * dims * width)
    throw fault(
      `the file is cut off: ${rows} rows of ${dims} numbers take ${rows * dims * width} bytes, found ${bytes.length - first}; copy it again`,
    );
  const byColumn = /'fortran_order':\s*True/.test(header);
  const at = (i: number, t: number) => first + width * (byColumn ? t * rows + i : i * dims + t);
  const number =
    width === 4 ? (p: number) => view.getFloat32(p, true) : (p: number) => view.getFloat64(p, true);
  return { rows, dims, row: (i) => Float64Array.from({ length: dims }, (_, t) => number(at(i, t))) };
}

function fault(message: string): TopographError {
  return new TopographError("input", message);
}
