import type { Edit } from "../model/map.ts";

/** A list of edits that can be walked back and forth. */
export interface History {
  readonly done: readonly Edit[];
  /** Taken back, the last one first. */
  readonly undone: readonly Edit[];
}

/** A history that begins with the edits of a saved map. */
export function startHistory(done: readonly Edit[] = []): History {
  return { done, undone: [] };
}

/** One edit more; what had been taken back cannot be done again after it. */
export function addEdit({ done }: History, edit: Edit): History {
  return { done: [...done, edit], undone: [] };
}

/** Takes the last edit back. */
export function undo({ done, undone }: History): History {
  const last = done[done.length - 1];
  return last ? { done: done.slice(0, -1), undone: [last, ...undone] } : { done, undone };
}

/** Does again what was taken back last. */
export function redo({ done, undone }: History): History {
  const [next, ...rest] = undone;
  return next ? { done: [...done, next], undone: rest } : { done, undone };
}

/** Takes one edit out of the middle of the list. */
export function dropEdit({ done }: History, at: number): History {
  return { done: done.filter((_, k) => k !== at), undone: [] };
}
