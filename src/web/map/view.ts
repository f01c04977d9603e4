import type { TopicMap } from "../../model/map.ts";
import type { Band } from "../../scene/bands.ts";
import type { Box, Camera, Insets } from "../../scene/camera.ts";
import type { Destination } from "../../scene/destination.ts";
import type { PaperNames } from "../../scene/labels/candidates.ts";
import type { Look } from "../../scene/look.ts";
import type { EdgeFilter } from "../../scene/model.ts";
import type { Passing } from "../../scene/passing.ts";
import type { Paint } from "../../scene/scale/paint.ts";
import type { Scene } from "../../scene/scene.ts";

/** What the map tells the page. Papers and topics are indices; x and y are CSS pixels in the container. */
export interface MapEvents {
  /** The pointer is over a paper, or over none any more. */
  readonly hover: { readonly paper: number | null; readonly x: number; readonly y: number };
  /** A paper was clicked or tapped; `add` when Shift, Ctrl or Meta was held (extend the selection). */
  readonly select: { readonly paper: number; readonly add: boolean };
  /** A link of the hovered or selected paper was clicked. */
  readonly link: { readonly source: number; readonly target: number };
  /** The pointer is over a band of links between two topics, or over none any more. */
  readonly overBand: {
    readonly band: { readonly topics: Band["topics"]; readonly links: number } | null;
    readonly x: number;
    readonly y: number;
  };
  /** A band of links was clicked. */
  readonly band: { readonly topics: Band["topics"] };
  /** A topic's name was clicked, or its button was pressed. */
  readonly topic: { readonly topic: number };
  /** The same of an area, by its place in `areasOf`. */
  readonly area: { readonly area: number };
  /** Nothing was under the click. */
  readonly background: { readonly x: number; readonly y: number };
  /** The camera came to rest (after a pan, a zoom or a flight). */
  readonly camera: Camera;
  /** No paper that passes the filters is in view any more; or one is again. */
  readonly lost: { readonly isLost: boolean };
  /** A frame was drawn: now its canvases can be copied. */
  readonly drawn: Record<never, never>;
  /** Papers inside the drawn loop, visible ones only. */
  readonly lasso: { readonly papers: number[] };
}

export interface ViewOptions {
  readonly dark: boolean;
  /** Cuts instead of flights. */
  readonly reducedMotion: boolean;
  readonly insets?: Insets;
}

/** The map on the screen. It shows what it is told and reports what the pointer does; it holds no state of the page. */
export interface MapView {
  setTheme(dark: boolean): void;
  setLook(look: Look): void;
  /** What fills dots in the place of topics' colours, and what rings them; made for the map that is drawn. */
  setPaint(fill: Paint | undefined, ring: Paint | undefined): void;
  setReducedMotion(reduced: boolean): void;
  /** Another map (positions may be the same: then the camera stays). */
  setMap(map: TopicMap): void;
  /** One byte a paper, 0 = hidden; null shows all. */
  setVisible(mask: Uint8Array | null): void;
  setEdgeFilter(filter: EdgeFilter): void;
  /** Selected papers; `focus` is the one whose card is open: its links and neighbours are lit. */
  setSelection(papers: readonly number[], focus?: number): void;
  /** Lights up the papers of a topic (either level), or of two and what links them; none for null. */
  setTopics(topics: readonly number[] | null): void;
  /** Lights up a paper and its neighbours, as the pointer does. */
  setHover(paper: number | null): void;
  /** The emphasised link; null for none. */
  setLink(source: number | null, target?: number | null): void;
  /** Papers to ring (search results); null for none. */
  setMatches(papers: readonly number[] | null): void;
  /** One value ≥ 0 a paper, any unit; null sizes by the map's own sizes. */
  setSizeBy(values: Float32Array | null): void;
  /** A moment of the years going by; undefined for all papers at once. */
  setPassing(passing: Passing | undefined): void;
  /** What papers are called, undefined for their titles. */
  setNames(names: PaperNames | undefined): void;
  /** What is to be seen now, as a picture may show it: hover and selection are left out. */
  scene(): Scene;
  flyTo(destination: Destination): void;
  /** factor > 1 goes nearer; about the middle of the view. */
  zoomBy(factor: number): void;
  /** CSS pixels the view moves to the right and down over the map. */
  panBy(dx: number, dy: number): void;
  camera: Camera;
  /**
   * Pixels of the container that panels cover at its edges: flights keep clear of them, and a view of the whole map stays
   * one. `covered` are boxes that labels keep clear of, too.
   */
  setInsets(insets: Insets, covered?: readonly Box[]): void;
  /** Draws a loop with the next drags until switched off. */
  setLasso(on: boolean): void;
  on<K extends keyof MapEvents>(type: K, handler: (event: MapEvents[K]) => void): () => void;
  destroy(): void;
}
