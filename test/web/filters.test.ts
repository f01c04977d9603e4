import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAtlas } from "../../src/view/atlas.ts";
import { countShown, failedFilters, NO_FILTERS, visibleMask } from "../../src/view/filters.ts";
import { sampleMap } from "../sample-map.ts";

const NOTHING = { selection: new Set<number>(), stars: new Set<string>() };

/** Papers 0 and 1 are in topic 0 and sub-topic 2, paper 2 in topic 1, paper 3 in none. */
describe("counts under the other filters", () => {
  test("a filter's own choice does not shrink its own counts, the others' do", () => {
    const map = sampleMap();
    const papers = map.papers.map((paper, i) => ({ ...paper, authors: i < 3 ? ["Ada"] : ["Bo", "Ada"] }));
    const atlas = createAtlas({ ...map, papers });
    expect(atlas.authors()).toMatchObject({ names: ["Ada", "Bo"], counts: Uint32Array.of(4, 1) });
    const failed = failedFilters(atlas, { ...NO_FILTERS, topics: new Set([0]) }, NOTHING);
    expect([...countShown(atlas, failed, "topics").slice(0, 2)]).toEqual([2, 1]);
    expect([...countShown(atlas, failed, "authors")]).toEqual([2, 0]);
  });

  test("are what the papers shown without that filter have, for any choice", () => {
    const map = sampleMap();
    const names = ["Ada", "Bo", "Cy"];
    const some = fc.uniqueArray(fc.constantFrom(...names));
    fc.assert(
      fc.property(fc.array(some, { minLength: 4, maxLength: 4 }), some, some, (given, authors, venues) => {
        const papers = map.papers.map((paper, i) => ({ ...paper, authors: given[i], venue: names[i % 3] }));
        const atlas = createAtlas({ ...map, papers });
        const filters = { ...NO_FILTERS, authors: new Set(authors), venues: new Set(venues) };
        const failed = failedFilters(atlas, filters, NOTHING);
        const others = visibleMask(atlas, { ...filters, authors: new Set() }, NOTHING);
        const counts = countShown(atlas, failed, "authors");
        for (const [k, name] of atlas.authors().names.entries())
          expect(counts[k]).toBe(papers.filter((p, i) => others[i] === 1 && p.authors.includes(name)).length);
      }),
    );
  });
});
