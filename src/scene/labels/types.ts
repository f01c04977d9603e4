import type { IdColumn } from "../../model/levels.ts";
import type { Boxes } from "../boxes.ts";
import type { Box, Frame, Insets, View } from "../camera.ts";
import type { DotScale } from "../dots.ts";
import type { PaperGrid } from "../paper-grid.ts";
import type { Measure, TextStyle } from "../type.ts";

/** One line of a label; x is its middle, y its baseline, in pixels. */
export interface TextLine {
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly y: number;
}

/** A line from a label to what it names: x1, y1, x2, y2 in pixels. */
export type Leader = readonly [number, number, number, number];

/** A placed label. `id` is an area (see `areasOf`), a topic (on any level; kind is `subtopic` below the first) or a paper; `topic` the first-level topic it is coloured by. */
export interface Label {
  readonly kind: "area" | "topic" | "subtopic" | "paper";
  readonly id: number;
  readonly topic: number;
  readonly lines: readonly TextLine[];
  readonly box: Box;
  /** Where label and what it names are apart. */
  readonly leader?: Leader;
  /** Which of the places around what it names it took; handed back next time, so that labels stay put. */
  readonly anchor: number;
}

/** What can be named on a map, whatever the camera: its papers, the one that most deserves a label first, and areas and topics, the largest first. */
export interface LabelCandidates {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly topic: Int32Array;
  /** Ids of what the papers are in from afar, a column a level: areas where the map has them, and topics. */
  readonly heads: readonly IdColumn[];
  /** The same of topics, sub-topics, …: of a million papers ten columns, made once somebody looks so near. */
  readonly levels: () => readonly IdColumn[];
  /** On which level topics are, counted from areas: 1 where these stand above them, else 0. */
  readonly main: number;
  readonly order: Uint32Array;
  /** The place of each paper in `order`. */
  readonly rank: () => Uint32Array;
  readonly title: (paper: number) => string;
  /** The title nearly whole, for when there is room. */
  readonly longTitle: (paper: number) => string;
  /** By size, the largest first. */
  readonly topics: readonly {
    readonly id: number;
    /** Which of the levels it is on. */
    readonly level: number;
    /** The first-level topic that it is or lies in; of an area its largest. */
    readonly within: number;
    /** The whole name; and what of it stands large where that has no room, with what stands small below. */
    readonly whole: string;
    readonly name: string;
    readonly terms: string;
    /** What it may be called beside what it is part of, the best first; none where both would be read as one thing twice. */
    readonly names: readonly string[];
    readonly size: number;
  }[];
  readonly grid: PaperGrid;
  readonly frame: Frame;
}

/** What changes from frame to frame. */
export interface LabelScene {
  readonly view: View;
  readonly dots: DotScale;
  readonly sizes: Float32Array;
  readonly insets: Insets;
  /** Parts of the window that something covers, in pixels: no label goes there. */
  readonly covered?: readonly Box[];
  /** 0 hides a paper and its title. */
  readonly visible: Uint8Array | null;
  /** Papers named before all others (hovered, selected, their neighbours). */
  readonly first: readonly number[];
  /** How many of `first` are named even where their titles hide large dots; 1 where absent. */
  readonly insist?: number;
  /** Something is lit: no papers but `first` are named, and topics in small type. */
  readonly only?: boolean;
  readonly measure: Measure;
  /** The labels of the frame before. */
  readonly previous?: readonly Label[];
  /** Labels that stay where they are, and beside which only papers of `first` are named. */
  readonly kept?: readonly Label[];
}

/** What labels keep clear of; reused from frame to frame. */
export interface Obstacles {
  /** Placed labels: hard obstacles. */
  readonly placed: Boxes;
  /** Dots in view. */
  readonly dots: Boxes;
  /** Large dots: obstacles to every label but a topic's name. */
  readonly hubs: Boxes;
}

/** Zoom relative to the view of the whole map: 1 = all of it, 4 = a quarter of its width. */
export function zoomOf({ side }: Frame, view: View): number {
  return (view.scale * side) / Math.min(view.width, view.height);
}

/** Whether a box lies within the window and keeps clear of the insets. */
export function fits(box: Box, { view, insets }: LabelScene): boolean {
  return (
    box.left >= insets.left + 4 &&
    box.top >= insets.top + 4 &&
    box.right <= view.width - insets.right - 4 &&
    box.bottom <= view.height - insets.bottom - 4
  );
}
