import { effect, signal } from "@preact/signals-core";
import type { Explanation } from "../../explain/why.ts";
import * as state from "../page/state.ts";
import { askWorker } from "./work.ts";

/** The evidence for the link on the card. */
export const evidence = signal<
  | { readonly kind: "waiting" }
  | { readonly kind: "failed" }
  | { readonly kind: "found"; readonly explanation: Explanation }
>({ kind: "waiting" });

/** Asks for the evidence whenever another link is opened; an answer that comes too late is dropped. */
export function followEvidence(): void {
  let asked = 0;
  effect(() => {
    const focus = state.focus.value;
    if (focus.kind !== "link" || !state.atlas.value) return;
    const mine = ++asked;
    evidence.value = { kind: "waiting" };
    askWorker("why", { i: focus.from, j: focus.to })
      .then((explanation) => {
        if (mine === asked) evidence.value = { kind: "found", explanation };
      })
      .catch(() => {
        if (mine === asked) evidence.value = { kind: "failed" };
      });
  });
}
