import { effect, untracked } from "@preact/signals-core";
import { messageOf, tell } from "../page/actions.ts";
import * as state from "../page/state.ts";
import { type AskedOfTime, asked } from "../page/time.ts";
import { texts } from "../texts/texts.ts";

/** Does what is asked of topics over years, whose code is loaded when it is first wanted. */
export function followTime(): void {
  effect(() => {
    const what = asked.value?.what;
    if (what !== undefined) untracked(() => void answer(what));
  });
}

async function answer(what: AskedOfTime): Promise<void> {
  const now = state.current.peek();
  if (!now) return;
  const isShown = now.moment.peek() !== undefined || state.below.peek()?.name === "time";
  if (typeof what === "object" && !what.time && !what.moment && !isShown) return;
  if (!now.atlas.peek().years()) return tell(texts.time.none);
  try {
    (await import("./open.ts")).answer(now, what);
  } catch (error) {
    tell(`${texts.time.failed} ${messageOf(error)}`);
  }
}
