import { effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type { CallName, Calls } from "../../worker/page-messages.ts";
import * as state from "../page/state.ts";
import { askWorker } from "./work.ts";

/** What the page knows of the answer to a question. */
export type Answer<T> =
  | { readonly kind: "none" }
  | { readonly kind: "waiting" }
  | { readonly kind: "failed" }
  | { readonly kind: "found"; readonly value: T };

/**
 * The worker's answer to a question that depends on what is shown; asked again whenever that changes. An answer that
 * comes too late is dropped.
 * @param question reads signals; undefined asks nothing
 */
export function answerTo<K extends CallName>(
  call: K,
  question: () => Calls[K]["ask"] | undefined,
): ReadonlySignal<Answer<Calls[K]["answer"]>> {
  const answer = signal<Answer<Calls[K]["answer"]>>({ kind: "none" });
  let asked = 0;
  let last = "";
  let lastMap: unknown;
  effect(() => {
    const ask = state.atlas.value ? question() : undefined;
    const map = state.atlas.value?.map;
    const key = ask === undefined ? "" : JSON.stringify(ask);
    if (key === last && map === lastMap) return;
    last = key;
    lastMap = map;
    const mine = ++asked;
    if (ask === undefined) {
      answer.value = { kind: "none" };
      return;
    }
    answer.value = { kind: "waiting" };
    askWorker(call, ask)
      .then((value) => {
        if (mine === asked) answer.value = { kind: "found", value };
      })
      .catch(() => {
        if (mine === asked) answer.value = { kind: "failed" };
      });
  });
  return answer;
}
