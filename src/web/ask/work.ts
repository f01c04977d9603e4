import { batch } from "@preact/signals-core";
import type { TopicMap } from "../../model/map.ts";
import { type Client, createClient, WorkerError } from "../../worker/page-client.ts";
import type { CallName, Calls } from "../../worker/page-messages.ts";
import { stopsOf, tour } from "../output/tour.ts";
import { announce, tell } from "../page/actions.ts";
import { createAtlas } from "../page/atlas.ts";
import { NO_FILTERS } from "../page/filters.ts";
import { keepMap } from "../page/recent.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";
import { decodeBlob, decodeScript, fetchMap, isSavedMap, type MapPlace } from "./load.ts";
import { startWorker } from "./start-worker.ts";

/** The worker that knows the map on the page; started when it is first needed. */
let client: { readonly map: TopicMap; readonly worker: Client } | undefined;

/** Asks the worker that holds this page's map. */
export async function askWorker<K extends CallName>(
  call: K,
  ask: Calls[K]["ask"],
): Promise<Calls[K]["answer"]> {
  const map = state.atlas.peek()?.map;
  if (!map) throw new Error(texts.failed.worker);
  if (client?.map !== map) {
    client?.worker.end();
    const worker = createClient(startWorker);
    client = { map, worker };
    worker.ask("adopt", { map }).catch(() => {});
  }
  return client.worker.ask(call, ask);
}

/** The worker in use, if any; given a map, it is the one it answers for from now on. */
export function workerFor(map?: TopicMap): Client | undefined {
  if (client && map) client = { map, worker: client.worker };
  return client?.worker;
}

/** Forgets the worker, which has ended: the next question starts another. */
export function dropWorker(): void {
  client = undefined;
}

/** Puts a map on the page. `keep`: the same papers regrouped; what is selected and open stays. */
function showMap(map: TopicMap, { keep = false, worker }: { keep?: boolean; worker?: Client } = {}): void {
  if (worker && client?.worker !== worker) client?.worker.end();
  if (worker) client = { map, worker };
  performance.mark("topograph map");
  const atlas = createAtlas(map);
  batch(() => {
    state.atlas.value = atlas;
    if (!keep) tour.value = stopsOf(map);
    state.phase.value = { kind: "map" };
    if (!keep) {
      state.focus.value = { kind: "none" };
      state.trail.value = [];
      state.hover.value = undefined;
      state.pointed.value = undefined;
      state.selection.value = new Set();
      state.filters.value = NO_FILTERS;
      state.query.value = "";
      state.matches.value = undefined;
      state.tab.value = "topics";
      state.dialog.value = "none";
    }
  });
  document.title = `${map.title || texts.untitled} · ${texts.product}`;
  announce(texts.live.map(map.title, atlas.count, atlas.mainTopics.length));
}

/** Above this many bytes a map is decoded in the worker, so that the page stays alive. */
const LARGE = 6_000_000;

/** Evidence of up to this many papers, some seconds of work, is made before it is asked for. */
const PREPARED = 20_000;
/** Milliseconds after a map is shown: its first frames are drawn, and people look before they ask. */
const LOOKING = 800;

function prepare(worker: Client): void {
  setTimeout(() => {
    if (client?.worker === worker) worker.ask("prepare", {}).catch(() => {});
  }, LOOKING);
}

/** Opens a map from where it is. */
export async function openMap(place: MapPlace): Promise<void> {
  const before = state.phase.peek();
  if (before.kind === "working") before.cancel?.();
  let worker: Client | undefined;
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
    worker?.end();
    rest();
  };
  state.phase.value = { kind: "working", name: "", done: 0, cancel };
  try {
    let map: TopicMap;
    if (place instanceof HTMLScriptElement) map = await decodeScript(place);
    else {
      const blob = await fetchMap(place);
      if (blob.size > LARGE) worker = createClient(startWorker);
      map = worker ? await worker.ask("decode", { file: blob, name: "" }) : await decodeBlob(blob);
    }
    if (cancelled) return;
    state.summary.value = undefined;
    showMap(map, worker ? { worker } : {});
    if (place instanceof Blob) void keepMap(map);
    if (worker && map.papers.length <= PREPARED) prepare(worker);
  } catch (error) {
    worker?.end();
    if (!cancelled) fail(error);
  }
}

/** Back to the map that was there, else to the first screen. */
function rest(): void {
  state.phase.value = state.atlas.peek() ? { kind: "map" } : { kind: "start" };
  tell(texts.working.cancelled);
}

/** Reads files and maps them, or opens the one that is a saved map. What was on the page stays until that is done. */
export async function openFiles(files: readonly File[], title?: string, base?: TopicMap): Promise<void> {
  if (files.length === 0) return;
  const before = state.phase.peek();
  if (before.kind === "working") before.cancel?.();
  if (!base && files.length === 1 && (await isSavedMap(files[0]))) return openMap(files[0]);
  const worker = createClient(startWorker);
  const name = title ?? (files.length === 1 ? files[0].name : texts.working.files(files.length));
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
    worker.end();
  };
  state.dialog.value = "none";
  state.phase.value = { kind: "working", name, done: 0, cancel };
  try {
    const built = await worker.ask(
      "build",
      { files, title: title ?? plainTitle(files), ...(base ? { base } : {}) },
      (stage, done) => {
        state.phase.value = { kind: "working", name, stage, done, cancel };
      },
    );
    state.summary.value = { files: built.files, duplicates: built.merged };
    showMap(built.map, { worker });
    void keepMap(built.map);
    const warnings = built.files.reduce((sum, file) => sum + file.warningCount, 0);
    // A file that gave nothing must be seen; remarks on single records can wait until asked for.
    if (built.files.some((file) => file.refusal)) state.dialog.value = "report";
    else if (warnings > 0) tell(texts.report.told(built.map.papers.length, warnings));
  } catch (error) {
    worker.end();
    if (cancelled) rest();
    else fail(error);
  }
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const reports = error instanceof WorkerError ? error.files : [];
  state.phase.value = { kind: "failed", message, reports };
  announce(`${texts.failed.title}. ${message}`);
}

function plainTitle(files: readonly File[]): string {
  return files.length === 1
    ? files[0].name.replace(/\.[a-z0-9.]{1,12}$/i, "")
    : texts.working.files(files.length);
}

/** Maps the demo collection that comes with the page. */
export async function openDemo(): Promise<void> {
  const { default: text } = await import("../../../data/resnet_papers_page.txt?raw");
  await openFiles([new File([text], "resnet_papers_page.txt")], texts.start.demoTitle);
}

/** Maps text that was pasted. */
export function openText(text: string): Promise<void> {
  return openFiles([new File([text], "pasted.txt")], texts.start.pasteName);
}

let searching = 0;

/** Searches as the query changes; a newer query overtakes an older one. */
export async function search(query: string): Promise<void> {
  const mine = ++searching;
  state.query.value = query;
  if (query.trim() === "") {
    state.matches.value = undefined;
    return;
  }
  try {
    const found = await askWorker("search", { query });
    if (mine !== searching) return;
    state.matches.value = found;
    announce(found.length > 0 ? texts.search.found(found.length, query) : texts.search.none(query));
  } catch (error) {
    if (mine !== searching) return;
    state.matches.value = [];
    tell(`${texts.search.failed} ${error instanceof Error ? error.message : String(error)}`);
  }
}
