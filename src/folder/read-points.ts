import { fieldReader } from "../model/field-json.ts";
import type { Entries, MapExtra } from "../model/map.ts";
import { MEASURES, type Measures } from "../model/measures.ts";
import { NO_TOPIC } from "../model/topic.ts";
import type { Points } from "./all-points.ts";
import type { OpenFolder } from "./open.ts";
import type { Cells } from "./parquet-reader.ts";
import { floats, wholes } from "./points.ts";
import { restOf } from "./rest.ts";
import { REST, UNEDITED, uneditedColumn } from "./shapes.ts";

/**
 * What `points` has of all papers, in their order, and which paper each row is.
 * @param points its points, as `allPoints` reads them
 */
export async function readPoints(folder: OpenFolder, points: Points | Promise<Points>) {
  const { head, tiles } = folder;
  const { columns, paperOf } = await points;
  const table = await folder.need("points");
  const count = head.papers;
  const float = () => new Float32Array(count);
  const id = () => new Int32Array(count).fill(NO_TOPIC);
  const unedited = {
    topic: id(),
    subtopic: id(),
    leaf: id(),
    runnerUp: id(),
    decision: id(),
    confidence: float(),
  };
  const measures = new Map(MEASURES.map((name) => [name, new Float64Array(count).fill(Number.NaN)]));
  const years = new Map<number, number>();
  const extras = new Map<number, Entries>();
  const fields = fieldReader();
  const { fields: heads = [] } = folder.attributes as {
    readonly fields?: readonly { readonly name: string }[];
  };
  const names = ["year", REST, ...UNEDITED.map(uneditedColumn), ...MEASURES, ...head.columns];
  for (const [k, { first }] of tiles.entries()) {
    const found = new Map<string, Cells>(
      (await table.group(k, names)).map((cells, at) => [names[at], cells]),
    );
    const cellsOf = (name: string) => found.get(name) ?? [];
    const place = (column: Float32Array | Int32Array, cells: Cells) => {
      if (cells.length === 0) return;
      const own = column instanceof Float32Array ? floats(cells) : wholes(cells, NO_TOPIC);
      for (let i = 0; i < own.length; i++) column[paperOf[first + i]] = own[i];
    };
    for (const name of UNEDITED) place(unedited[name], cellsOf(uneditedColumn(name)));
    for (const [name, column] of measures) {
      const cells = cellsOf(name);
      for (let i = 0; i < cells.length; i++)
        if (typeof cells[i] === "number") column[paperOf[first + i]] = Number(cells[i]);
    }
    const [year, rest] = [cellsOf("year"), cellsOf(REST)];
    for (let i = 0; i < tiles[k].count; i++) {
      const p = paperOf[first + i];
      const { values, extra } = restOf(rest[i]);
      const own = values.get("year") ?? year[i];
      if (typeof own === "number") years.set(p, own);
      const entries = head.columns.flatMap((column, f): Entries => {
        const value = values.get(column) ?? cellsOf(column)[i];
        return value === null || value === undefined || heads[f] === undefined
          ? []
          : [[heads[f].name, value]];
      });
      fields.add(p, entries);
      if (extra.length > 0) extras.set(p, extra);
    }
  }
  return {
    paperOf,
    columns,
    years,
    extras,
    fields,
    measures,
    /** Columns of the grouping before the edits, as the JSON form lists them. */
    unedited: UNEDITED.filter((name) => table.has(uneditedColumn(name))).map((name): [string, number[]] => [
      name,
      [...unedited[name]],
    ]),
  };
}

/** Measures, where the folder has them of all papers. */
export function measuresOf(
  extra: MapExtra,
  columns: ReadonlyMap<string, Float64Array>,
): { readonly measures?: Measures; readonly extra: MapExtra } {
  const said = extra.attributes?.find(([name]) => name === "measures")?.[1] as
    | { readonly density?: unknown; readonly components?: unknown }
    | undefined;
  const { density, components } = said ?? {};
  const isWhole = [...columns.values()].every((column) => column.every(Number.isFinite));
  if (typeof density !== "number" || typeof components !== "number" || !isWhole) return { extra };
  const left = (extra.attributes ?? []).filter(([name]) => name !== "measures");
  const { attributes: _, ...others } = extra;
  return {
    measures: { density, components, columns: Object.fromEntries(columns) as Measures["columns"] },
    extra: { ...others, ...(left.length > 0 ? { attributes: left } : {}) },
  };
}
