import { batch, effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type { CallName, Calls } from "../../worker/page-messages.ts";
import { announce, messageOf, tell } from "../page/actions.ts";
import { comingOf } from "../page/coming.ts";
import type { MapState } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { askAside, askWorker } from "./client.ts";
import { addNamesLater } from "./names-later.ts";

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

/** The search under way. */
let underWay: { readonly now: MapState; readonly end: Promise<void> } | undefined;

/**
 * Searches as the query changes. What is typed while a search is under way is one more search, not one a letter: among
 * 100,000 papers each takes half a second.
 * @returns when the query that stands then is answered
 */
export function search(query: string): Promise<void> {
  const now = state.current.peek();
  if (!now) return Promise.resolve();
  batch(() => {
    now.query.value = query;
    now.active.value = undefined;
    if (query.trim() !== "") return;
    now.matches.value = undefined;
    now.found.value = undefined;
  });
  if (query.trim() === "") return Promise.resolve();
  if (underWay?.now !== now) {
    const mine = {
      now,
      end: answered(now).finally(() => {
        if (underWay === mine) underWay = undefined;
      }),
    };
    underWay = mine;
  }
  return underWay.end;
}

/** Searches until the query that stands is answered. */
async function answered(now: MapState): Promise<void> {
  for (;;) {
    const query = now.query.peek();
    if (query.trim() === "" || state.current.peek() !== now) return;
    const isLate = () => now.query.peek() !== query;
    try {
      const found = await askWorker("search", { query });
      if (isLate()) continue;
      batch(() => {
        now.matches.value = found.papers;
        now.found.value = found;
      });
      addNamesLater(now, query);
      const n = found.papers.length;
      return announce(n > 0 ? texts.search.found(n, query) : texts.search.none(query));
    } catch (error) {
      if (isLate()) continue;
      now.matches.value = [];
      return tell(`${texts.search.failed} ${messageOf(error)}`);
    }
  }
}

/** Begins to make what the search looks up, for who is about to type. */
export function prepareSearch(): void {
  const now = state.current.peek();
  if (now && comingOf(now)?.stays === undefined) askAside("prepare", { evidence: false });
}
