import { contrast } from "../explain/contrast.ts";
import { rankUnseen } from "../explain/screening.ts";
import { mostSimilar, mostSimilarKept } from "../explain/similar.ts";
import { explainTopic } from "../explain/topic.ts";
import { linksBetween } from "../explain/why.ts";
import { inProcess } from "../kernel/executor.ts";
import type { Source } from "../model/collection.ts";
import { decodeMap } from "../model/decode.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import type { Monitor } from "../model/progress.ts";
import type { Run } from "../pipeline.ts";
import { halvesOf } from "../shape/halves.ts";
import { withAbstracts } from "../shape/restore.ts";
import { BACKGROUND } from "../text/background/background.ts";
import { holdLock } from "./alive.ts";
import { pieces, unpacked } from "./bytes.ts";
import { folderCalls } from "./folder-calls.ts";
import { takeDrawing } from "./page-drawing.ts";
import type { CallName, Calls, Reply, Request } from "./page-messages.ts";
import { createSearch, type Search } from "./page-search.ts";
import { shapeHandlers } from "./page-shape.ts";
import { burstsOfMap, windowsOfMap } from "./page-time.ts";
import { bridges, dissimilar } from "./page-understand.ts";
import { withReadouts } from "./readouts.ts";
import { mixedParameters, regrouped } from "./regroup.ts";
import { createSession } from "./session.ts";
import { loadTable } from "./table.ts";

/** Between blocks of work the next question is heard: a search is answered while a map is computed. */
const listen = () => new Promise<void>((next) => setTimeout(next));
const session = createSession(inProcess(undefined, listen), loadTable);
let map: TopicMap | undefined;
/** What the sliders show in the place of the map. */
let shown: Run | undefined;
let search: Search | undefined;

/** An error that carries what could be read of each file. */
class ReadFailure extends TopographError {
  readonly files: NonNullable<Extract<Reply, { kind: "error" }>["files"]>;
  constructor(message: string, files: ReadFailure["files"]) {
    super("input", message);
    this.files = files;
  }
}

function hold(given: TopicMap): TopicMap {
  map = given;
  shown = undefined;
  search = undefined;
  return given;
}

function held(): TopicMap {
  if (map === undefined) throw new TopographError("input", "there is no map yet: open one first");
  return map;
}

const folder = folderCalls(hold, (whole) => session.open(whole));

type Handlers = { [K in CallName]: (ask: Calls[K]["ask"], monitor: Monitor) => Promise<Calls[K]["answer"]> };

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
  ...folder.handlers,
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
    search ??= createSearch(held(), folder.indexOf(held()));
    return search.find(query, (shown?.map ?? held()).topics);
  },
  async prepare({ evidence }) {
    const given = held();
    search ??= createSearch(given, folder.indexOf(given));
    await search.ready;
    if (map !== given || !evidence || given.papers.length === 0) return true;
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

void holdLock().then((lock) => {
  if (lock !== undefined) self.postMessage({ kind: "alive", lock } satisfies Reply);
});

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  const { id, call, ask } = data;
  const reply = (message: Reply, given: Transferable[] = []) => self.postMessage(message, given);
  let told = 0;
  const monitor: Monitor = {
    onProgress(stage, done) {
      // The page redraws at most this often; the last step of a stage is always told.
      const now = performance.now();
      if (done < 1 && now - told < 60) return;
      told = now;
      reply({ id, kind: "progress", stage, done });
    },
  };
  try {
    const handle = handlers[call] as (ask: unknown, monitor: Monitor) => Promise<Calls[CallName]["answer"]>;
    const value = await handle(ask, monitor);
    reply({ id, kind: "answer", value }, call === "folderPoints" ? columnsIn(value) : []);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply({ id, kind: "error", message, ...(error instanceof ReadFailure ? { files: error.files } : {}) });
  }
};

/** The memory of the columns in an answer, which is given to the page instead of being copied. */
function columnsIn(value: Calls[CallName]["answer"]): Transferable[] {
  if (typeof value !== "object" || value === null || !("columns" in value)) return [];
  return Object.values(value.columns).map(({ buffer }) => buffer);
}

function sourceOf(file: File): Source {
  return {
    name: file.name,
    size: file.size,
    chunks: () => pieces(file.stream()),
    slice: (start, end) => file.slice(start, end).arrayBuffer(),
  };
}
