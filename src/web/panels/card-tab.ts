import { signal } from "@preact/signals-core";
import { type MapState, perMap } from "../page/map-state.ts";

/** The parts of a paper's card of which one is seen. */
export type CardTab = "similar" | "cites" | "citedBy" | "why";

const chosen = perMap(() => signal<CardTab>("similar"));

/** The part chosen, for all papers of a map. */
export const cardTab = (now: MapState) => chosen(now);

/** The paper whose card shows this part. */
export function paperIn(now: MapState, tab: CardTab): number | undefined {
  const focus = now.focus.value;
  return focus.kind === "paper" && cardTab(now).value === tab ? focus.paper : undefined;
}
