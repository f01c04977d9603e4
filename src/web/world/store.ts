import { computed, signal } from "@preact/signals-core";
import { countCountries, countryField } from "../../view/country-counts.ts";
import { passesOthers } from "../../view/filters.ts";
import { perMap } from "../page/map-state.ts";
import type { Shapes } from "./shapes.ts";

/** The outlines, once they are loaded. */
export const shapes = signal<Shapes | undefined>(undefined);
/** Whether a paper from several countries is shared out among them. */
export const isFractional = signal(false);

/** Countries of the papers that pass all other filters, and by which of them papers are filtered. */
export const worldOf = perMap((now) => {
  const field = computed(() => countryField(now.atlas.value.map.fields));
  return {
    field,
    chosen: computed(
      () => now.filters.value.fields.get(field.value?.name ?? "")?.values ?? new Set<string>(),
    ),
    counted: computed(() => {
      if (!field.value) return { countries: [], papers: 0 };
      const passes = passesOthers(now.failed.value, now.filters.value, field.value.name);
      return countCountries(field.value, passes, isFractional.value);
    }),
  };
});
