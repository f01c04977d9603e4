import { mix } from "./color.ts";
import type { Mark } from "./mark.ts";
import { STEPS } from "./relief.ts";
import { inPixels } from "./rings.ts";
import type { Scene } from "./scene.ts";

/** How much of a topic's colour its lowest and its highest step have. */
const TINT = { light: [0.13, 0.62], dark: [0.14, 0.6] } as const;
/** Light falls from the upper left: shadows of each step, in pixels to the lower right, and its lit edge. */
const SHADOWS = [6.5, 4.2, 2.2, 0.9] as const;
const SHADE = { light: 0.045, dark: 0.16 } as const;
const LIT = { away: 0.9, light: 0.85, dark: 0.13 } as const;

/** The relief as plain areas: each step over the shadow that it throws and its lit edge (Tanaka 1950). */
export function* reliefMarks(
  { relief, colors, theme, view, shown, emphasis }: Scene,
  top = 0,
): Generator<Mark> {
  const kind = theme.dark ? "dark" : "light";
  const [shade, lit] = theme.dark ? ["#000000", "#ffffff"] : ["#1c2333", "#ffffff"];
  const far = emphasis.dims ? 0.4 : 1;
  const plain = { shape: "area", fill: 1, line: 0 } as const;
  for (const [k, { ground, topics }] of (relief ?? []).entries()) {
    for (const away of SHADOWS)
      yield {
        ...plain,
        rings: inPixels(ground, view, top + away, away * 0.8),
        color: shade,
        fill: SHADE[kind],
      };
    yield {
      ...plain,
      rings: inPixels(ground, view, top - LIT.away, -LIT.away * 0.8),
      color: lit,
      fill: LIT[kind],
    };
    const [least, most] = TINT[kind];
    const tint = (least + ((most - least) * k) / (STEPS - 1)) * far;
    yield {
      ...plain,
      rings: inPixels(ground, view, top),
      color: mix(theme.background, theme.stray, tint * 0.8),
    };
    for (const { topic, rings } of topics) {
      const own = shown[topic] === 0 ? theme.stray : colors[topic];
      yield { ...plain, rings: inPixels(rings, view, top), color: mix(theme.background, own, tint) };
    }
  }
}
