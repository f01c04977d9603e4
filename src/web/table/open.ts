import { closeBelow, openBelow } from "../page/below.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { goTo } from "./keys.ts";
import { tableOf } from "./store.ts";
import { table } from "./table.ts";

/** Opens the table of the papers in view under the map, or closes it. */
export function toggleTable(): void {
  const now = state.current.peek();
  if (state.below.peek()?.name === "table") close();
  else if (now) openTable(now);
}

function openTable(now: MapState): void {
  openBelow({ name: "table", draw: (map) => table(map, close) });
  const { rows, at } = tableOf(now);
  const [first = at.peek().paper] = rows.peek();
  goTo(now, first, 1);
}

const close = () => closeBelow("tab-papers");
