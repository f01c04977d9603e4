import { signal } from "@preact/signals-core";

/** The code of colours, legends and charts by fields, once it is loaded. */
export const fieldPart = signal<typeof import("./index.ts") | undefined>(undefined);

/** Loads it. */
export function loadFields(): void {
  if (!fieldPart.peek())
    void import("./index.ts").then((part) => {
      if (fieldPart.peek()) return;
      part.addStyle();
      fieldPart.value = part;
    });
}
