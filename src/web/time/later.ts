import { messageOf, tell } from "../page/actions.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";

/** Does something with topics over years, whose code is loaded when it is first wanted. */
async function withPart(act: (part: typeof import("./open.ts")) => void): Promise<void> {
  try {
    act(await import("./open.ts"));
  } catch (error) {
    tell(`${texts.time.failed} ${messageOf(error)}`);
  }
}

/** Opens topics over years under the map, or closes them. */
export function toggleTime(): void {
  if (state.atlas.peek()?.years()) void withPart(({ toggle }) => toggle());
  else tell(texts.time.none);
}

/** Shows or closes topics over years, as an address says. */
export async function showTime(look: typeof state.timeLook.value | undefined): Promise<void> {
  if (look) {
    state.timeLook.value = look;
    if (state.atlas.peek()?.years()) await withPart(({ openTime }) => openTime());
  } else if (state.below.peek()?.name === "time") state.below.value = undefined;
}
