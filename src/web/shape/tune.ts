import { effect, signal } from "@preact/signals-core";
import type { EdgeKind } from "../../model/edges.ts";
import type { TopicMap } from "../../model/map.ts";
import { DEFAULT_PARAMETERS } from "../../model/parameters.ts";
import type { Mix, Regrouped } from "../../worker/regroup.ts";
import { rebuildMap, replaceMap } from "../ask/regrouped.ts";
import { askWorker } from "../ask/work.ts";
import { announce } from "../page/actions.ts";
import * as state from "../page/state.ts";
import { words } from "../texts/understand.ts";

/** Where the sliders stand. */
export const mix = signal<Mix>({ finer: 1, weights: DEFAULT_PARAMETERS.weights });
/** What moving them did; undefined where the map is as it was made. */
export const outcome = signal<Pick<Regrouped, "moved" | "links" | "given"> | undefined>(undefined);
/** Whether an answer is being waited for. */
export const busy = signal<"no" | "yes" | "failed">("no");

/** The map as it was made, and the preview of it that is shown. */
let base: TopicMap | undefined;
let preview: TopicMap | undefined;

/** Takes every map that is not a preview for the one the sliders start from. */
export function followTuning(): void {
  effect(() => {
    const map = state.atlas.value?.map;
    if (map === preview || map === base) return;
    base = map;
    preview = undefined;
    outcome.value = undefined;
    busy.value = "no";
    mix.value = { finer: 1, weights: map?.parameters.weights ?? DEFAULT_PARAMETERS.weights };
  });
}

/** Moves the slider of topics: 1 is the map's own number, 2 twice as many, ½ half. */
export function setFiner(finer: number): void {
  mix.value = { ...mix.peek(), finer };
  regroup();
}

/** Moves the slider of one kind of link. */
export function setWeight(kind: EdgeKind, weight: number): void {
  mix.value = { ...mix.peek(), weights: { ...mix.peek().weights, [kind]: weight } };
  regroup();
}

/** The map as it was made, exactly. */
export function resetMix(): void {
  if (!base) return;
  mix.value = { finer: 1, weights: base.parameters.weights };
  regroup();
}

let running = false;
let again = false;

/** Asks for the topics of the present mix; while an answer is on its way only the latest wish is remembered. */
function regroup(): void {
  if (running) {
    again = true;
    return;
  }
  running = true;
  busy.value = "yes";
  void answer(mix.peek())
    .then(() => {
      busy.value = "no";
    })
    .catch(() => {
      busy.value = "failed";
    })
    .finally(() => {
      running = false;
      if (again) {
        again = false;
        regroup();
      }
    });
}

async function answer(wish: Mix): Promise<void> {
  const from = base;
  if (!from) return;
  const own =
    wish.finer === 1 &&
    Object.entries(wish.weights).every(([k, w]) => from.parameters.weights[k as EdgeKind] === w);
  if (own) {
    await askWorker("regroupBack", {});
    if (base !== from) return;
    preview = undefined;
    outcome.value = undefined;
    replaceMap(from);
  } else {
    const made = await askWorker("regroup", wish);
    if (base !== from) return;
    preview = previewOf(from, made);
    outcome.value = made;
    replaceMap(preview);
    announce(words.tune.live(made.topics.length, made.moved));
  }
}

/** Works the present mix out in full: all papers mapped anew with these parameters. */
export async function keepMix(): Promise<void> {
  const from = base;
  const now = outcome.peek();
  if (from && now) await rebuildMap(now.given, from.title);
}

/** The map with its papers in other topics: places, links and sizes are the same columns. */
function previewOf(from: TopicMap, made: Regrouped): TopicMap {
  const { given: _given, moved: _moved, links: _links, ...columns } = made;
  return {
    ...from,
    ...columns,
    notes: [...from.notes, { level: "info", message: words.tune.note }],
  };
}
