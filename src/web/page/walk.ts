import { texts } from "../texts/texts.ts";
import { announce, openLink, openPaper } from "./actions.ts";
import { neighbourWalk } from "./atlas.ts";
import * as state from "./state.ts";

/** Goes to the next (+1) or previous (−1) linked paper: of the paper on the card, or of the link's first paper. */
export function walk(step: 1 | -1): void {
  const atlas = state.atlas.peek();
  const focus = state.focus.peek();
  if (!atlas || (focus.kind !== "paper" && focus.kind !== "link")) return;
  const { origin, at } = walkFrom(focus);
  const ring = neighbourWalk(atlas, origin, state.filters.peek().hiddenKinds);
  if (ring.length === 0) return;
  const index = ring.indexOf(at);
  const next =
    ring[index < 0 ? (step > 0 ? 0 : ring.length - 1) : (index + step + ring.length) % ring.length];
  walkOrigin = { origin, at: next };
  if (focus.kind === "link") {
    state.focus.value = { kind: "link", from: origin, to: next };
    announce(texts.live.link(atlas.map.papers[origin].title, atlas.map.papers[next].title));
  } else openPaper(next, { fly: true, remember: true });
}

/** The paper whose neighbours N and P walk, and the one reached. */
let walkOrigin: { readonly origin: number; readonly at: number } | undefined;

function walkFrom(focus: { kind: "paper"; paper: number } | { kind: "link"; from: number; to: number }) {
  if (focus.kind === "link") return { origin: focus.from, at: focus.to };
  // Still on the walk that began at an earlier paper: go on around that paper.
  if (walkOrigin?.at === focus.paper) return walkOrigin;
  return { origin: focus.paper, at: -1 };
}

/** The evidence for the step just walked (W): from where the walk began, or the strongest link of the paper. */
export function whyHere(): void {
  const focus = state.focus.peek();
  const atlas = state.atlas.peek();
  if (!atlas || focus.kind !== "paper") return;
  if (walkOrigin?.at === focus.paper) {
    openLink(walkOrigin.origin, focus.paper);
    return;
  }
  const [first] = neighbourWalk(atlas, focus.paper, state.filters.peek().hiddenKinds);
  if (first !== undefined) openLink(focus.paper, first);
}
