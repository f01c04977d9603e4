import { type TextStyle, TYPE, typeScale, wrapped } from "../type.ts";
import type { LabelCandidates, LabelScene } from "./types.ts";

/** A line of a name; pixels. */
interface Line {
  readonly text: string;
  readonly style: TextStyle;
  readonly width: number;
  readonly height: number;
}

/** A name set in lines: one way to write it, with the size it takes. `cost` says how much is lost beside the fullest way. */
export interface Block {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  readonly cost: number;
}

/** A topic's rank among its like: large ones are written larger. */
export type Rank = "large" | "middle" | "small";

/** What half a name with the other below it costs beside the whole. */
const HALF = 0.3;
/** What one line more than it takes costs a name. */
const TALL = 0.1;
/** Pixels that terms under a name may stick out on both sides together. */
const OVERHANG = 56;

/** What a name is made of, see `LabelCandidates`. */
type Name = Pick<LabelCandidates["topics"][number], "whole" | "name" | "terms">;

/**
 * Ways to write a topic's name, the fullest first: whole, its main half with terms, without, smaller. Narrow windows and
 * maps on which something is lit get the smaller ones only.
 */
export function topicBlocks({ whole, name, terms }: Name, rank: Rank, scene: LabelScene): Block[] {
  const wide = scene.view.width >= 640;
  const style: TextStyle =
    rank === "small" || !wide || scene.only === true
      ? "topicSmall"
      : rank === "large"
        ? "topic"
        : "topicMiddle";
  const plain = blockOf(name, "", style, 0.45, scene);
  const smaller = style === "topicSmall" ? [] : [blockOf(name, "", "topicSmall", 1, scene)];
  if (!wide) return narrowBlocks({ whole, name }, scene);
  if (scene.only === true || terms === "") return [{ ...plain, cost: 0 }, ...smaller];
  const half = [blockOf(name, terms, style, whole === name ? 0 : HALF, scene), plain, ...smaller];
  if (whole === name) return half;
  const all = blockOf(whole, "", style, 0, scene);
  // Wider than lines of names are: that is no room.
  return all.width > widest(style, scene) ? half : [all, ...half];
}

/**
 * On a phone: a half of one word ("Surface") tells too little where the whole name has room, and a name that fills half
 * the window finds its place in two lines sooner.
 */
function narrowBlocks({ whole, name }: Pick<Name, "whole" | "name">, scene: LabelScene): Block[] {
  const all = blockOf(whole, "", "topicSmall", 0, scene);
  const half = blockOf(name, "", "topicSmall", 0, scene);
  const isBare = whole !== name && !/[\s-]/u.test(name) && all.width <= widest("topicSmall", scene);
  const best = isBare ? all : half;
  const tall = blockOf(isBare ? whole : name, "", "topicSmall", TALL, scene, best.width * 0.7);
  const ways = tall.lines.length > best.lines.length && tall.width < best.width ? [best, tall] : [best];
  return isBare ? [...ways, { ...half, cost: HALF }] : ways;
}

/** The name of a topic beside its area's, of a sub-topic, or of a part of one. @param level 0, 1, and more for parts */
export function subtopicBlock(name: string, level: number, scene: LabelScene): Block {
  // On phones names of areas are small themselves.
  const isSmall = level > 1 || (level === 0 && scene.view.width < 640);
  return blockOf(name, "", isSmall ? "part" : "subtopic", 0, scene);
}

/** The width from which a name is set in two lines, in pixels. */
function widest(style: TextStyle, { view }: LabelScene): number {
  return Math.min((style === "topic" ? 230 : 180) * typeScale(), view.width * 0.42);
}

function blockOf(
  name: string,
  terms: string,
  style: TextStyle,
  cost: number,
  scene: LabelScene,
  narrow = widest(style, scene),
): Block {
  const { measure } = scene;
  const line = (text: string, style: TextStyle): Line => {
    const { size, leading } = TYPE[style];
    return { text, style, width: measure(text, style), height: size * leading };
  };
  const lines = wrapped(name, style, narrow, measure).map((text) => line(text, style));
  const own = Math.max(...lines.map(({ width }) => width));
  const below = fitting(terms, own + OVERHANG * typeScale(), scene);
  if (below !== "") lines.push(line(below, "terms"));
  return {
    lines,
    width: Math.max(...lines.map(({ width }) => width)),
    height: lines.reduce((sum, { height }) => sum + height, 0),
    cost,
  };
}

/** As many of the terms as fit in the width, at least none. */
function fitting(terms: string, width: number, { measure }: LabelScene): string {
  const parts = terms === "" ? [] : terms.split(" · ");
  while (parts.length > 0 && measure(parts.join(" · "), "terms") > width) parts.pop();
  return parts.join(" · ");
}
