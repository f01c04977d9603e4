import { mix } from "../color.ts";
import { DARK, LIGHT } from "../palette.ts";

/** Colours of dots by a field in one theme; all `#rrggbb`. */
export interface Palette {
  /** From the least to the most: what is much stands out from the ground, which is light or dark. */
  readonly ramp: readonly string[];
  /** One a value, the commonest first. */
  readonly named: readonly string[];
  /** All other values. */
  readonly others: string;
  readonly missing: string;
  /** Included, excluded, maybe, unseen: what nobody has decided on steps back. */
  readonly decisions: readonly string[];
}

/*
 * Found by search in OKLCH. Ramps: lightness runs one way, so that they are read without any sense of hue too; steps are
 * even in OKLab; each colour has a contrast of at least 3 with the ground. Seven of the palette's eight hues are left where
 * a grey has to differ from all of them (10 in OKLab × 100, for dichromats too). What is not named, and what is missing,
 * steps back: contrasts of 2 and 1.4 at least. The tests compute all of it.
 */
const PALETTES: Readonly<Record<"light" | "dark", Palette>> = {
  light: {
    ramp: ["#c88304", "#c86401", "#c4431a", "#b7223a", "#a20251", "#860264", "#670170", "#470970", "#251161"],
    named: LIGHT.slice(0, 7),
    others: "#b0b4ba",
    missing: "#d3d6da",
    decisions: [LIGHT[2], LIGHT[1], LIGHT[4], "#b0b4ba"],
  },
  dark: {
    ramp: ["#6353c5", "#9355ce", "#bd58c4", "#df62aa", "#f7738b", "#fe8d73", "#ffae6e", "#fece77", "#fced95"],
    named: DARK.slice(0, 7),
    others: "#606368",
    missing: "#33373f",
    decisions: [DARK[2], DARK[1], DARK[4], "#606368"],
  },
};

/** How many values of a field have a colour of their own. */
export const NAMED = PALETTES.light.named.length;
/** Colours that a ramp is drawn in. */
export const STEPS = 65;

/** The colours of a theme. */
export function paletteOf(dark: boolean): Palette {
  return PALETTES[dark ? "dark" : "light"];
}

/** The colours of a ramp, STEPS of them. */
export function rampColors(dark: boolean): string[] {
  const { ramp } = paletteOf(dark);
  return Array.from({ length: STEPS }, (_, k) => {
    const at = (k / (STEPS - 1)) * (ramp.length - 1);
    const from = Math.min(ramp.length - 2, Math.floor(at));
    return mix(ramp[from], ramp[from + 1], at - from);
  });
}
