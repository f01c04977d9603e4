import type { ASKED as Asked } from "../time/modes/asked.ts";

/** Stands in the place of bursts and windows of years: a page in one file has to stay small. */
export const ASKED: typeof Asked = {};
