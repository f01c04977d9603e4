import { batch } from "@preact/signals-core";
import type { Atlas } from "../../view/atlas.ts";
import type { Focus } from "../../view/hash.ts";
import type { MapState } from "./map-state.ts";

/**
 * Puts more papers in the place of those on the page, which are among them under other numbers: what is open stays so.
 * @param paperNow the number of a paper from now on
 */
export function renumber(now: MapState, made: Atlas, paperNow: (paper: number) => number): void {
  const moved = (focus: Focus): Focus => {
    if (focus.kind === "paper") return { kind: "paper", paper: paperNow(focus.paper) };
    if (focus.kind !== "link") return focus;
    return { kind: "link", from: paperNow(focus.from), to: paperNow(focus.to) };
  };
  const one = (paper: number | undefined) => (paper === undefined ? undefined : paperNow(paper));
  const { from, to } = now.pathEnds.peek();
  const { around, ...filters } = now.filters.peek();
  batch(() => {
    now.focus.value = moved(now.focus.peek());
    now.trail.value = now.trail.peek().map(moved);
    now.selection.value = new Set([...now.selection.peek()].map(paperNow));
    now.hover.value = one(now.hover.peek());
    now.pointed.value = one(now.pointed.peek());
    now.matches.value = now.matches.peek()?.map(paperNow);
    now.pathEnds.value = {
      ...(from === undefined ? {} : { from: paperNow(from) }),
      ...(to === undefined ? {} : { to: paperNow(to) }),
    };
    now.filters.value = around
      ? { ...filters, around: { ...around, paper: paperNow(around.paper) } }
      : now.filters.peek();
    now.made.value = made;
  });
}
