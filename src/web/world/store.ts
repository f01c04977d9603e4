import { computed, signal } from "@preact/signals-core";
import { countCountries, countryField } from "../../view/country-counts.ts";
import { failedFilters } from "../../view/filters.ts";
import { perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import type { Shapes } from "./shapes.ts";

/** The outlines, once they are loaded. */
export const shapes = signal<Shapes | undefined>(undefined);
/** Whether a paper from several countries is shared out among them. */
export const isFractional = signal(false);

/** Countries of the papers that pass all other filters, and which of them is chosen. */
export const worldOf = perMap((now) => {
  const chosen = signal<string | undefined>(undefined);
  const field = computed(() => countryField(now.atlas.value.map.fields));
  return {
    field,
    /** Its papers are the selection that alone is shown. */
    chosen: computed(() => (now.filters.value.selection ? chosen.value : undefined)),
    choose: (code: string | undefined) => {
      chosen.value = code;
    },
    counted: computed(() => {
      if (!field.value) return { countries: [], papers: 0 };
      const others = { ...now.filters.value, selection: now.filters.value.selection && !chosen.value };
      const context = { selection: now.selection.value, stars: state.stars.value };
      const failed = failedFilters(now.atlas.value, others, context);
      return countCountries(field.value, (i) => failed[i] === 0, isFractional.value);
    }),
  };
});
