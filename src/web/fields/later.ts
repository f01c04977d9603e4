import { signal } from "@preact/signals-core";

/** Whether this page shows fields; one in one file, of a map without any, does not. */
export const HAS_FIELDS: boolean = true;

/** The code of colours, legends and charts by fields, once it is loaded. */
export const fieldPart = signal<typeof import("./index.ts") | undefined>(undefined);

/** Loads it. */
export function loadFields(): void {
  if (!fieldPart.peek())
    void import("./index.ts").then((part) => {
      fieldPart.value = part;
    });
}
