import { batch } from "@preact/signals-core";
import { titleOf } from "../../model/collection.ts";
import type { TopicMap } from "../../model/map.ts";
import { type Merging, mergingOf } from "../../model/match.ts";
import type { Parameters } from "../../model/parameters.ts";
import type { Stage } from "../../model/progress.ts";
import { type Client, WorkerError } from "../../worker/page-client.ts";
import { announce, messageOf, tell } from "../page/actions.ts";
import { type Coming, setComing } from "../page/coming.ts";
import { takeMarks } from "../page/keep.ts";
import { createMapState, type MapState } from "../page/map-state.ts";
import { keepMap } from "../page/recent.ts";
import * as state from "../page/state.ts";
import { firstTexts } from "../texts/first.ts";
import { texts } from "../texts/texts.ts";
import { askAside, endClient, setClient, startClient } from "./client.ts";
import { folderIn } from "./folder.ts";
import {
  decodeBlob,
  decodeScript,
  fetchMap,
  givenReading,
  isSavedMap,
  type MapPlace,
  mapAt,
} from "./load.ts";

/**
 * The index of up to this many papers and their evidence, some seconds of work, are made before they are asked for. Of
 * 100,000 the index alone is half a minute, while people move the map: it is begun once they go to the search field.
 */
const PREPARED = 20_000;
/** Milliseconds after a map is shown until that begins: its first frames are drawn, and people look before they ask. */
const LOOKING = 800;

/** Puts a map on the page. @param bring brings the rest of one that comes in parts */
function showMap(map: TopicMap, worker?: Client, bring?: (now: MapState) => Coming): void {
  performance.mark("topograph map");
  endClient(state.current.peek());
  takeMarks(map);
  const now = createMapState(map, state);
  if (worker) setClient(now, worker);
  const coming = bring?.(now);
  if (coming) setComing(now, coming);
  batch(() => {
    state.current.value = now;
    state.dialog.value = "none";
    state.phase.value = { kind: "map" };
  });
  document.title = `${map.title || texts.untitled} · ${texts.product}`;
  const { count, mainTopics } = now.atlas.peek();
  announce(texts.live.map(map.title, count, mainTopics.length));
  const prepare = () =>
    state.current.peek() === now && askAside("prepare", { evidence: worker !== undefined });
  if (count <= PREPARED && coming?.stays === undefined) setTimeout(prepare, LOOKING);
}

/** Back to the map that is there, else to the first screen. */
export function leaveWork(): void {
  state.phase.value = state.current.peek() ? { kind: "map" } : { kind: "start" };
}

type Progress = (stage: Stage, done: number) => void;

/**
 * Does something long in sight of the user, who may cancel it; what was done before it is cancelled.
 * @param end stops it
 * @returns what came of it; undefined where it was cancelled or has failed, which is said
 */
export async function whileWorking<T>(
  name: string,
  end: () => void,
  act: (onProgress: Progress) => Promise<T>,
): Promise<T | undefined> {
  const before = state.phase.peek();
  if (before.kind === "working") before.cancel();
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
    end();
    leaveWork();
    tell(texts.working.cancelled);
  };
  state.phase.value = { kind: "working", name, done: 0, cancel };
  try {
    const made = await act((stage, done) => {
      if (!cancelled) state.phase.value = { kind: "working", name, stage, done, cancel };
    });
    return cancelled ? undefined : made;
  } catch (error) {
    if (cancelled) return undefined;
    end();
    const message = messageOf(error);
    state.phase.value = {
      kind: "failed",
      message,
      reports: error instanceof WorkerError ? error.files : [],
    };
    announce(`${texts.failed.title}. ${message}`);
    return undefined;
  }
}

/** A page in one file reads no papers: it says so where it is asked. */
const READS = import.meta.env.MODE !== "single";
/** Above this many bytes a map is decoded in the worker, so that the page stays alive. */
const LARGE = 6_000_000;

/** Opens a map from where it is, or at an address. */
export async function openMap(given: MapPlace | string): Promise<void> {
  let worker: Client | undefined;
  let bring: ((now: MapState) => Coming) | undefined;
  const end = () => worker?.end();
  const map = await whileWorking("", end, async () => {
    const place = typeof given === "string" ? await mapAt(given) : given;
    if ("kind" in place) {
      worker = startClient();
      // Both are loaded side by side.
      const first = await (await import("./folder-load.ts")).firstTile(worker, place);
      bring = first.bring;
      return first.map;
    }
    if (place instanceof HTMLScriptElement) return decodeScript(place);
    const blob = await fetchMap(place);
    if (blob.size <= LARGE) return decodeBlob(blob);
    worker = startClient();
    return worker.ask("decode", { file: blob, name: "" });
  });
  if (!map) return;
  state.summary.value = undefined;
  showMap(map, worker, bring);
  if (READS && given instanceof URL) void readingBeside(map);
  if (given instanceof Blob) void keepMap(map);
}

