import type { Entries, TopicMap } from "./map.ts";
import { MEASURES, type Measure, type Measures } from "./measures.ts";
import { sixDigits } from "./number.ts";

/**
 * The map with the measures that a file has of its papers, if it has them all: until then they are attributes like any
 * other that this version does not know.
 */
export function withSavedMeasures(map: TopicMap): TopicMap {
  const extra = map.extra;
  const saved = extra?.attributes?.find(([key]) => key === "measures")?.[1];
  if (!extra || typeof saved !== "object" || saved === null) return map;
  const { density, components } = saved as { density?: unknown; components?: unknown };
  const rows = map.papers.map((_, i) => new Map(extra.papers?.get(i)));
  const isWhole =
    [density, components].every(Number.isFinite) &&
    rows.every((row) => MEASURES.every((name) => Number.isFinite(row.get(name))));
  if (!isWhole) return map;
  const column = (name: Measure) => Float64Array.from(rows, (row) => sixDigits(Number(row.get(name))));
  const columns = Object.fromEntries(MEASURES.map((name) => [name, column(name)]));
  const { attributes, papers, ...others } = extra;
  const left = without(attributes ?? [], ["measures"]);
  const leftOf = [...(papers ?? [])].flatMap(([i, entries]) => {
    const rest = without(entries, MEASURES);
    return rest.length > 0 ? [[i, rest] as const] : [];
  });
  const { extra: _extra, ...plain } = map;
  const rest = {
    ...others,
    ...(left.length > 0 ? { attributes: left } : {}),
    ...(leftOf.length > 0 ? { papers: new Map(leftOf) } : {}),
  };
  return {
    ...plain,
    measures: {
      density: Number(density),
      components: Number(components),
      columns: columns as Measures["columns"],
    },
    ...(Object.keys(rest).length > 0 ? { extra: rest } : {}),
  };
}

function without(entries: Entries, names: readonly string[]): Entries {
  return entries.filter(([key]) => !names.includes(key));
}
