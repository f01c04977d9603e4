import { neighbourWalk } from "../../view/atlas.ts";
import { texts } from "../texts/texts.ts";
import { announce, openLink, openPaper } from "./actions.ts";
import { perMap } from "./map-state.ts";
import * as state from "./state.ts";

/** The paper whose neighbours N and P walk, and the one reached. */
const walks = perMap(() => ({ origin: -1, at: -1 }));

/** Goes to the next (+1) or previous (−1) linked paper: of the paper on the card, or of the link's first paper. */
export function walk(step: 1 | -1): void {
  const now = state.current.peek();
  const focus = now?.focus.peek();
  if (!now || (focus?.kind !== "paper" && focus?.kind !== "link")) return;
  const atlas = now.atlas.peek();
  const last = walks(now);
  // Still on the walk that began at an earlier paper: go on around that paper.
  if (focus.kind === "link") Object.assign(last, { origin: focus.from, at: focus.to });
  else if (last.at !== focus.paper) Object.assign(last, { origin: focus.paper, at: -1 });
  const { origin, at } = last;
  const ring = neighbourWalk(atlas, origin, now.filters.peek().hiddenKinds);
  if (ring.length === 0) return;
  const index = ring.indexOf(at);
  const next =
    ring[index < 0 ? (step > 0 ? 0 : ring.length - 1) : (index + step + ring.length) % ring.length];
  last.at = next;
  if (focus.kind === "link") {
    now.focus.value = { kind: "link", from: origin, to: next };
    announce(texts.live.link(atlas.map.papers[origin].title, atlas.map.papers[next].title));
  } else openPaper(next, { fly: true, remember: true });
}

/** The evidence for the step just walked (W): from where the walk began, or the strongest link of the paper. */
export function whyHere(): void {
  const now = state.current.peek();
  const focus = now?.focus.peek();
  if (!now || focus?.kind !== "paper") return;
  const { origin, at } = walks(now);
  const [first] = neighbourWalk(now.atlas.peek(), focus.paper, now.filters.peek().hiddenKinds);
  if (at === focus.paper) openLink(origin, focus.paper);
  else if (first !== undefined) openLink(focus.paper, first);
}
