import type { TemplateResult } from "lit-html";
import type { TimeMode } from "../../../view/time-look.ts";
import type { MapState } from "../../page/map-state.ts";
import { burstList } from "./bursts.ts";
import { windowsMode } from "./windows.ts";

/** What the worker has to find out before it can be shown. */
export const ASKED: Partial<Record<TimeMode, (now: MapState) => TemplateResult>> = {
  bursts: burstList,
  windows: windowsMode,
};
