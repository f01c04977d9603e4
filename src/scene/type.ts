/** The styles text is set in on the map. */
export type TextStyle =
  | "topic"
  | "topicMiddle"
  | "topicSmall"
  | "terms"
  | "subtopic"
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
  paper: { size: 12, weight: 400, leading: 1.25 },
  paperStrong: { size: 12, weight: 600, leading: 1.25 },
};

/** The styles as they are set now: plain, or enlarged for an audience. */
export const TYPE: Record<TextStyle, Type> = { ...PLAIN };

/** Sets all text of the map this many times larger: a screen is read from a obstacles, a projection from the last row. */
export function enlargeType(times: number): void {
  for (const style of Object.keys(PLAIN) as TextStyle[])
    TYPE[style] = { ...PLAIN[style], size: Math.round(PLAIN[style].size * times) };
}

/** Width of a text in pixels, in one of the styles. */
export type Measure = (text: string, style: TextStyle) => number;

/** Splits a text into at most two lines of nearly the same width, where it is wider than `most`. */
export function wrapped(text: string, style: TextStyle, most: number, measure: Measure): string[] {
  const whole = measure(text, style);
  if (whole <= most) return [text];
  const words = text.split(" ");
  let best: string[] = [text];
  let least = whole;
  for (let k = 1; k < words.length; k++) {
    const lines = [words.slice(0, k).join(" "), words.slice(k).join(" ")];
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
 * fit in `most` characters, with an ellipsis. @param name whether what stands before a colon may do for the whole
 */
export function shortTitle(title: string, most = 36, name = true): string {
  const clean = title.trim();
  if (clean.length <= most) return clean;
  const colon = clean.indexOf(": ");
  if (name && colon >= 3 && colon <= most) return clean.slice(0, colon);
  const letters = Array.from(clean);
  const cut = letters.slice(0, most).join("");
  const space = cut.lastIndexOf(" ");
  const head = space > most / 2 ? cut.slice(0, space) : cut;
  return `${head.replace(/[\s,;:–—-]+$/u, "")}…`;
}
