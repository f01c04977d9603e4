import type { TopicMap } from "../model/map.ts";
import type { Monitor } from "../model/progress.ts";
import { applyEdits } from "../shape/apply.ts";
import { effectOf } from "../shape/effect.ts";
import type { Calls } from "./page-messages.ts";
import { previewWords, type WordFits } from "./preview-words.ts";
import type { Session } from "./session.ts";

type Name = "correct" | "shape" | "previewWords" | "previewParameters";
type Handlers = {
  [K in Name]: (ask: Calls[K]["ask"], monitor: Monitor) => Promise<Calls[K]["answer"]>;
};

/** Corrections, vocabulary and parameters. @param held the map of the page @param hold makes a map that of the page */
export function shapeHandlers(
  session: Session,
  held: () => TopicMap,
  hold: (map: TopicMap) => TopicMap,
): Handlers {
  let fits: { readonly map: TopicMap; readonly now: WordFits } | undefined;
  return {
    async correct({ edits }) {
      session.decide({ edits });
      session.replace(hold(applyEdits(held(), edits)));
      return true;
    },
    async shape({ parameters, edits }, monitor) {
      session.decide({ edits });
      return hold(await session.build(parameters, monitor, held().title));
    },
    async previewWords(words) {
      const map = held();
      const { effect, fits: now } = await previewWords(map, words, fits?.map === map ? fits.now : undefined);
      fits = { map, now };
      return effect;
    },
    async previewParameters({ parameters, edits }, monitor) {
      const before = held();
      session.decide({ edits });
      const after = await session.build(parameters, monitor, before.title);
      session.replace(before);
      return effectOf(before, after);
    },
  };
}
