import { fieldNamed } from "../../model/own-fields.ts";
import { legendTexts } from "../../scene/legend.ts";
import { binsOf } from "../../scene/scale/bins.ts";
import { numberText } from "../../scene/scale/numbers.ts";
import type { FieldFilter } from "../../view/field-filter.ts";
import type { MapState } from "../page/map-state.ts";
import { fieldTexts } from "../texts/fields.ts";

/** A filter by a field in words: "country: US, FR". */
export function filterText(now: MapState, name: string, filter: FieldFilter): string {
  const { range, values = [], others, missing } = filter;
  const field = fieldNamed(now.atlas.value.map, name);
  const bins = range && field && binsOf(field);
  const parts = [
    ...(bins ? [rangeText(bins.scale, range)] : []),
    ...values,
    ...(others ? [legendTexts.others] : []),
    ...(missing ? [legendTexts.missing] : []),
  ];
  return fieldTexts.filter(name, parts.join(", "));
}

/** A half-open range as people read it: both ends are in where numbers are whole. */
export function rangeText(
  scale: Parameters<typeof numberText>[0],
  [low, high]: readonly [number, number],
): string {
  const from = Math.max(low, scale.whole[0]);
  const to = Math.min(scale.isWhole ? high - 1 : high, scale.whole[1]);
  return fieldTexts.range(numberText(scale, from), numberText(scale, to));
}
