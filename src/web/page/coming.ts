import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { MapState } from "./map-state.ts";
import * as state from "./state.ts";

/** What is still on its way of a map that is read out of a folder. */
export interface Coming {
  /** The share of all that has come, 0 to 1; undefined where no more comes by itself. */
  readonly share: ReadonlySignal<number | undefined>;
  /** How many links are to come; undefined once they are there. */
  readonly links: ReadonlySignal<number | undefined>;
  hasTexts(paper: number): boolean;
  hasAbstract(paper: number): boolean;
  /** Asks for the texts and the abstract of a paper before its turn. */
  want(paper: number): void;
  /** Settles when all is there; rejected, with a message for people, where it will not come. */
  readonly whole: Promise<void>;
}

const comings = new WeakMap<MapState, Coming>();
/** Grows whenever more texts have come. */
export const arrived = signal(0);

/** Notes that a map comes in parts. */
export function setComing(now: MapState, coming: Coming): void {
  comings.set(now, coming);
}

/** What is still to come of a map; undefined of one that was there at once. */
export function comingOf(now: MapState): Coming | undefined {
  return comings.get(now);
}

/** Settles when all of the map is there. @throws Error with a message for people where it will not come */
export async function wholeOf(now: MapState | undefined): Promise<void> {
  await (now && comings.get(now))?.whole;
}

/** How many links of the map on the page are to come; undefined where they are there. */
export function linksToCome(): number | undefined {
  const now = state.current.value;
  return now && comings.get(now)?.links.value;
}

/** Whether the texts of a paper of the map on the page are to come: then they are asked for. */
export function lacksTexts(paper: number): boolean {
  return lacks(paper, (coming) => coming.hasTexts(paper));
}

/** The same of its abstract. */
export function lacksAbstract(paper: number): boolean {
  return lacks(paper, (coming) => coming.hasAbstract(paper));
}

function lacks(paper: number, has: (coming: Coming) => boolean): boolean {
  const now = state.current.value;
  const coming = now && comings.get(now);
  if (!coming || has(coming)) return false;
  // Whoever shows it hears when it comes.
  void arrived.value;
  coming.want(paper);
  return true;
}
