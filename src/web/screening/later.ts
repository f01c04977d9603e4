import { signal } from "@preact/signals-core";
import { type Decision, decisionField } from "../../model/decision.ts";
import { raiseSheet } from "../page/actions.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import * as state from "../page/state.ts";

type Screening = typeof import("./screening.ts");

const part = signal<Screening | undefined>(undefined);
const asked = perMap(() => signal(false));

/** Whether there is any screening here. */
export const CAN_SCREEN = true;

async function load(): Promise<Screening> {
  part.value ??= await import("./screening.ts");
  return part.value;
}

/** What screens papers, once it is loaded: where a decision was taken, or somebody asks. */
export function screeningOf(now: MapState): Screening | undefined {
  const isWanted = asked(now).value || decisionField(now.atlas.value.map) !== undefined;
  if (isWanted && !part.value) void load();
  return isWanted ? part.value : undefined;
}

/** Opens the panel. */
export async function startScreening(now: MapState): Promise<void> {
  await load();
  asked(now).value = true;
  now.tab.value = "screening";
  raiseSheet();
}

/** Decides on the paper whose card is open; nothing where none is. */
export async function decideHere(decision: Decision): Promise<void> {
  const now = state.current.peek();
  const focus = now?.focus.peek();
  if (now && focus?.kind === "paper") await (await load()).decide(now, focus.paper, decision);
}
