import { effect, signal } from "@preact/signals-core";
import { COMMONEST, type FacetName, NAMED_FACETS } from "../../folder/index-shapes.ts";
import { prefixSum } from "../../kernel/columns.ts";
import { compareStrings } from "../../kernel/compare.ts";
import type { Facet } from "../../scene/scale/facet.ts";
import type { Client } from "../../worker/page-client.ts";
import type { FacetSizes, FacetValues } from "../../worker/page-facets.ts";
import { messageOf, tell } from "../page/actions.ts";
import type { PartFacets } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";

/**
 * Concepts, venues and authors of a map whose texts stay in their folder: those that were asked for, with all their papers.
 * The map on the page has them from then on, whatever else of it is made anew; filters by others are read when they are set.
 * @param sizes how many values the folder has of each
 * @param numbered settles when all papers are there, under their own numbers
 */
export function facetsOfFolder(
  now: MapState,
  client: Client,
  sizes: FacetSizes,
  numbered: Promise<unknown>,
): PartFacets {
  const known = new Map<FacetName, Map<string, Uint32Array>>(NAMED_FACETS.map((name) => [name, new Map()]));
  const read = signal<ReadonlySet<FacetName>>(new Set());
  const made: { -readonly [K in FacetName]?: () => Facet } = {};
  const asked = new Set<string>();

  const put = (name: FacetName, { names, papers }: FacetValues) => {
    const own = known.get(name);
    for (const [k, value] of names.entries()) own?.set(value, papers[k]);
    const facet = facetFrom(own ?? new Map(), now.made.peek().count);
    made[name] = () => facet;
    now.made.value = { ...now.made.peek(), ...made };
  };
  /** Asks once; again where it failed. */
  const once = (key: string, ask: () => Promise<void>) => {
    if (asked.has(key)) return;
    asked.add(key);
    ask().catch((error: unknown) => {
      asked.delete(key);
      if (state.current.peek() === now) tell(messageOf(error));
    });
  };
  const bring = async (name: FacetName, value: string) => {
    await numbered;
    if (known.get(name)?.has(value)) return;
    put(name, { names: [value], papers: [await client.ask("folderFacetValue", { name, value })] });
  };
  effect(() => {
    const atlas = now.made.value;
    if (NAMED_FACETS.some((name) => made[name] && atlas[name] !== made[name]))
      now.made.value = { ...atlas, ...made };
  });
  effect(() => {
    for (const name of NAMED_FACETS)
      for (const value of now.filters.value[name]) once(`${name} = ${value}`, () => bring(name, value));
  });
  return {
    size: (name) => sizes[name],
    isRead: (name) => read.value.has(name),
    want(name) {
      once(name, async () => {
        await numbered;
        put(name, await client.ask("folderFacet", { name, text: "", most: COMMONEST }));
        read.value = new Set([...read.peek(), name]);
      });
    },
    find(name, text, most) {
      if (text === "" && most <= COMMONEST) return;
      once(`${name} ${most} ${text}`, async () =>
        put(name, await client.ask("folderFacet", { name, text, most })),
      );
    },
    named: (query) => client.ask("folderNames", { query }),
    bring,
  };
}

/** Values and their papers as the facet of a map. */
function facetFrom(known: ReadonlyMap<string, Uint32Array>, count: number): Facet {
  const ranked = [...known].sort(
    ([a, some], [b, others]) => others.length - some.length || compareStrings(a, b),
  );
  const start = new Uint32Array(count + 1);
  for (const [, papers] of ranked) for (const p of papers) start[p + 1]++;
  prefixSum(start);
  const next = start.slice(0, count);
  const values = new Uint32Array(start[count]);
  for (const [v, [, papers]] of ranked.entries()) for (const p of papers) values[next[p]++] = v;
  return {
    names: ranked.map(([name]) => name),
    counts: Uint32Array.from(ranked, ([, papers]) => papers.length),
    start,
    values,
  };
}
