import type { Boxes } from "../boxes.ts";
import type { Box, Insets, View } from "../camera.ts";
import type { Crowd } from "../crowd.ts";
import type { DotScale } from "../dots.ts";
import type { Ground } from "../ground.ts";
import type { Measure, TextStyle } from "../type.ts";

/** One line of a label; x is its middle, y its baseline, in pixels. */
export interface TextLine {
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly y: number;
}

/** A placed label. `id` is a topic (either level) or a paper; `topic` the first-level topic it is coloured by. */
export interface Label {
  readonly kind: "topic" | "subtopic" | "paper";
  readonly id: number;
  readonly topic: number;
  readonly lines: readonly TextLine[];
  readonly box: Box;
  /** From the label to what it names, where they are apart: x1, y1, x2, y2. */
  readonly leader?: readonly [number, number, number, number];
  /** Which of the places around what it names it took; handed back next time, so that labels stay put. */
  readonly anchor: number;
}

/** A topic's extent in map units: the box of most of its papers, and the middle of them. */
export interface Extent extends Box {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** Everything the label engine knows of a map that does not change with the camera. */
export interface LabelStock {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly topic: Int32Array;
  /** Papers, the one that most deserves a label first. */
  readonly order: Uint32Array;
  readonly title: (paper: number) => string;
  /** The title nearly whole, for when there is room. */
  readonly longTitle: (paper: number) => string;
  readonly topics: readonly {
    readonly id: number;
    readonly parent: number;
    readonly name: string;
    readonly terms: string;
    readonly extent: Extent;
  }[];
  readonly crowd: Crowd;
  readonly ground: Ground;
  /** Zoom 1: pixels per map unit when the whole map fills a window of this size. */
  readonly side: number;
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
  /** By first-level topic: 0 where no paper of it is visible; its name is left out. */
  readonly shown?: Uint8Array;
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

/** Working storage, reused between frames. */
export interface LabelDesk {
  /** Placed labels: hard obstacles. */
  readonly placed: Boxes;
  /** Dots in view. */
  readonly dots: Boxes;
  /** Large dots: obstacles to every label but a topic's name. */
  readonly hubs: Boxes;
}

/** Zoom relative to the view of the whole map: 1 = all of it, 4 = a quarter of its width. */
export function zoomOf(stock: LabelStock, view: View): number {
  return (view.scale * stock.side) / Math.min(view.width, view.height);
}

/** Whether a box lies within the window and keeps clear of the insets. */
export function fits(box: Box, scene: LabelScene): boolean {
  const { view, insets } = scene;
  return (
    box.left >= insets.left + 4 &&
    box.top >= insets.top + 4 &&
    box.right <= view.width - insets.right - 4 &&
    box.bottom <= view.height - insets.bottom - 4
  );
}
