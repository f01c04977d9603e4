import { signal } from "@preact/signals-core";
import { describe, expect, test } from "vitest";
import { createAtlas } from "../../src/view/atlas.ts";
import { createMapState, perMap, regroup } from "../../src/web/page/map-state.ts";
import type { SortBy } from "../../src/web/page/sorted.ts";
import { sampleMap } from "../sample-map.ts";

/** Papers 0 and 1 are in topic 0, paper 2 in topic 1, paper 3 in none; topic 2 is a part of topic 0. */
const page = () => ({ stars: signal<ReadonlySet<string>>(new Set()), sortBy: signal<SortBy>("central") });

describe("what goes with one map", () => {
  test("lists the papers that pass the filters, the largest dots first", () => {
    const now = createMapState(sampleMap(), page());
    // Sizes .01, .02, .015, .01.
    expect(now.listed.value).toEqual([1, 2, 0, 3]);
    now.filters.value = { ...now.filters.value, topics: new Set([0]) };
    expect([...now.mask.value]).toEqual([1, 1, 0, 0]);
    expect(now.listed.value).toEqual([1, 0]);
    expect(now.filterCount.value).toBe(1);
  });

  test("counts no papers while they are searched for, then those found that pass", () => {
    const now = createMapState(sampleMap(), page());
    now.query.value = "graph";
    expect(now.listedCount.value).toBeUndefined();
    now.matches.value = [3, 0];
    expect([now.listed.value, now.listedCount.value]).toEqual([[3, 0], 2]);
  });

  test("stars of the page narrow only where that is asked for", () => {
    const choices = page();
    const now = createMapState(sampleMap(), choices);
    const { identity } = now.atlas.value.map.papers[2];
    choices.stars.value = new Set([identity]);
    expect(now.visibleCount.value).toBe(4);
    now.filters.value = { ...now.filters.value, starred: true };
    expect(now.listed.value).toEqual([2]);
  });

  test("a preview is shown in the place of the map, and comes off", () => {
    const map = sampleMap();
    const now = createMapState(map, page());
    const atlas = createAtlas({ ...map, topic: Int32Array.of(0, 0, 0, 0) });
    const outcome = { moved: 2, links: { came: 0, went: 0, shifted: 0 }, given: {} };
    regroup(now, { preview: { atlas, outcome } });
    expect([...now.atlas.value.map.topic]).toEqual([0, 0, 0, 0]);
    expect(now.made.value.map).toBe(map);
    regroup(now, { preview: undefined });
    expect(now.atlas.value.map).toBe(map);
  });

  test("topics that are open or chosen follow their new numbers; those that are gone close", () => {
    const now = createMapState(sampleMap(), page());
    now.selection.value = new Set([2]);
    now.filters.value = { ...now.filters.value, topics: new Set([0, 1]) };
    now.focus.value = { kind: "bridge", a: 0, b: 1 };
    now.trail.value = [
      { kind: "topic", topic: 0 },
      { kind: "paper", paper: 3 },
      { kind: "topic", topic: 1 },
    ];
    const made = sampleMap({ edits: [{ type: "rename" }] });
    // Topic 1 is topic 0 now, the old topic 0 is gone.
    regroup(now, { made, undone: [{ type: "merge" }] }, (topic) => (topic === 1 ? 0 : undefined));
    expect([...now.filters.value.topics]).toEqual([0]);
    expect(now.focus.value).toEqual({ kind: "none" });
    expect(now.trail.value).toEqual([
      { kind: "paper", paper: 3 },
      { kind: "topic", topic: 0 },
    ]);
    expect([...now.selection.value]).toEqual([2]);
    expect(now.history.value).toEqual({ done: made.edits, undone: [{ type: "merge" }] });
  });

  test("what a part keeps is made once a map", () => {
    const counts = perMap(() => ({ n: 0 }));
    const [first, second] = [createMapState(sampleMap(), page()), createMapState(sampleMap(), page())];
    counts(first).n++;
    counts(first).n++;
    expect([counts(first).n, counts(second).n]).toEqual([2, 0]);
  });
});
