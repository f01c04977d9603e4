import { computed, signal } from "@preact/signals-core";
import { perMap } from "../../page/map-state.ts";
import { timesOf } from "./times.ts";

/** The years of a map, going by: which column is shown, and whether they go by themselves. */
export const playOf = perMap((now) => {
  const times = computed(() => timesOf(now.atlas.value.map, now.mask.value));
  return {
    times,
    column: signal(0),
    isRunning: signal(false),
    /** How many years a paper stays; 0 for good. */
    span: signal(0),
    /** First and last column with papers that pass. */
    range: computed((): readonly [number, number] => {
      const { papers } = times.value;
      const first = papers.findIndex((n) => n > 0);
      return first < 0 ? [0, papers.length - 1] : [first, papers.findLastIndex((n) => n > 0)];
    }),
  };
});
