import { type PackedTerm, placesToTerms, termsToPlaces } from "./terms-json.ts";

/** A column of values by name; null where an item has none. */
type JsonColumn = readonly [name: string, values: readonly unknown[]];

interface Items {
  readonly count: number;
  readonly columns: readonly JsonColumn[];
}

/** The JSON of a map, column by column: half as long, and like stands beside like, which packs better. */
export interface ColumnJson {
  readonly attributes: unknown;
  readonly options: unknown;
  readonly nodes: Items;
  readonly ends: readonly [
    source: readonly number[],
    target: readonly number[],
    undirected: readonly number[],
  ];
  readonly edges: Items;
}

interface RowJson {
  readonly attributes: unknown;
  readonly options: unknown;
  readonly nodes: readonly { readonly attributes: object }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly undirected?: boolean;
    readonly attributes: object;
  }[];
}

/** Turns the JSON of `encodeMap` into columns. Readouts of shared terms, which the page recomputes, stay behind. */
export function inColumns(json: string): ColumnJson {
  const map = JSON.parse(json) as RowJson;
  const number = (key: string) => Number(key.slice(1));
  return {
    attributes: map.attributes,
    options: map.options,
    nodes: columnsOf(map.nodes.map(({ attributes }) => packed(attributes))),
    ends: [
      steps(map.edges.map(({ source }) => number(source))),
      steps(map.edges.map(({ target }) => number(target))),
      map.edges.map(({ undirected }) => (undirected ? 1 : 0)),
    ],
    edges: columnsOf(map.edges.map(({ attributes }) => attributes)),
  };
}

/** Each number less the one before: edges are sorted, so that most steps are short. */
function steps(numbers: readonly number[]): number[] {
  return numbers.map((n, k) => n - (numbers[k - 1] ?? 0));
}

function sums(numbers: readonly number[]): number[] {
  let sum = 0;
  return numbers.map((n) => (sum += n));
}

/** What a paper's attributes give again (its topic's colour) stays behind; terms become places in its text. */
function packed(attributes: object): object {
  const {
    color: _,
    terms,
    ...rest
  } = attributes as { readonly terms?: readonly string[]; readonly color?: string };
  return terms ? { ...rest, terms: termsToPlaces(terms, textOf(rest)) } : rest;
}

function textOf(paper: object): string {
  const { label = "", abstract = "" } = paper as { readonly label?: string; readonly abstract?: string };
  return `${label}\n${abstract}`;
}

function columnsOf(items: readonly object[]): Items {
  const columns = new Map<string, unknown[]>();
  for (const [k, item] of items.entries())
    for (const [name, value] of Object.entries(item)) {
      if (name === "evidence") continue;
      const column = columns.get(name) ?? new Array<unknown>(items.length).fill(null);
      columns.set(name, column);
      column[k] = value;
    }
  return { count: items.length, columns: [...columns] };
}

/** The JSON of a map out of columns, in pieces, as `decodeMap` reads it. */
export function* outOfColumns({
  attributes,
  options,
  nodes,
  ends,
  edges,
}: ColumnJson): Generator<string, void, undefined> {
  yield `{"attributes":${JSON.stringify(attributes)},"options":${JSON.stringify(options)},"nodes":[`;
  for (let i = 0; i < nodes.count; i++)
    yield `${i === 0 ? "" : ","}{"key":"p${i + 1}","attributes":${itemOf(nodes, i, true)}}`;
  yield '],"edges":[';
  const [source, target, undirected] = [sums(ends[0]), sums(ends[1]), ends[2]];
  for (let e = 0; e < edges.count; e++)
    yield `${e === 0 ? "" : ","}{"key":"e${e + 1}","source":"p${source[e]}","target":"p${target[e]}","undirected":${undirected[e] === 1},"attributes":${itemOf(edges, e)}}`;
  yield "]}";
}

/** As text, not as an object: `__proto__` is a name like any other. */
function itemOf({ columns }: Items, k: number, isPaper = false): string {
  const parts: string[] = [];
  const text = () => {
    const value = (name: string) => columns.find(([other]) => other === name)?.[1][k] ?? "";
    return `${value("label")}\n${value("abstract")}`;
  };
  for (const [name, values] of columns) {
    if (values[k] === null) continue;
    const value =
      isPaper && name === "terms" ? placesToTerms(values[k] as readonly PackedTerm[], text()) : values[k];
    parts.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
  }
  return `{${parts.join(",")}}`;
}
