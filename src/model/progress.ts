/** The stages of the pipeline, in order. */
export const STAGES = ["read", "text", "edges", "topics", "layout", "names", "write"] as const;
export type Stage = (typeof STAGES)[number];

/** How far a stage is, 0 to 1. Called often: callers thin it out. */
export type OnProgress = (stage: Stage, done: number) => void;

/** What long work is handed: who to tell, and when to stop. */
export interface Monitor {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}
