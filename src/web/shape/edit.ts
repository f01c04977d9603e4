import type { Edit, TopicMap } from "../../model/map.ts";
import { applyEdits, givenWords, wordsFor } from "../../shape/apply.ts";
import type { KnownEdit } from "../../shape/edits.ts";
import { effectOf } from "../../shape/effect.ts";
import { addEdit, dropEdit, type History, redo, undo } from "../../shape/history.ts";
import { referTo, resolveTopic } from "../../shape/topic-ref.ts";
import { askAside, askWorker, endClient } from "../ask/client.ts";
import { hasWhole } from "../ask/whole.ts";
import { messageOf, tell } from "../page/actions.ts";
import { afterPause } from "../page/after-pause.ts";
import { type MapState, regroup } from "../page/map-state.ts";
import { keepMap } from "../page/recent.ts";
import * as state from "../page/state.ts";
import { editText, effectText, shapeTexts } from "../texts/shape.ts";
import { resetMix } from "./tune.ts";

/** Milliseconds after the last edit until the map is kept. */
const REST = 1500;
const keepLater = afterPause(REST, (map: TopicMap) => void keepMap(map));

/** The button of a message on an edit. */
const UNDO = { label: shapeTexts.undo, act: () => void undoEdit() };

/** One edit more. */
export async function edit(known: KnownEdit): Promise<boolean> {
  return change((history) => addEdit(history, known), editText(known), UNDO);
}

/**
 * Several edits at once, which its button takes back together.
 * @param told says where they are from
 */
export async function editAll(known: readonly KnownEdit[], told: string): Promise<void> {
  if (known.length === 0) return tell(`${told} ${shapeTexts.drawing.same}`);
  const list = known.map(editText).join("; ");
  const take = (history: History) => known.reduce<History>(addEdit, history);
  const giveBack = (history: History) => known.reduce<History>((now) => undo(now), history);
  await change(take, `${told} ${list}.`, {
    label: shapeTexts.undo,
    act: () => void change(giveBack, shapeTexts.undone(list)),
  });
}

/** Takes the last edit back; a preview of the sliders comes off first. */
export async function undoEdit(): Promise<void> {
  const now = state.current.peek();
  if (now?.preview.peek()) return resetMix(now);
  const last = now?.history.peek().done.at(-1);
  if (last) await change(undo, shapeTexts.undone(editText(last)));
}

/** Does again what was taken back. */
export async function redoEdit(): Promise<void> {
  const next = state.current.peek()?.history.peek().undone[0];
  if (next) await change(redo, shapeTexts.redone(editText(next)));
}

/** Takes one edit out of the list. */
export async function removeEdit(at: number): Promise<void> {
  const gone = state.current.peek()?.history.peek().done[at];
  if (gone) await change((history) => dropEdit(history, at), shapeTexts.undone(editText(gone)));
}

async function change(
  step: (history: History) => History,
  told: string,
  act?: typeof UNDO,
): Promise<boolean> {
  const now = state.current.peek();
  if (!now || isBusy(now) || !(await hasWhole(now))) return false;
  if (now.preview.peek()) {
    tell(shapeTexts.preview);
    return false;
  }
  const { map } = now.made.peek();
  const next = step(now.history.peek());
  if (!sameWords(map, next.done))
    return compute(now, { ...map.parameters, ...givenWords(map) }, { next, told, ...(act ? { act } : {}) });
  show(now, applyEdits(map, next.done), next);
  // The worker may not have begun, or may be at work: it follows when it can.
  askAside("correct", { edits: next.done });
  tell(told, act);
  return true;
}

/** One thing at a time: says so where the map is being computed. */
function isBusy({ computing }: MapState): boolean {
  const isComputing = computing.peek() !== "no";
  if (isComputing) tell(shapeTexts.computing);
  return isComputing;
}

/** Has the map computed again with these parameters (without the words of the edits). */
export async function compute(
  now: MapState,
  parameters: Partial<TopicMap["parameters"]>,
  { next = now.history.peek(), told = shapeTexts.computed, act, afresh = false }: Computing = {},
): Promise<boolean> {
  if (isBusy(now)) return false;
  const before = now.atlas.peek().map;
  now.computing.value = "yes";
  tell(shapeTexts.computing);
  try {
    const made = await askWorker("shape", { parameters, edits: next.done, afresh });
    // Another map may have been opened meanwhile.
    if (state.current.peek() !== now) return false;
    show(now, made, next);
    tell(`${told}. ${effectText(effectOf(before, made))}`, act);
    return true;
  } catch (error) {
    if (now.computing.peek() === "cancelled") tell(shapeTexts.cancelled);
    else tell(`${shapeTexts.failed} ${messageOf(error)}`);
    return false;
  } finally {
    now.computing.value = "no";
  }
}

interface Computing {
  readonly next?: History;
  readonly told?: string;
  readonly act?: typeof UNDO;
  /** Whether a saved map is computed again also where nothing differs from it. */
  readonly afresh?: boolean;
}

/** Stops computing: the map stays as it is. The next question starts another worker. */
export function cancelComputing(now: MapState): void {
  if (now.computing.peek() !== "yes") return;
  now.computing.value = "cancelled";
  endClient(now);
}

function sameWords(map: TopicMap, edits: readonly Edit[]): boolean {
  const { stopWords, synonyms } = map.parameters;
  const wanted = wordsFor(map, edits);
  return JSON.stringify([stopWords, synonyms]) === JSON.stringify([wanted.stopWords, wanted.synonyms]);
}

/** The same papers in another grouping: what is open stays open, topics under their new numbers. */
function show(now: MapState, map: TopicMap, { undone }: History): void {
  const before = now.atlas.peek().map;
  const index = new Map(map.papers.map(({ identity }, i) => [identity, i]));
  regroup(now, { made: map, undone }, (id) => {
    const { name, parent } = before.topics[id];
    // A topic that took another in, or gave it back, is the one that still bears its name.
    const same = map.topics.filter(
      (topic) => topic.name === name && (topic.parent === undefined) === (parent === undefined),
    );
    return same.length === 1
      ? same[0].id
      : resolveTopic(map, referTo(before, id), (identity) => index.get(identity));
  });
  // Where maps are kept in this browser, this one is as it is now, once the hand rests.
  keepLater(map);
}
