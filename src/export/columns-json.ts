import { createSplitter, parsePiece } from "../model/split.ts";
import { isObject } from "../model/take.ts";

/** Values by name, one a row; null where a row has none. The fields of papers are columns of their own. */
type Columns = readonly (readonly [name: string | readonly ["fields", string], values: readonly unknown[]])[];

/** One line: a member of the map as it is, or some of its papers or links, column by column. */
type Line =
  | { readonly key: string; readonly value: unknown }
  | {
      readonly key: "nodes" | "edges";
      /** How many rows came before. */
      readonly first: number;
      readonly count: number;
      readonly columns: Columns;
      /** Of links: numbers of papers as differences, which are small because links are sorted. */
      readonly ends?: readonly [
        source: readonly number[],
        target: readonly number[],
        undirected: readonly number[],
      ];
    };

interface Row {
  readonly source: string;
  readonly target: string;
  readonly undirected?: boolean;
  readonly attributes: object;
}

/** So many rows a line: enough that columns pack well, and no line comes near what one string can hold. */
const ROWS = 10_000;

/**
 * The JSON of `encodeMap` column by column, as lines of JSON: half as long, and like stands beside like, which makes the
 * page in one file a quarter smaller. @param whole whether readouts stay that cannot be made again: the texts are missing
 */
export function* inColumns(
  json: Iterable<string>,
  { whole = false } = {},
): Generator<string, void, undefined> {
  const ready: string[] = [];
  const put = (line: Line) => ready.push(`${JSON.stringify(line)}\n`);
  let [key, first, rows]: [string, number, Row[]] = ["", 0, []];
  const flush = () => {
    if (rows.length === 0) return;
    const columns = columnsOf(
      rows.map(({ attributes }) => attributes),
      whole,
    );
    const block = { first, count: rows.length, columns };
    put(key === "edges" ? { key, ...block, ends: endsOf(rows) } : { key: "nodes", ...block });
    first += rows.length;
    rows = [];
  };
  const splitter = createSplitter(new Set(["nodes", "edges"]), (piece) => {
    if (piece.index === undefined) {
      put({ key: piece.key, value: parsePiece(piece) });
      return;
    }
    if (piece.index === 0 || rows.length === ROWS) flush();
    if (piece.index === 0) [key, first] = [piece.key, 0];
    rows.push(parsePiece(piece) as Row);
  });
  for (const chunk of json) {
    splitter.push(chunk);
    yield* ready.splice(0);
  }
  splitter.end();
  flush();
  yield* ready;
}

/** Without what the page makes again: a paper's colour out of its topic, readouts of shared terms out of the texts. */
function columnsOf(items: readonly object[], whole: boolean): Columns {
  const columns = new Map<string, unknown[]>();
  const fields = new Map<string, unknown[]>();
  const put = (into: Map<string, unknown[]>, k: number, name: string, value: unknown) => {
    const column = into.get(name) ?? new Array<unknown>(items.length).fill(null);
    into.set(name, column);
    column[k] = value;
  };
  for (const [k, item] of items.entries())
    for (const [name, value] of Object.entries(item)) {
      if (name === "color" || (name === "evidence" && !whole)) continue;
      if (name === "fields" && isObject(value))
        for (const [field, own] of Object.entries(value)) put(fields, k, field, own);
      else put(columns, k, name, value);
    }
  return [...columns, ...[...fields].map(([name, values]) => [["fields", name], values] as const)];
}

function endsOf(rows: readonly Row[]): readonly [number[], number[], number[]] {
  const steps = (keys: readonly string[]) =>
    keys.map((name, k) => numberOf(name) - (k === 0 ? 0 : numberOf(keys[k - 1])));
  return [
    steps(rows.map(({ source }) => source)),
    steps(rows.map(({ target }) => target)),
    rows.map(({ undirected }) => (undirected ? 1 : 0)),
  ];
}

/** "p12" → 12. */
function numberOf(key: string): number {
  return Number(key.slice(1));
}

/** The JSON of a map out of lines of columns, as `decodeMap` reads it: papers and links may come in several parts. */
export async function* outOfColumns(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  let before = "{";
  for await (const line of linesOf(bytes)) {
    yield `${before}${memberOf(JSON.parse(line) as Line)}`;
    before = ",\n";
  }
  yield "}";
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of bytes) {
    const more = decoder.decode(piece, { stream: true });
    if (!more.includes("\n")) {
      text += more;
      continue;
    }
    const lines = (text + more).split("\n");
    text = lines.pop() ?? "";
    yield* lines;
  }
}

function memberOf(line: Line): string {
  const name = JSON.stringify(line.key);
  if (!("columns" in line)) return `${name}:${JSON.stringify(line.value)}`;
  const { first, count, columns, ends } = line;
  let [source, target] = [0, 0];
  const rows = Array.from({ length: count }, (_, k) => {
    // Not by assignment: `__proto__` is a name like any other.
    const own: [string, unknown][] = [];
    const fields: [string, unknown][] = [];
    for (const [name, values] of columns) {
      if (values[k] === null) continue;
      if (typeof name === "string") own.push([name, values[k]]);
      else fields.push([name[1], values[k]]);
    }
    if (fields.length > 0) own.push(["fields", Object.fromEntries(fields)]);
    const attributes = Object.fromEntries(own);
    if (!ends) return { key: `p${first + k + 1}`, attributes };
    source += ends[0][k];
    target += ends[1][k];
    const undirected = ends[2][k] === 1 ? { undirected: true } : {};
    return {
      key: `e${first + k + 1}`,
      source: `p${source}`,
      target: `p${target}`,
      ...undirected,
      attributes,
    };
  });
  return `${name}:${JSON.stringify(rows)}`;
}
