import { fewAtOnce } from "../kernel/few-at-once.ts";
import { once } from "../kernel/once.ts";
import { foldName } from "../prose/fold.ts";
import { groupOf, lowerBound, rowsIn } from "./find.ts";
import type { FacetName } from "./index-shapes.ts";
import { type NameBlock, type NamePlace, nameBlock, placesWith } from "./name-list.ts";
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
  /** Values in which every one of some folded words begins a word, and how many papers have each, most first. Reads as `find` does. */
  named(name: FacetName, words: readonly string[], most: number): Promise<NamedValue[]>;
  /** One value, to the letter; undefined where there is none. A request or two. */
  value(name: FacetName, value: string): Promise<ValueRows | undefined>;
}

/** A value, and how many papers have it. */
export interface NamedValue {
  readonly value: string;
  readonly papers: number;
}

/** Row groups whose names are read at once: what unpacking leaves in memory goes with each. */
const AT_ONCE = 4;

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
  const names = async (name: FacetName): Promise<NameBlock[]> => {
    const table = await folder.need("facets");
    return fewAtOnce(AT_ONCE, groupsOf(name), async (group) => {
      const [values, papers] = await table.passing(group, ["value", "papers"]);
      return nameBlock(group, values, papers);
    });
  };
  const namesOf: Readonly<Record<FacetName, () => Promise<NameBlock[]>>> = {
    concepts: once(() => names("concepts")),
    venues: once(() => names("venues")),
    authors: once(() => names("authors")),
  };
  const valueAt = async ({ group, at, papers }: NamePlace): Promise<NamedValue> => {
    const table = await folder.need("facets");
    const [values] = await table.group(group, ["value"]);
    return { value: textIn(values[at]) ?? "", papers };
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
      const found: ValueRows[] = [];
      // Folded names say more than is asked for: accents matter.
      const places = placesWith(await namesOf[name](), [foldName(text).slice(1)]);
      for (let from = 0; from < places.length && found.length < most; from += most) {
        const some = places.slice(from, from + most).map(({ group, at }) => rowsAt(group, [at]));
        const values = (await Promise.all(some)).flat();
        found.push(...values.filter(({ value }) => wanted === "" || value.toLowerCase().includes(wanted)));
      }
      return found.slice(0, most);
    },
    async named(name, words, most) {
      const parts = words.map((word) => ` ${word}`);
      return Promise.all(placesWith(await namesOf[name](), parts, most).map(valueAt));
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
