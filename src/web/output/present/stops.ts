import { batch, signal } from "@preact/signals-core";
import type { Stop } from "../../../view/tour.ts";
import { flipped } from "../../page/actions.ts";
import { type MapState, perMap } from "../../page/map-state.ts";

/** Stops are values: a number tells which one it is while its words are changed and its place. */
const known = perMap(() => ({ ids: new WeakMap<Stop, number>(), next: 1 }));
/** The stops whose forms are open. */
const opened = perMap(() => signal<ReadonlySet<number>>(new Set()));

/** The number of a stop. */
export function idOf(now: MapState, stop: Stop): number {
  const kept = known(now);
  const id = kept.ids.get(stop) ?? kept.next++;
  kept.ids.set(stop, id);
  return id;
}

/** Whether the form of a stop is open. */
export function isOpen(now: MapState, stop: Stop): boolean {
  return opened(now).value.has(idOf(now, stop));
}

/** Opens or closes the form of a stop. */
export function setOpen(now: MapState, stop: Stop, open: boolean): void {
  const all = opened(now);
  const id = idOf(now, stop);
  if (all.peek().has(id) !== open) all.value = flipped(all.peek(), id);
}

/** Another stop in the place of one, which is the same to all who know it by its number. */
export function change(now: MapState, before: Stop, stop: Stop): void {
  known(now).ids.set(stop, idOf(now, before));
  now.tour.value = now.tour.peek().map((other) => (other === before ? stop : other));
}

/** Adds a stop at the end, its form open. */
export function add(now: MapState, stop: Stop): void {
  batch(() => {
    now.tour.value = [...now.tour.peek(), stop];
    setOpen(now, stop, true);
  });
}

/** Takes a stop out. */
export function remove(now: MapState, stop: Stop): void {
  now.tour.value = now.tour.peek().filter((other) => other !== stop);
}

/** Moves stop k to a place; where there is none nothing happens. @returns whether it was moved */
export function move({ tour }: MapState, k: number, to: number): boolean {
  const stops = [...tour.peek()];
  if (k === to || !(k in stops) || !(to in stops)) return false;
  stops.splice(to, 0, ...stops.splice(k, 1));
  tour.value = stops;
  return true;
}
