import { batch } from "@preact/signals-core";
import type { EdgeKind } from "../../model/edges.ts";
import type { TopicMap } from "../../model/map.ts";
import { createAtlas } from "../../view/atlas.ts";
import type { Mix, Regrouped } from "../../worker/regroup.ts";
import { askWorker, clientOf, endClient } from "../ask/client.ts";
import { leaveWork, whileWorking } from "../ask/open.ts";
import { announce } from "../page/actions.ts";
import { type MapState, regroup } from "../page/map-state.ts";
import * as state from "../page/state.ts";
import { texts } from "../texts/texts.ts";

/** Moves the sliders: `finer` is 1 for the map's own number of topics, 2 for twice as many, ½ for half. */
export function setMix(now: MapState, part: Partial<Mix>): void {
  now.mix.value = { ...now.mix.peek(), ...part };
  void follow(now);
}

/** Back to the map as it was made, exactly. */
export function resetMix(now: MapState): void {
  setMix(now, { finer: 1, weights: now.made.peek().map.parameters.weights });
}

/** Asks for the topics of the present mix; while an answer is on its way only the latest wish is remembered. */
async function follow(now: MapState): Promise<void> {
  if (now.tuning.peek() === "yes") return;
  now.tuning.value = "yes";
  try {
    for (let asked: Mix | undefined; asked !== now.mix.peek(); ) {
      asked = now.mix.peek();
      await answer(now, asked);
    }
    now.tuning.value = "no";
  } catch (error) {
    console.warn("regroup", error);
    now.tuning.value = "failed";
  }
}

async function answer(now: MapState, wish: Mix): Promise<void> {
  const { map } = now.made.peek();
  const own =
    wish.finer === 1 &&
    Object.entries(wish.weights).every(([k, w]) => map.parameters.weights[k as EdgeKind] === w);
  const made = own ? undefined : await askWorker("regroup", wish);
  if (own) await askWorker("regroupBack", {});
  // Another map may have been opened or made meanwhile.
  if (state.current.peek() !== now || now.made.peek().map !== map) return;
  const atlas = made && createAtlas(previewOf(map, made));
  regroup(now, { preview: atlas && { atlas, outcome: made } });
  if (made) announce(texts.tune.live(made.topics.length, made.moved));
}

/** Works the present mix out in full: all papers mapped anew with these parameters. */
export async function keepMix(now: MapState): Promise<void> {
  const { title } = now.made.peek().map;
  const parameters = now.preview.peek()?.outcome.given;
  if (!parameters) return;
  const made = await whileWorking(
    title,
    () => endClient(now),
    (onProgress) => clientOf(now).ask("rebuild", { parameters, title }, onProgress),
  );
  if (!made) return;
  batch(() => {
    regroup(now, { made });
    leaveWork();
  });
}

/** The map with its papers in other topics: places, links and sizes are the same columns. */
function previewOf(from: TopicMap, made: Regrouped): TopicMap {
  const { given: _given, moved: _moved, links: _links, ...columns } = made;
  const { leaf: _before, ...kept } = from;
  return {
    ...kept,
    ...columns,
    notes: [...from.notes, { level: "info", message: texts.tune.note }],
  };
}
