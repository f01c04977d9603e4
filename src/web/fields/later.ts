import { signal } from "@preact/signals-core";
import { wantFields } from "../page/coming.ts";

/** The code of colours, legends and charts by fields, once it is loaded. */
export const fieldPart = signal<typeof import("./index.ts") | undefined>(undefined);

/** Loads it. */
export function loadFields(): void {
  wantFields();
  if (!fieldPart.peek())
    void import("./index.ts").then((part) => {
      if (fieldPart.peek()) return;
      part.addStyle();
      fieldPart.value = part;
    });
}