/** What was read for a map that was served, where that is served beside it. */
async function readingBeside(map: TopicMap): Promise<void> {
  const reading = await givenReading().catch(() => undefined);
  if (state.atlas.peek()?.map === map) state.summary.value = reading;
}

/** Reads files and maps them, or opens the one that is a saved map. What was on the page stays until that is done. */
export async function openFiles(
  files: readonly File[],
  title?: string,
  base?: TopicMap,
  parameters: Partial<Parameters> = {},
): Promise<void> {
  if (files.length === 0) return;
  const folder = base ? undefined : await folderIn(files).catch(() => undefined);
  if (folder) return openMap(folder);
  // What cannot be looked into is for the readers to complain about.
  const isMap = !base && files.length === 1 && (await isSavedMap(files[0]).catch(() => false));
  if (isMap) return openMap(files[0]);
  const worker = startClient();
  state.dialog.value = "none";
  const shown = state.current.peek()?.made.peek().map;
  if (READS && !base && shown?.withheld !== undefined && (await restoreTexts(shown, files, worker))) return;
  const name = title ?? (files.length === 1 ? titleOf(files) : texts.working.files(files.length));
  const built = await whileWorking(name, worker.end, (onProgress) =>
    worker.ask(
      "build",
      { files, parameters, ...(title === undefined ? {} : { title }), ...(base ? { base } : {}) },
      onProgress,
    ),
  );
  if (!READS || !built) return;
  state.summary.value = {
    files: built.files,
    duplicates: built.merged,
    matches: built.matches,
    merging: mergingOf(built.map.parameters),
    again: (merging) => void openAgain(files, title, merging),
  };
  showMap(built.map, worker);
  void keepMap(built.map);
  const warnings = built.files.reduce((sum, file) => sum + file.warningCount, 0);
  // A file that gave nothing must be seen; remarks on single records can wait until asked for.
  if (built.files.some((file) => file.refusal)) state.dialog.value = "report";
  else if (warnings > 0) tell(texts.report.told(built.map.papers.length, warnings));
}

/** Gives the map that is shown the abstracts it was shared without. @returns false where the files are of other papers */
async function restoreTexts(shown: TopicMap, files: readonly File[], worker: Client): Promise<boolean> {
  let isOther = false;
  const restored = await whileWorking(texts.working.restoring, worker.end, async (onProgress) => {
    const found = await worker.ask("restore", { files, map: shown }, onProgress);
    isOther = found === null;
    return found ?? undefined;
  });
  if (isOther) return false;
  if (!restored) return true;
  showMap(restored.map, worker);
  tell(texts.working.restored(restored.found, restored.missing));
  void keepMap(restored.map);
  return true;
}

/** Reads files once more, merged in another way: what was decided about the map goes on in the next. */
function openAgain(
  files: readonly File[],
  title: string | undefined,
  { merge, keepApart = [] }: Merging,
): Promise<void> {
  const now = state.atlas.peek()?.map;
  const merging = { merge: merge ?? "works", keepApart };
  const isShaped = now && (now.changes !== undefined || now.edits.length + now.tour.length > 0);
  return isShaped
    ? openFiles(files, title, now, merging)
    : openFiles(files, title, undefined, { ...now?.parameters, ...merging });
}

/** Collections that come with the page, loaded when they are asked for. */
const DEMOS = {
  infovis: { name: "infovis.jsonl", load: () => import("../../../data/infovis.jsonl?raw") },
  resnet: { name: "resnet_papers_page.txt", load: () => import("../../../data/resnet_papers_page.txt?raw") },
};

/** Maps a collection that comes with the page. */
export async function openDemo(demo: keyof typeof DEMOS): Promise<void> {
  const { name, load } = DEMOS[demo];
  const { default: text } = await load();
  await openFiles([new File([text], name)], firstTexts.demo[demo].title);
}

/** Maps text that was pasted. */
export function openText(text: string): Promise<void> {
  return openFiles([new File([text], "pasted.txt")], firstTexts.pasteName);
}

/** Lets the user choose files, or a folder with all that is in it. */
export function pickFiles(
  open: (files: readonly File[]) => Promise<void> = openFiles,
  what: "files" | "folder" = "files",
): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = what === "folder";
  input.onchange = () => void open([...(input.files ?? [])]);
  input.click();
}
