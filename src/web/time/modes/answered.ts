import { signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import type { CallName, Calls } from "../../../worker/page-messages.ts";
import { clientOf, endClient } from "../../ask/client.ts";
import { messageOf } from "../../page/actions.ts";
import { wholeOf } from "../../page/coming.ts";
import { type MapState, perMap } from "../../page/map-state.ts";
import { button } from "../../panels/parts.ts";
import { percent } from "../../texts/texts.ts";

type Asked = Extract<CallName, "bursts" | "windows">;
type Standing<K extends Asked> =
  | { readonly kind: "none" | "cancelled" }
  | { readonly kind: "waiting"; readonly done: number }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "found"; readonly of: unknown; readonly value: Calls[K]["answer"] };

const standings = perMap(() => ({
  bursts: signal<Standing<"bursts">>({ kind: "none" }),
  windows: signal<Standing<"windows">>({ kind: "none" }),
}));

/** What is said while the worker is at it. */
interface Words {
  readonly waiting: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly again: string;
}

/** The worker's answer about the map as it is now, once it is there; undefined before. Asks for nothing. */
export function known<K extends Asked>(now: MapState, call: K): Calls[K]["answer"] | undefined {
  const standing = standings(now)[call].value as Standing<K>;
  return standing.kind === "found" && standing.of === now.made.value.map.papers ? standing.value : undefined;
}

/** What the worker finds out about a map, drawn; while it is at it, how far it is, and a button that ends it. */
export function answered<K extends Asked>(
  now: MapState,
  call: K,
  words: Words,
  draw: (found: Calls[K]["answer"]) => TemplateResult,
): TemplateResult {
  const at = standings(now)[call] as { value: Standing<K>; peek(): Standing<K> };
  const standing = at.value;
  if (standing.kind === "found") return draw(standing.value);
  const again = () => void ask(now, call);
  if (standing.kind === "none") queueMicrotask(again);
  if (standing.kind === "failed")
    return html`<div class="time-wait" role="alert"><p>${standing.message}</p>${button(words.again, again)}</div>`;
  if (standing.kind === "cancelled")
    return html`<div class="time-wait"><p>${words.cancelled}</p>${button(words.again, again)}</div>`;
  const done = standing.kind === "waiting" ? standing.done : 0;
  return html`<div class="time-wait" role="status"><p>${words.waiting}</p><progress max="1" .value=${done} aria-label=${words.waiting}></progress><small>${done > 0 ? percent(done) : ""}</small>${button(
    words.cancel,
    () => {
      at.value = { kind: "cancelled" };
      endClient(now);
    },
  )}</div>`;
}

async function ask<K extends Asked>(now: MapState, call: K): Promise<void> {
  const at = standings(now)[call] as { value: Standing<K>; peek(): Standing<K> };
  if (at.peek().kind === "waiting" || at.peek().kind === "found") return;
  at.value = { kind: "waiting", done: 0 };
  try {
    await wholeOf(now);
    const value = await clientOf(now).ask(call, {}, (_, done) => {
      if (at.peek().kind === "waiting") at.value = { kind: "waiting", done };
    });
    at.value = { kind: "found", of: now.made.peek().map.papers, value };
  } catch (error) {
    if (at.peek().kind === "waiting") at.value = { kind: "failed", message: messageOf(error) };
  }
}
