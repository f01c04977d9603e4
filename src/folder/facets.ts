import { compareStrings } from "../kernel/compare.ts";
import { once } from "../kernel/once.ts";
import { groupOf, lowerBound, rowsIn } from "./find.ts";
import type { FacetName } from "./index-shapes.ts";
import type { OpenFolder } from "./open.ts";
import { textIn } from "./points.ts";

/** A value that papers share, with the rows of those that have it. */
export interface ValueRows {
  readonly value: string;
  readonly rows: readonly number[];
}

/** Reads what papers are filtered by: concepts, venues, authors. */
export interface FacetReader {
  /** How many values a facet has here: beyond the commonest those of one paper are left out. undefined in a folder without the table */
  size(name: FacetName): number | undefined;
  /** The commonest values, most papers first. One request. */
  commonest(name: FacetName): Promise<ValueRows[]>;
  /** Values that have a text in them, whatever its case, most papers first. The first time all names are read, then some row groups. */
  find(name: FacetName, text: string, most: number): Promise<ValueRows[]>;
  /** One value, to the letter; undefined where there is none. A request or two. */
  value(name: FacetName, value: string): Promise<ValueRows | undefined>;
}

interface Named {
  readonly value: string;
  readonly papers: number;
  readonly group: number;
  readonly at: number;
}

/** Opens the table of facets when it is first asked for. */
export function facetReader(folder: OpenFolder): FacetReader {
  const { facets = [] } = folder.head;
  const headOf = (name: FacetName) => facets.find((facet) => facet.name === name);
  /** The row groups of a facet: the first is that of the commonest. */
  const groupsOf = (name: FacetName): number[] => {
    let first = 0;
    for (const head of facets) {
      const count = head.values > 0 ? 1 + head.firsts.length : 0;
      if (head.name === name) return Array.from({ length: count }, (_, k) => first + k);
      first += count;
    }
    return [];
  };
  const rowsAt = async (group: number, places: readonly number[]): Promise<ValueRows[]> => {
    const table = await folder.need("facets");
    const [values, rows] = await table.group(group, ["value", "rows"]);
    return places.map((at) => ({
      value: textIn(values[at]) ?? "",
      rows: rowsIn(rows[at]).filter((row) => row >= 0 && row < folder.head.papers),
    }));
  };
  const names = async (name: FacetName): Promise<Named[]> => {
    const table = await folder.need("facets");
    const read = groupsOf(name).map(async (group) => {
      const [values, papers] = await table.passing(group, ["value", "papers"]);
      return Array.from(values, (value, at) => ({
        value: textIn(value) ?? "",
        papers: Number(papers[at]),
        group,
        at,
      }));
    });
    return (await Promise.all(read))
      .flat()
      .sort((a, b) => b.papers - a.papers || compareStrings(a.value, b.value));
  };
  const namesOf: Readonly<Record<FacetName, () => Promise<Named[]>>> = {
    concepts: once(() => names("concepts")),
    venues: once(() => names("venues")),
    authors: once(() => names("authors")),
  };
  return {
    size: (name) => headOf(name)?.values,
    async commonest(name) {
      const [group] = groupsOf(name);
      if (group === undefined) return [];
      const { groups } = await folder.need("facets");
      return rowsAt(group, [...Array(groups[group + 1] - groups[group]).keys()]);
    },
    async find(name, text, most) {
      const wanted = text.toLowerCase();
      const found = (await namesOf[name]())
        .filter(({ value }) => wanted === "" || value.toLowerCase().includes(wanted))
        .slice(0, most);
      return (await Promise.all(found.map(({ group, at }) => rowsAt(group, [at])))).flat();
    },
    async value(name, value) {
      const [common, ...others] = groupsOf(name);
      if (common === undefined) return undefined;
      const table = await folder.need("facets");
      const placeIn = async (group: number, find: (values: ArrayLike<unknown>) => number) => {
        const [values] = await table.group(group, ["value"]);
        const at = find(values);
        return values[at] === value ? (await rowsAt(group, [at]))[0] : undefined;
      };
      const found = await placeIn(common, (values) => Array.prototype.indexOf.call(values, value));
      if (found || others.length === 0) return found;
      const group = others[groupOf(headOf(name)?.firsts ?? [], value)];
      return placeIn(group, (values) => lowerBound(values, value));
    },
  };
}
