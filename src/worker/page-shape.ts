import type { TopicMap } from "../model/map.ts";
import type { Monitor } from "../model/progress.ts";
import { applyEdits } from "../shape/apply.ts";
import { effectOf } from "../shape/effect.ts";
import type { Calls } from "./page-messages.ts";
import type { Session } from "./session.ts";

type Name = "correct" | "shape" | "preview";
type Handlers = {
  [K in Name]: (ask: Calls[K]["ask"], monitor: Monitor) => Promise<Calls[K]["answer"]>;
};

/** Corrections, vocabulary and parameters. @param held the map of the page @param hold makes a map that of the page */
export function shapeHandlers(
  session: Session,
  held: () => TopicMap,
  hold: (map: TopicMap) => TopicMap,
): Handlers {
  return {
    async correct({ edits }) {
      session.decide({ edits });
      session.replace(hold(applyEdits(held(), edits)));
      return true;
    },
    async shape({ parameters, edits, afresh }, monitor) {
      session.decide({ edits });
      return hold(await session.build(parameters, monitor, held().title, afresh));
    },
    async preview(wish, monitor) {
      const { map } = await session.preview(wish, monitor);
      return effectOf(held(), map);
    },
  };
}
