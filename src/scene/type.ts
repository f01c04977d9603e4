import { pieces, roomOf } from "./breaks.ts";
/** The styles text is set in on the map. */
export type TextStyle =
  | "topic"
  | "topicMiddle"
  | "topicSmall"
  | "terms"
  | "subtopic"
  | "part"
  | "paper"
  | "paperStrong";

/** Size in CSS pixels (never under 12), weight, and line height as a multiple of the size. */
export interface Type {
  readonly size: number;
  readonly weight: number;
  readonly leading: number;
}

const PLAIN: Readonly<Record<TextStyle, Type>> = {
  topic: { size: 19, weight: 700, leading: 1.15 },
  topicMiddle: { size: 16, weight: 700, leading: 1.15 },
  topicSmall: { size: 14, weight: 700, leading: 1.15 },
  terms: { size: 12, weight: 400, leading: 1.3 },
  subtopic: { size: 13, weight: 600, leading: 1.2 },
  part: { size: 12, weight: 600, leading: 1.2 },
  paper: { size: 12, weight: 400, leading: 1.25 },
  paperStrong: { size: 12, weight: 600, leading: 1.25 },
};

/** For an audience: sizes as shares of the window's height. A projection is read from the last row, whatever its pixels. */
const SHOWN: Readonly<Record<TextStyle, number>> = {
  topic: 0.034,
  topicMiddle: 0.031,
  topicSmall: 0.03,
  terms: 0.018,
  subtopic: 0.024,
  part: 0.021,
  paper: 0.02,
  paperStrong: 0.02,
};

/** The styles as they are set now: plain, or enlarged for an audience. */
export const TYPE: Record<TextStyle, Type> = { ...PLAIN };

/** The height that text is set for now; 0 where it is plain. */
let windowHeight = 0;

/** Sets all text of the map for an audience before a window of this height in pixels; absent: plain again. */
export function setType(height = 0): void {
  windowHeight = height;
  for (const style of Object.keys(PLAIN) as TextStyle[])
    TYPE[style] = {
      ...PLAIN[style],
      size: Math.max(PLAIN[style].size, Math.round(SHOWN[style] * height)),
    };
}

/** Does something with text set for a window of another height. */
export function withType<T>(height: number, act: () => T): T {
  const before = windowHeight;
  setType(height);
  try {
    return act();
  } finally {
    setType(before);
  }
}

/** How many times larger than plain titles are set now. */
export function typeScale(): number {
  return TYPE.paper.size / PLAIN.paper.size;
}

/** Width of a text in pixels, in one of the styles. */
export type Measure = (text: string, style: TextStyle) => number;

/** Splits a text into at most two lines of nearly the same width, where it is wider than `most`. */
export function wrapped(text: string, style: TextStyle, most: number, measure: Measure): string[] {
  const whole = measure(text, style);
  if (whole <= most) return [text];
  const words = pieces(text);
  let best: string[] = [text];
  let least = whole;
  for (let k = 1; k < words.length; k++) {
    const lines = [words.slice(0, k).join("").trimEnd(), words.slice(k).join("")];
    const width = Math.max(measure(lines[0], style), measure(lines[1], style));
    if (width < least) {
      least = width;
      best = lines;
    }
  }
  return best;
}

/**
 * A title short enough to stand beside a dot: what stands before a colon when that says enough, else as many words as
 * fit in `most` characters (two thirds as many in Chinese, Japanese and Korean), with an ellipsis.
 * @param name whether what stands before a colon may do for the whole
 */
export function shortTitle(title: string, most = 36, name = true): string {
  const clean = title.trim();
  const fitting = letterCount(clean, most);
  const letters = Array.from(clean);
  if (fitting === letters.length) return clean;
  const colon = clean.search(/: |：/);
  if (name && colon >= 3 && colon <= fitting) return clean.slice(0, colon);
  const cut = letters.slice(0, fitting).join("");
  const space = cut.lastIndexOf(" ");
  const head = space > cut.length / 2 ? cut.slice(0, space) : cut;
  return `${head.replace(/[\s,;:、，：；–—-]+$/u, "")}…`;
}

/** How many letters of a text find room where so many Latin ones do. */
function letterCount(text: string, most: number): number {
  let [width, count] = [0, 0];
  for (const letter of text) {
    width += roomOf(letter);
    if (width > most) break;
    count++;
  }
  return count;
}
