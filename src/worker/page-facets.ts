import { COMMONEST, type FacetName, NAMED_FACETS } from "../folder/index-shapes.ts";
import type { MapFolder } from "../folder/map-folder.ts";
import type { PaperTexts } from "../folder/papers.ts";
import { searchWords } from "../folder/words.ts";
import { foldText, wordsOf } from "../prose/fold.ts";
import { type FoundName, MOST_NAMES } from "./found-name.ts";

/** Values of a facet, most papers first, with the papers that have each. */
export interface FacetValues {
  readonly names: readonly string[];
  readonly papers: readonly Uint32Array[];
}

/** How many values each facet of a folder has. */
export type FacetSizes = Readonly<Record<FacetName, number>>;

/** What the papers of a map folder are filtered by, under the numbers of papers. */
export interface PageFacets {
  /** Those that have a text in them; the commonest for "". */
  values(name: FacetName, text: string, most: number): Promise<FacetValues>;
  /** Authors, venues and concepts with every word of a query at the beginning of one of theirs, of most papers first: at most three of each. */
  named(query: string): Promise<readonly FoundName[]>;
  /** The papers that have a value. */
  papersWith(name: FacetName, value: string): Promise<Uint32Array>;
}

/** How the search tells of values. */
const KINDS = [
  ["authors", "author"],
  ["venues", "venue"],
  ["concepts", "term"],
] as const;

/** Papers whose texts are looked at for a value that the table leaves out, because one paper has it. */
const MOST_CHECKED = 32;

/** How many values there are; undefined in a folder of before there was the table. */
export function facetSizes({ facets }: MapFolder): FacetSizes | undefined {
  if (facets.size("authors") === undefined) return undefined;
  const [concepts, venues, authors] = NAMED_FACETS.map((name) => facets.size(name) ?? 0);
  return { concepts, venues, authors };
}

/** Facets of a folder. @param numbers row → paper */
export function pageFacets(parts: MapFolder, numbers: () => Promise<Uint32Array>): PageFacets {
  const papersOf = async (rows: readonly number[]) => {
    const paperOf = await numbers();
    return Uint32Array.from(rows, (row) => paperOf[row]).sort();
  };
  return {
    async values(name, text, most) {
      const isCommon = text === "" && most <= COMMONEST;
      const found = isCommon ? await parts.facets.commonest(name) : await parts.facets.find(name, text, most);
      return {
        names: found.map(({ value }) => value),
        papers: await Promise.all(found.map(({ rows }) => papersOf(rows))),
      };
    },
    async named(query) {
      const words = wordsOf(foldText(query));
      if (words.length === 0 || facetSizes(parts) === undefined) return [];
      const found: FoundName[] = [];
      // In the order in which the search tells of them.
      for (const [name, kind] of KINDS)
        for (const { value, papers } of await parts.facets.named(name, words, MOST_NAMES))
          found.push({ kind, name: value, papers });
      return found;
    },
    async papersWith(name, value) {
      const found = await parts.facets.value(name, value);
      if (found) return papersOf(found.rows);
      // Initials are no words of the index.
      const words = searchWords(value).filter((word) => word.length > 1);
      const { rows } = await parts.search(words.join(" "), MOST_CHECKED);
      const texts = await Promise.all(rows.map((row) => parts.texts(row, row + 1)));
      return papersOf(rows.filter((_, k) => valuesOf(name, texts[k][0]).includes(value)));
    },
  };
}

function valuesOf(name: FacetName, { authors, venue, concepts }: PaperTexts): readonly string[] {
  if (name === "venues") return venue === undefined ? [] : [venue];
  return name === "authors" ? authors : concepts;
}
