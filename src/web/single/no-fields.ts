import { signal } from "@preact/signals-core";

/** Stands in the place of colours and charts by fields, in pages of maps that have no fields and ask for none. */
export const HAS_FIELDS = false;
export const fieldPart = signal<undefined>(undefined);

/** Loads nothing. */
export function loadFields(): void {}

/** Paints nothing. */
export function paintsOf() {
  return { fill: undefined, ring: undefined };
}

/** Sizes nothing. */
export function sizesByField(): undefined {}

/** All pass. */
export function passesField(): () => boolean {
  return () => true;
}

/** No address has any. */
export function encodeFieldFilter(): string {
  return "";
}

/** None is read. */
export function decodeFieldFilters(): Map<string, object> {
  return new Map();
}

/** Scales are never drawn. */
export const [numberText, shareOf, ticksOf] = [String, Number, () => []];
export const painted = String;
