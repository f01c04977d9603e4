import { contrast } from "../explain/contrast.ts";
import { rankUnseen } from "../explain/screening.ts";
import { mostSimilar, mostSimilarKept } from "../explain/similar.ts";
import { explainTopic } from "../explain/topic.ts";
import { linksBetween } from "../explain/why.ts";
import { inProcess } from "../kernel/executor.ts";
import type { Source } from "../model/collection.ts";
import { decodeMap } from "../model/decode.ts";
import type { TopicMap } from "../model/map.ts";
import type { Monitor } from "../model/progress.ts";
import type { Run } from "../pipeline.ts";
import { halvesOf } from "../shape/halves.ts";
import { withAbstracts } from "../shape/restore.ts";
import { BACKGROUND } from "../text/background/background.ts";
import { pieces, unpacked } from "./bytes.ts";
import type { FolderCallName } from "./folder-calls.ts";
import type { HeldMap } from "./held-map.ts";
import { takeDrawing } from "./page-drawing.ts";
import type { CallName, Calls } from "./page-messages.ts";
import { createSearch, type GivenIndex, type Search } from "./page-search.ts";
import { shapeHandlers } from "./page-shape.ts";
import { burstsOfMap, windowsOfMap } from "./page-time.ts";
import { bridges, dissimilar } from "./page-understand.ts";
import { ReadFailure } from "./read-failure.ts";
import { withReadouts } from "./readouts.ts";
import { mixedParameters, regrouped } from "./regroup.ts";
import { createSession } from "./session.ts";
import { loadTable } from "./table.ts";

type Handlers = {
  [K in Exclude<CallName, FolderCallName>]: (
    ask: Calls[K]["ask"],
    monitor: Monitor,
  ) => Promise<Calls[K]["answer"]>;
};

/** Between blocks of work the next question is heard: a search is answered while a map is computed. */
const listen = () => new Promise<void>((next) => setTimeout(next));

/**
 * What the page asks of its session: all but what it asks of a map folder.
 * @param indexOf the index that came with a map
 */
export function pageCalls(
  { hold, held, onHold }: HeldMap,
  indexOf: (map: TopicMap) => GivenIndex | undefined,
) {
  const session = createSession(inProcess(undefined, listen), loadTable);
  /** What the sliders show in the place of the map. */
  let shown: Run | undefined;
  let search: Search | undefined;
  onHold(() => {
    shown = undefined;
    search = undefined;
  });

  const handlers: Handlers = {
    async build({ files, title, parameters, base }, monitor) {
      const { merge, keepApart } = { ...base?.parameters, ...parameters };
      const merging = { ...(merge ? { merge } : {}), ...(keepApart ? { keepApart } : {}) };
      const read = await session.read(files.map(sourceOf), merging, monitor);
      if (base) session.decide({ base });
      if (read.papers.length === 0) {
        const why = read.files.map((file) => `${file.name}: ${file.refusal ?? "no paper found"}`).join("\n");
        throw new ReadFailure(why, read.files);
      }
      return {
        map: hold(
          await session.build(base ? parameters : { background: BACKGROUND, ...parameters }, monitor, title),
        ),
        files: read.files,
        merged: read.merged,
        matches: read.matches ?? [],
      };
    },
    async restore({ files, map: given }, monitor) {
      const { papers } = await session.read(files.map(sourceOf), {}, monitor);
      const restored = withAbstracts(given, papers);
      if (restored.found === 0) return null;
      session.open(hold(restored.map));
      return restored;
    },
    async decode({ file }) {
      const saved = hold(await decodeMap(unpacked(file)));
      session.open(saved);
      return saved;
    },
    async adopt({ map: given }) {
      session.open(hold(given));
      return true;
    },
    drawing: ({ file }) => takeDrawing(held(), sourceOf(file)),
    async why({ i, j }) {
      held();
      return session.why(i, j);
    },
    async search({ query }) {
      search ??= createSearch(held(), indexOf(held()));
      return search.find(query, (shown?.map ?? held()).topics);
    },
    async prepare({ evidence }) {
      const given = held();
      search ??= createSearch(given, indexOf(given));
      await search.ready;
      if (held() !== given || !evidence || given.papers.length === 0) return true;
      mostSimilar(session.evidence().matrix.rows, 0, 1);
      return true;
    },
    async similar({ paper, count }) {
      const current = held();
      const most = current.withheld
        ? mostSimilarKept(current, paper, count * 4)
        : mostSimilar(session.evidence().matrix.rows, paper, count * 4);
      return most
        .filter(
          ({ paper: other }) => !linksBetween(current, paper, other).some((link) => link.kind === "citation"),
        )
        .slice(0, count);
    },
    async unseen({ most, decisions }) {
      const { matrix } = session.evidence();
      return rankUnseen(held(), matrix.rows, most, decisions).map(({ terms, ...rest }) => ({
        ...rest,
        terms: terms.map(({ column }) => matrix.surface[column]),
      }));
    },
    async topicReason({ paper }) {
      const { map: now, text, graph } = shown ?? (await session.run());
      return explainTopic(now, text.matrix, graph, paper) ?? null;
    },
    bridges: async ({ a, b, most }) => bridges(held(), (shown?.map ?? held()).topic, a, b, most),
    contrast: async (question) => contrast(shown ?? (await session.run()), question),
    dissimilar: async ({ most }) => dissimilar(held(), session.evidence().matrix.rows, most),
    async regroup(mix, monitor) {
      const given = mixedParameters(held(), mix);
      const own = await session.run();
      const made = await session.preview({ parameters: given }, monitor);
      if (held() === own.map) shown = made;
      return regrouped(own.map, own.graph, made, given);
    },
    async regroupBack() {
      shown = undefined;
      return true;
    },
    // Loaded when somebody asks: graphology is as large as the rest of a worker without readers.
    halves: async ({ topic }) => halvesOf(shown?.map ?? held(), topic),
    measures: async () => (await import("../graph/measure.ts")).measure(held()),
    bursts: () => burstsOfMap(session),
    windows: (_, monitor) => windowsOfMap(session, listen, monitor),
    readouts: async () => withReadouts(held().edges, session.evidence()),
    ...shapeHandlers(session, held, hold),
    async rebuild({ parameters, title }, monitor) {
      return hold(await session.build(parameters, monitor, title));
    },
  };
  return { handlers, open: session.open };
}

function sourceOf(file: File): Source {
  return {
    name: file.name,
    size: file.size,
    chunks: () => pieces(file.stream()),
    slice: (start, end) => file.slice(start, end).arrayBuffer(),
  };
}
