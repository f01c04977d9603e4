import { effect, signal } from "@preact/signals-core";
import * as state from "../page/state.ts";

type Shaping = typeof import("./shaping.ts");

/** The tools that shape the map, once they are loaded. */
export const shaping = signal<Shaping | undefined>(undefined);

/** Milliseconds after the first map until they are: its first frame comes first. */
const LATER = 300;

/** Loads them when the first map is shown. */
export function shapeLater(): void {
  const end = effect(() => {
    if (state.phase.value.kind !== "map") return;
    setTimeout(async () => {
      end();
      const part = await import("./shaping.ts");
      part.startShaping();
      shaping.value = part;
    }, LATER);
  });
}

/** Opens the panel that shapes the map. */
export const openShape = () => void import("./dialog.ts").then((part) => part.openShape());
