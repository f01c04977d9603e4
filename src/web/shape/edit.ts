import { batch, effect, signal, untracked } from "@preact/signals-core";
import type { Edit, TopicMap } from "../../model/map.ts";
import { applyEdits, givenWords, wordsFor } from "../../shape/apply.ts";
import type { KnownEdit } from "../../shape/edits.ts";
import { effectOf } from "../../shape/effect.ts";
import { addEdit, dropEdit, type History, redo, startHistory, undo } from "../../shape/history.ts";
import { referTo, resolveTopic } from "../../shape/topic-ref.ts";
import { askWorker, dropWorker, workerFor } from "../ask/work.ts";
import { tell } from "../page/actions.ts";
import { createAtlas } from "../page/atlas.ts";
import { keepMap } from "../page/recent.ts";
import * as state from "../page/state.ts";
import { effectText, words } from "../texts/shape.ts";
import { editText } from "./edit-text.ts";
import { outcome, resetMix } from "./tune.ts";

/** What the user has done to the map on the page. */
export const history = signal<History>(startHistory());
/** Whether the map is being computed again. */
export const busy = signal(false);

/** Milliseconds after the last edit until the map is kept. */
const REST = 1500;
let keeping: ReturnType<typeof setTimeout> | undefined;

let mine: TopicMap | undefined;

/** Keeps the list of edits in step with the map that is shown. */
export function followMaps(): void {
  effect(() => {
    const map = state.atlas.value?.map;
    untracked(() => {
      if (!map || map === mine) return;
      // Other parts regroup the same papers; their maps bear the same edits.
      if (map.edits !== history.peek().done) history.value = startHistory(map.edits);
      mine = map;
    });
  });
}

/** One edit more. */
export function edit(known: KnownEdit): Promise<boolean> {
  return change(addEdit(history.peek(), known), editText(known));
}

/** Takes the last edit back; a preview of the sliders comes off first. */
export async function undoEdit(): Promise<void> {
  if (outcome.peek()) return resetMix();
  const last = history.peek().done.at(-1);
  if (last) await change(undo(history.peek()), words.undone(editText(last)));
}

/** Does again what was taken back. */
export async function redoEdit(): Promise<void> {
  const [next] = history.peek().undone;
  if (next) await change(redo(history.peek()), words.redone(editText(next)));
}

/** Takes one edit out of the list. */
export async function removeEdit(at: number): Promise<void> {
  const gone = history.peek().done[at];
  if (gone) await change(dropEdit(history.peek(), at), words.undone(editText(gone)));
}

async function change(next: History, told: string): Promise<boolean> {
  const map = state.atlas.peek()?.map;
  if (!map || isBusy()) return false;
  if (outcome.peek()) {
    tell(words.preview);
    return false;
  }
  if (sameWords(map, next.done)) {
    show(applyEdits(map, next.done), next);
    // The worker may not have begun, or may be at work: it follows when it can.
    askWorker("correct", { edits: next.done }).catch(() => {});
    tell(told);
    return true;
  }
  return compute({ ...map.parameters, ...givenWords(map) }, { next, told });
}

/** One thing at a time: says so where the map is being computed. */
function isBusy(): boolean {
  if (busy.peek()) tell(words.computing);
  return busy.peek();
}

/** Has the map computed again with these parameters (without the words of the edits). */
export async function compute(
  parameters: Partial<TopicMap["parameters"]>,
  { next = history.peek(), told = words.computed, afresh = false }: Computing = {},
): Promise<boolean> {
  const before = state.atlas.peek()?.map;
  if (!before || isBusy()) return false;
  busy.value = true;
  tell(words.computing);
  try {
    const made = await askWorker("shape", { parameters, edits: next.done, afresh });
    // Another map may have been opened meanwhile.
    if (state.atlas.peek()?.map !== before) return false;
    show(made, next);
    tell(`${told}. ${effectText(effectOf(before, made))}`);
    return true;
  } catch (error) {
    if (cancelled) tell(words.cancelled);
    else tell(`${words.failed} ${error instanceof Error ? error.message : String(error)}`);
    cancelled = false;
    return false;
  } finally {
    busy.value = false;
  }
}

interface Computing {
  readonly next?: History;
  readonly told?: string;
  /** Whether a saved map is computed again also where nothing differs from it. */
  readonly afresh?: boolean;
}

let cancelled = false;

/** Stops computing: the map stays as it is. The next question starts another worker. */
export function cancelComputing(): void {
  if (!busy.peek()) return;
  cancelled = true;
  workerFor()?.end();
  dropWorker();
}

function sameWords(map: TopicMap, edits: readonly Edit[]): boolean {
  const { stopWords, synonyms } = map.parameters;
  const wanted = wordsFor(map, edits);
  return JSON.stringify([stopWords, synonyms]) === JSON.stringify([wanted.stopWords, wanted.synonyms]);
}

/** The same papers in another grouping: what is open stays open, topics under their new numbers. */
function show(map: TopicMap, next: History): void {
  const before = state.atlas.peek()?.map;
  mine = map;
  workerFor(map);
  const index = new Map(map.papers.map(({ identity }, i) => [identity, i]));
  const now = (id: number) => {
    if (!before) return undefined;
    const { name, parent } = before.topics[id];
    // A topic that took another in, or gave it back, is the one that still bears its name.
    const same = map.topics.filter(
      (topic) => topic.name === name && (topic.parent === undefined) === (parent === undefined),
    );
    return same.length === 1
      ? same[0].id
      : resolveTopic(map, referTo(before, id), (identity) => index.get(identity));
  };
  const moved = (focus: state.Focus): state.Focus => {
    if (focus.kind !== "topic") return focus;
    const topic = now(focus.topic);
    return topic === undefined ? { kind: "none" } : { kind: "topic", topic };
  };
  batch(() => {
    history.value = { done: map.edits.length === 0 ? [] : map.edits, undone: next.undone };
    const { topics } = state.filters.peek();
    if (topics.size > 0)
      state.filters.value = {
        ...state.filters.peek(),
        topics: new Set([...topics].flatMap((id) => now(id) ?? [])),
      };
    state.focus.value = moved(state.focus.peek());
    state.trail.value = state.trail
      .peek()
      .map(moved)
      .filter(({ kind }) => kind !== "none");
    state.atlas.value = createAtlas(map);
  });
  // Where maps are kept in this browser, this one is as it is now, once the hand rests.
  clearTimeout(keeping);
  keeping = setTimeout(() => void keepMap(map), REST);
}
