import type { Ring } from "./rings.ts";

/** What of a picture is drawn beside the map; everything where absent. */
export interface PictureParts {
  /** A filled background; without it the picture is transparent. */
  readonly background?: boolean;
  readonly legend?: boolean;
  readonly title?: boolean;
  readonly smallPrint?: boolean;
}

/** A line of text. `x` is its left end or its middle, `y` its baseline. */
export interface TextMark {
  readonly shape: "text";
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 700;
  readonly color: string;
  readonly isCentered: boolean;
  /** The next line of the name that the mark before begins. */
  readonly continues?: true;
  /** Drawn under the letters, this many pixels wide, at HALO_ALPHA. */
  readonly halo?: { readonly color: string; readonly width: number };
}

/** One thing to draw. Pixels, y down; alphas 0 to 1; colours `#rrggbb`. */
export type Mark =
  | {
      readonly shape: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: string;
    }
  | {
      /** Rings in pixels, drawn by `drawRings`, filled by even-odd. */
      readonly shape: "area";
      readonly rings: readonly Ring[];
      readonly color: string;
      readonly fill: number;
      readonly line: number;
      /** Its sides are straight: a chart of numbers is not rounded off. */
      readonly straight?: true;
    }
  | {
      readonly shape: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly color: string;
      readonly width: number;
      readonly alpha: number;
    }
  | {
      readonly shape: "dot";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly color: string;
      /** Width of the ring around it, in the background's colour; 0 for none. */
      readonly ring: number;
      readonly ringColor: string;
      /** −1 in the legend. */
      readonly paper: number;
    }
  | TextMark
  | {
      /** Begins a named part; `clip` keeps it within a box. */
      readonly shape: "begin";
      readonly name: string;
      readonly clip?: {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      };
    }
  | { readonly shape: "end" };

/** How plain halos are. */
export const HALO_ALPHA = 0.88;

/** A line of text from its left end. */
export function textMark(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: TextMark["weight"],
  color: string,
): TextMark {
  return { shape: "text", text, x, y, size, weight, color, isCentered: false };
}
