import { computed, signal } from "@preact/signals-core";
import type { nothing, TemplateResult } from "lit-html";
import type { Merging, Reading } from "../../model/match.ts";
import type { Measure } from "../../model/measures.ts";
import type { Stage } from "../../model/progress.ts";
import type { FileReport } from "../../model/report.ts";
import type { Camera } from "../../scene/camera.ts";
import type { Look } from "../../scene/look.ts";
import { TIME_LOOK, type TimeLook } from "../../view/time-look.ts";
import type { MapView } from "../map/view.ts";
import type { MapState } from "./map-state.ts";
import type { SortBy } from "./sorted.ts";

/** What the page is doing: the first screen, reading and mapping, the map, or saying what went wrong. */
export type Phase =
  | { readonly kind: "start" }
  | {
      readonly kind: "working";
      readonly name: string;
      readonly stage?: Stage;
      readonly done: number;
      cancel(): void;
    }
  | { readonly kind: "map" }
  | { readonly kind: "failed"; readonly message: string; readonly reports: readonly FileReport[] };

/** What dots can be sized by: besides the map's own sizes, what every map has, and measures of its graph. */
export type SizeBy =
  | "score"
  | "degree"
  | "citations"
  | "year"
  | Extract<Measure, "weightedDegree" | "pageRank" | "betweenness" | "clustering">;
export type Dialog = "none" | "help" | "report" | "menu" | "paste";
export type Sheet = "peek" | "half" | "full";
/** What flights, keys and buttons move. */
export type Mover = Pick<MapView, "flyTo" | "zoomBy" | "panBy"> & {
  /** Goes a step on or back along a path; false where there is none. */
  step?(by: 1 | -1): boolean;
};

/** What was read, as the report shows it. */
export interface ReadSummary extends Reading {
  /** Reads the same files once more and maps them; absent where the page does not have them. */
  again?(merging: Merging): void;
}

/** The map on the page, with all that goes with it. */
export const current = signal<MapState | undefined>(undefined);
export const atlas = computed(() => current.value?.atlas.value);
export const phase = signal<Phase>({ kind: "start" });
export const summary = signal<ReadSummary | undefined>(undefined);

/** The map as it is drawn, once it is. */
export const mapView = signal<MapView | undefined>(undefined);
/** What lies over it and is moved in its place. */
export const over = signal<Mover | undefined>(undefined);
/** Whether no paper that passes the filters is in view of the map. */
export const lost = signal(false);
/** Where the camera came to rest. */
export const camera = signal<Camera | undefined>(undefined);

export const stars = signal<ReadonlySet<string>>(new Set());
export const notes = signal<ReadonlyMap<string, string>>(new Map());
export const tags = signal<ReadonlyMap<string, readonly string[]>>(new Map());
export const sortBy = signal<SortBy>("central");
export const sizeBy = signal<SizeBy>("score");
/** What lies under the papers. */
export const look = signal<Look>("flat");
export const dialog = signal<Dialog>("none");
export const sheet = signal<Sheet>("peek");
export const dark = signal(false);
/** What a part that was loaded on demand shows over everything. */
export const extra = signal<(() => TemplateResult | typeof nothing) | undefined>(undefined);
/** What a part that was loaded on demand shows under the map. */
export interface Below {
  readonly name: "table" | "compare" | "world" | "time";
  draw(now: MapState): TemplateResult;
}
export const below = signal<Below | undefined>(undefined);
/** How topics over years are drawn there. */
export const timeLook = signal<TimeLook>(TIME_LOOK);
export const lassoing = signal(false);
export const announcement = signal("");
/** A short message that goes away by itself. */
export const toast = signal("");
/** What its button does. */
export const toastAct = signal<{ readonly label: string; act(): void } | undefined>(undefined);

/** What flights, keys and buttons move now: what lies on top. */
export function mover(): Mover | undefined {
  return over.peek() ?? mapView.peek();
}
