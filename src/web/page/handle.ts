import type { MultiGraph } from "graphology";
import { distinctCount, type FieldType, missingCount } from "../../model/field.ts";
import { fieldNamed, fieldNames } from "../../model/own-fields.ts";
import type { Camera } from "../../scene/camera.ts";
import { wholeOf } from "./coming.ts";
import { setDots } from "./dots.ts";
import * as state from "./state.ts";

/** A small read-only handle for scripts and tests. */
export interface Handle {
  /** Settles when the first map is on the page, or when there is none to show. */
  readonly ready: Promise<void>;
  /**
   * Opens the map at an address of the page's own host, or in files: a folder's, an archive of one, or a map in one file.
   * Settles when it is on the page, or the page says what is wrong.
   */
  openMap(from: string | readonly File[]): Promise<void>;
  readonly papers: readonly { readonly key: string; readonly title: string; readonly topic: number }[];
  readonly topics: readonly { readonly id: number; readonly name: string; readonly size: number }[];
  /** What the sources say of papers beside what every paper has, as in the map's JSON. */
  readonly fields: readonly {
    readonly name: string;
    readonly type: FieldType;
    /** How many differ. */
    readonly values: number;
    /** How many papers have none. */
    readonly missing: number;
  }[];
  /** Colours dots by a field, or by their topics (null). @throws Error where the map has no such field */
  colorBy(name: string | null): void;
  /** Keys of the papers that pass the filters. */
  visible(): string[];
  /** Keys of the selected papers, and of the one whose card is open. */
  readonly selection: readonly string[];
  readonly camera: Camera | undefined;
  /** What a dot stands for. */
  readonly unit: "papers";
  /** The map as a graphology graph, once all of it is there, as `toGraph` of the library gives it; undefined where there is no map. */
  graph(): Promise<MultiGraph | undefined>;
}

declare global {
  interface Window {
    topograph: Handle;
  }
}

/** Makes `window.topograph`. @param openMap opens another map on the page */
export function exposeHandle(ready: Promise<void>, openMap: Handle["openMap"]): void {
  const key = (i: number) => `p${i + 1}`;
  window.topograph = Object.freeze({
    ready,
    openMap,
    get papers() {
      const map = state.atlas.peek()?.map;
      return map?.papers.map(({ title }, i) => ({ key: key(i), title, topic: map.topic[i] })) ?? [];
    },
    get topics() {
      return state.atlas.peek()?.mainTopics.map(({ id, name, size }) => ({ id, name, size })) ?? [];
    },
    get fields() {
      const map = state.atlas.peek()?.map;
      return (map?.fields ?? []).map((field) => ({
        name: field.name,
        type: field.type,
        values: distinctCount(field),
        missing: missingCount(field, map?.papers.length ?? 0),
      }));
    },
    colorBy(name: string | null) {
      const now = state.current.peek();
      if (!now) return;
      const isTopic = name === null || name === "topic";
      if (!isTopic && !fieldNamed(now.atlas.peek().map, name))
        throw new Error(
          `there is no field ${JSON.stringify(name)}; fields: ${fieldNames(now.atlas.peek().map).join(", ")}`,
        );
      setDots(now, "color", isTopic ? undefined : name);
    },
    visible() {
      const keys: string[] = [];
      for (const [i, bit] of (state.current.peek()?.mask.peek() ?? []).entries())
        if (bit === 1) keys.push(key(i));
      return keys;
    },
    get selection() {
      const focus = state.current.peek()?.focus.peek();
      const papers = new Set(state.current.peek()?.selection.peek());
      if (focus?.kind === "paper") papers.add(focus.paper);
      return [...papers].map(key);
    },
    get camera() {
      return state.mapView.peek()?.camera;
    },
    unit: "papers",
    async graph() {
      await wholeOf(state.current.peek());
      const map = state.atlas.peek()?.map;
      return map && (await import("../../graph/to-graph.ts")).toGraph(map);
    },
  });
}
