import { batch, effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type { CallName, Calls } from "../../worker/page-messages.ts";
import { announce, messageOf, tell } from "../page/actions.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { askWorker } from "./client.ts";

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
  question: (now: MapState) => Calls[K]["ask"] | undefined,
): ReadonlySignal<Answer<Calls[K]["answer"]>> {
  const answer = signal<Answer<Calls[K]["answer"]>>({ kind: "none" });
  let asked: { readonly map: unknown; readonly key: string | undefined } | undefined;
  effect(() => {
    const now = state.current.value;
    const ask = now && question(now);
    const mine = { map: now?.atlas.value.map, key: JSON.stringify(ask) };
    if (asked?.map === mine.map && asked?.key === mine.key) return;
    asked = mine;
    answer.value = { kind: ask ? "waiting" : "none" };
    if (!ask) return;
    askWorker(call, ask).then(
      (value) => {
        if (mine === asked) answer.value = { kind: "found", value };
      },
      (error: unknown) => {
        console.warn(call, error);
        if (mine === asked) answer.value = { kind: "failed" };
      },
    );
  });
  return answer;
}

/** Searches as the query changes; an answer to another query than the one that stands is dropped. */
export async function search(query: string): Promise<void> {
  const now = state.current.peek();
  if (!now) return;
  batch(() => {
    now.query.value = query;
    now.active.value = undefined;
  });
  if (query.trim() === "") {
    batch(() => {
      now.matches.value = undefined;
      now.found.value = undefined;
    });
    return;
  }
  const isLate = () => now.query.peek() !== query;
  try {
    const found = await askWorker("search", { query });
    if (isLate()) return;
    batch(() => {
      now.matches.value = found.papers;
      now.found.value = found;
    });
    const n = found.papers.length;
    announce(n > 0 ? texts.search.found(n, query) : texts.search.none(query));
  } catch (error) {
    if (isLate()) return;
    now.matches.value = [];
    tell(`${texts.search.failed} ${messageOf(error)}`);
  }
}
