import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { goTo } from "./keys.ts";
import { tableOf } from "./store.ts";
import { table } from "./table.ts";

/** Opens the table of the papers in view under the map, or closes it. */
export function toggleTable(): void {
  const now = state.current.peek();
  if (state.below.peek()?.name === "table") closeTable();
  else if (now) openTable(now);
}

function openTable(now: MapState): void {
  state.below.value = { name: "table", draw: (map) => table(map, closeTable) };
  // On small screens the list would lie over it.
  state.sheet.value = "peek";
  const { rows, at } = tableOf(now);
  const [first = at.peek().paper] = rows.peek();
  goTo(now, first, 1);
}

function closeTable(): void {
  const hadFocus = document.activeElement?.closest("#table");
  state.below.value = undefined;
  if (hadFocus) document.querySelector<HTMLElement>("#open-table, #tab-papers")?.focus();
}
