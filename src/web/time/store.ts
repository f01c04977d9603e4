import { computed, signal } from "@preact/signals-core";
import { passesBut } from "../../view/filters.ts";
import { perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { measured, timeRows } from "./rows.ts";

/** Where the pointer or the keyboard is in the picture: a row and a column. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Topics × years of the papers that pass all other filters, and where one is among them. */
export const timeOf = perMap((now) => {
  const data = computed(() =>
    timeRows(now.atlas.value.map, passesBut(now.failed.value, ["topics", "years"])),
  );
  return {
    data,
    values: computed(() => measured(data.value, state.timeLook.value.measure, state.timeLook.value.isMean)),
    at: signal<Cell | undefined>(undefined),
  };
});
