import type { TextMark } from "../scene/mark.ts";
import { type TextWidth, textWidth } from "../scene/metrics.ts";
import type { Faces } from "./faces.ts";
import { type Lack, mirrored, piecesOf, type Run, runsOf } from "./pdf-text.ts";
import type { TextPart } from "./svg.ts";

/** How texts are set that have letters which the shipped fonts lack. */
export interface Letters {
  /** What is asked after the shipped fonts. */
  readonly others: Faces;
  /** As the fonts set them: by the tables where the shipped ones do, else as each font shapes its letters. */
  readonly width: TextWidth;
  /** A line in parts, each at its place: text where the shipped fonts have its letters, else outlines. @param lack what no font has is noted here */
  parts(line: TextMark, lack: Lack): TextPart[];
}

/** Letters of the shipped fonts, then of others. */
export function lettersBy(shipped: Faces, others: Faces): Letters {
  const known = new Map<string, number>();
  const all = { regular: [...shipped.regular, ...others.regular], bold: [...shipped.bold, ...others.bold] };
  const isOther = new Set([...others.regular, ...others.bold]);
  const name = (weight: number) => (weight >= 600 ? "bold" : "regular");
  const ems = ({ face, text }: Run, weight: number) =>
    isOther.has(face)
      ? face.font.layout(text).advanceWidth / face.font.unitsPerEm
      : textWidth(text, 1, weight);
  const sum = (runs: readonly Run[], weight: number) =>
    runs.reduce((width, run) => width + ems(run, weight), 0);
  return {
    others,
    width(text, size, weight) {
      const key = `${name(weight)} ${text}`;
      const width = known.get(key) ?? sum(piecesOf(text, all[name(weight)]), weight);
      known.set(key, width);
      return width * size;
    },
    parts({ text, x, y, size, weight, isCentered }, lack) {
      const runs = runsOf(text, all[name(weight)], lack);
      let at = isCentered ? x - (sum(runs, weight) * size) / 2 : x;
      return runs.map((run) => {
        const part = isOther.has(run.face)
          ? { outline: outlineOf(run, at, y, size) }
          : { text: run.text, x: at };
        at += ems(run, weight) * size;
        return part;
      });
    },
  };
}

/** The outlines of a run's letters as its font shapes them, from a left end and a baseline in pixels. */
function outlineOf({ face: { font }, text, isFromRight }: Run, x: number, y: number, size: number): string {
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(isFromRight ? mirrored(text) : text);
  let at = x;
  return glyphs
    .map(({ path }, k) => {
      const { xAdvance, xOffset, yOffset } = positions[k];
      const placed = path.scale(scale, -scale).translate(at + xOffset * scale, y - yOffset * scale);
      at += xAdvance * scale;
      return placed.toSVG();
    })
    .join("");
}
