import type { SparseRows } from "../kernel/rows.ts";
import type { TopicMap } from "../model/map.ts";
import type { Monitor } from "../model/progress.ts";
import { applyEdits } from "../shape/apply.ts";
import { effectOf } from "../shape/effect.ts";
import type { Calls } from "./page-messages.ts";
import { previewWords, rowsNow } from "./preview-words.ts";
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
  let known:
    | { readonly words: string; readonly papers: TopicMap["papers"]; readonly rows: SparseRows }
    | undefined;
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
    async previewWords(words) {
      const map = held();
      const { papers, parameters } = map;
      const now = JSON.stringify(parameters);
      if (known?.papers !== papers || known.words !== now) known = { words: now, papers, rows: rowsNow(map) };
      return previewWords(map, words, known.rows);
    },
    async previewParameters({ parameters, edits, afresh }, monitor) {
      const before = held();
      session.decide({ edits });
      const after = await session.build(parameters, monitor, before.title, afresh);
      // What was corrected by hand meanwhile holds.
      session.replace(held());
      return effectOf(before, after);
    },
  };
}
